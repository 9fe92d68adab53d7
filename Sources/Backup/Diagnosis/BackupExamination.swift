internal import Attestation
internal import EventLog
internal import SQLiteLog
internal import Transparency
internal import ExactText

/// Backups: whether there is one, whether it is of this log, and whole.
enum BackupExamination: Examination {
  /// A newest backup that is older, in days, is said to be old.
  static let maximumDays: Int64 = 7

  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    let folder = BackupFolder(workspace.backups)
    let damaged = folder.heads().filter { (try? BackupHead(file: $0)) == nil }.map { file in
      Symptom(
        "backup_head_damaged", .warning, "\(file) is no head of a backup", remedy: "dealtrail backup puts it aside")
    }
    guard let head = folder.readable().last, let file = head.file else {
      return damaged + [
        Symptom("no_backup", .warning, "there is no backup in \(workspace.backups)", remedy: "dealtrail backup")
      ]
    }
    return damaged + newest(head, file, folder, workspace)
  }

  private static func newest(
    _ head: BackupHead, _ file: String, _ folder: BackupFolder, _ workspace: ExaminedWorkspace
  ) -> [Symptom] {
    do {
      do {
        _ = try LogKeys(KeyRing(workspace: workspace.path).verifiers()).verify(head.signed)
      } catch {
        return [
          Symptom(
            "backup_foreign", .error, "the keys of this workspace do not say whose the backup \(file) is: \(error)",
            remedy: "keep it; see what is in it with: dealtrail restore \(file.shellPath) NEW --key KEY")
        ]
      }
      let manifest = try folder.manifest(of: head)
      for object in manifest.objects.sorted(by: { $0.hash < $1.hash }) {
        _ = try folder.content(object)
      }
      let found = try [lost(head, workspace), unsigned(manifest, workspace)].compactMap(\.self)
      if !found.isEmpty { return found }
      let days = (Timestamp.now().microseconds - head.created.microseconds) / 86_400_000_000
      guard days > maximumDays else { return [] }
      return [
        Symptom("backup_old", .warning, "the newest backup is \(days) days old: \(file)", remedy: "dealtrail backup")
      ]
    } catch {
      return [
        Symptom(
          "backup_damaged", .error, "the newest backup is not whole: \(error)",
          remedy: "dealtrail backup writes what is damaged anew; older ones are in \(workspace.backups)/heads")
      ]
    }
  }

  /// What was signed is not there any more, so that a log that was cut back or rewritten would not be told.
  private static func unsigned(_ manifest: BackupManifest, _ workspace: ExaminedWorkspace) -> Symptom? {
    let missing = manifest.files.map(\.path).filter {
      CheckpointFolder.isCheckpoint($0) && !DurableFile.isFile(workspace.file($0))
    }
    guard let newest = missing.max() else { return nil }
    return Symptom(
      "checkpoints_missing", .error,
      "\(missing.count) checkpoints of the newest backup are not in \(workspace.path), such as \(newest)",
      remedy:
        "dealtrail restore \(workspace.backups.shellPath) NEW, and copy from its checkpoints/ what is missing here")
  }

  /// The log does not go on from what was backed up: an older copy was put back, or it was rewritten.
  private static func lost(_ head: BackupHead, _ workspace: ExaminedWorkspace) throws -> Symptom? {
    guard let log = try? SQLiteEventStore(existing: workspace.file(WorkspaceLayout.log)) else { return nil }
    do {
      try log.readTree { try CheckpointFolder.check(head.checkpoint, isContinuedBy: $0) }
      return nil
    } catch {
      return Symptom(
        "log_lost_events", .integrity, "the newest backup has more than the log: \(error)",
        remedy: "dealtrail restore \(workspace.backups.shellPath) NEW, and see what was appended here since")
    }
  }
}
