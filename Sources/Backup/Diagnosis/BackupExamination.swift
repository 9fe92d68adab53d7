internal import Attestation
internal import EventLog
internal import Transparency

/// Backups: whether there is one, whether it is of this log, and whole.
enum BackupExamination: Examination {
  /// A newest backup that is older, in days, is said to be old.
  static let maximumDays: Int64 = 7

  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    let folder = BackupFolder(workspace.backups)
    guard let file = folder.heads().last else {
      return [
        Symptom("no_backup", .warning, "there is no backup in \(workspace.backups)", remedy: "dealtrail backup")
      ]
    }
    do {
      let head = try BackupHead(file: file)
      let keys = LogKeys(try KeyRing(workspace: workspace.path).verifiers())
      _ = try keys.verify(head.signed)
      for object in try folder.manifest(of: head).objects.sorted(by: { $0.hash < $1.hash }) {
        _ = try folder.content(object)
      }
      let days = (Timestamp.now().microseconds - head.created.microseconds) / 86_400_000_000
      guard days > maximumDays else { return [] }
      return [
        Symptom("backup_old", .warning, "the newest backup is \(days) days old: \(file)", remedy: "dealtrail backup")
      ]
    } catch {
      return [
        Symptom(
          "backup_damaged", .error, "the newest backup does not verify: \(error)",
          remedy: "take another copy of \(workspace.backups), or move it away and run: dealtrail backup")
      ]
    }
  }
}
