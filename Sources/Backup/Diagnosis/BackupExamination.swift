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
}
