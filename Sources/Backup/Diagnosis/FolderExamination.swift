internal import Attestation
internal import Glibc
internal import SQLiteLog
internal import ExactText

/// The folder: who may look into it, and what interrupted work left in it.
enum FolderExamination: Examination {
  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    var found: [Symptom] = []
    let path = workspace.path
    if DurableFile.permissions(workspace.file(WorkspaceLayout.settings)) == nil {
      found.append(
        Symptom(
          "no_settings", .error,
          "\(workspace.file(WorkspaceLayout.settings)) is not there, so no command finds the workspace",
          remedy: "dealtrail init \(path.shellPath) makes one, and changes nothing else that is there"))
    }
    if let mode = DurableFile.permissions(path), mode & 0o077 != 0 {
      found.append(
        Symptom(
          "folder_open", .warning, "others on this machine may look into \(path) (\(String(mode, radix: 8)))",
          remedy: "chmod 700 \(path.shellPath)"))
    }
    for leftover in NewWorkspace.leftovers(beside: path) {
      found.append(
        Symptom(
          "unfinished_copy", .warning,
          "\(leftover) is left of a restore or salvage that was interrupted; nothing needs it",
          remedy: "rm -r \(leftover.shellPath)"))
    }
    for copy in SQLiteEventStore.copies(of: workspace.file(WorkspaceLayout.log)) {
      found.append(
        Symptom(
          "copy_before_upgrade", .warning,
          "\(copy) is the log as it was before it was brought up to date; nothing reads it, and no backup takes it along",
          remedy: "rm \(copy.shellPath), when nothing is missing"))
    }
    do {
      if let event = try PendingErasure(workspace: path).event(), !PendingErasure(workspace: path).isUnderWay {
        found.append(
          event.isEmpty
            ? Symptom(
              "erasure_mark", .error, "\(workspace.file(WorkspaceLayout.pendingErasure)) names no event",
              remedy: "rm \(workspace.file(WorkspaceLayout.pendingErasure).shellPath)")
            : Symptom(
              "erasure_pending", .error, "the erasure of \(event) was interrupted and may have left remains",
              remedy: "dealtrail redact --finish"))
      }
    } catch {
      found.append(
        Symptom(
          "erasure_mark", .error, "\(error)",
          remedy: "rm -r \(workspace.file(WorkspaceLayout.pendingErasure).shellPath)"))
    }
    do {
      _ = try PublicationList(workspace: path).entries()
    } catch {
      found.append(
        Symptom(
          "publications_damaged", .error, "\(error)",
          remedy: "mend \(workspace.file(WorkspaceLayout.publications).shellPath)"))
    }
    found += links(path, "")
    return found
  }

  /// A link leads out of what was backed up and erased.
  private static func links(_ folder: String, _ path: String) -> [Symptom] {
    DurableFile.names(in: folder).flatMap { name -> [Symptom] in
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { return [] }
      if status.st_mode & S_IFMT == S_IFDIR { return links(folder + "/" + name, path + name + "/") }
      guard status.st_mode & S_IFMT == S_IFLNK,
        DurableFile.permissions("\(folder)/\(name)/\(BackupFolder.marker)") == nil
      else { return [] }
      return [
        WorkspaceAccess.isOwn(path + name)
          ? Symptom(
            "symbolic_link", .error, "\(path)\(name) is a symbolic link, which no command follows",
            remedy: "put the file or folder itself there, or move the whole workspace to where it leads")
          : Symptom(
            "symbolic_link", .warning,
            "\(path)\(name) is a symbolic link; backups leave it out, and erasing does not follow it",
            remedy: "put the file itself there")
      ]
    }
  }
}
