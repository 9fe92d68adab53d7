internal import Attestation
internal import EventLog
internal import SQLiteLog
internal import Transparency

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
            remedy: "keep it; see what is in it with: dealtrail restore \(file) NEW --key KEY")
        ]
      }
      for object in try folder.manifest(of: head).objects.sorted(by: { $0.hash < $1.hash }) {
        _ = try folder.content(object)
      }
      if let lost = try lost(head, workspace) { return [lost] }
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

  /// The log does not go on from what was backed up: an older copy was put back, or it was rewritten.
  private static func lost(_ head: BackupHead, _ workspace: ExaminedWorkspace) throws -> Symptom? {
    guard let log = try? SQLiteEventStore(existing: workspace.file("log.sqlite")) else { return nil }
    do {
      try log.readTree { try CheckpointFolder.check(head.checkpoint, isContinuedBy: $0) }
      return nil
    } catch {
      return Symptom(
        "log_lost_events", .integrity, "the newest backup has more than the log: \(error)",
        remedy: "dealtrail restore \(quoted(workspace.backups)) NEW, and see what was appended here since")
    }
  }
}
