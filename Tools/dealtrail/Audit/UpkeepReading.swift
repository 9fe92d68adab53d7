import Attestation
import Auditing
import EventLog
import Foundation

/// Reads the state of the machine and of the workspace's files.
struct UpkeepReading {
  var workspace: String
  var backups: String?

  func upkeep() -> AuditFacts.Upkeep {
    var upkeep = AuditFacts.Upkeep()
    if let disk = try? FileManager.default.attributesOfFileSystem(forPath: workspace),
      let free = disk[.systemFreeSize] as? NSNumber, let size = disk[.systemSize] as? NSNumber
    {
      upkeep.freeBytes = free.int64Value
      upkeep.freeShare = size.doubleValue > 0 ? free.doubleValue / size.doubleValue : 1
    }
    upkeep.walBytes =
      [WorkspaceLayout.log, WorkspaceLayout.views].map { name in
        let attributes = try? FileManager.default.attributesOfItem(atPath: workspace + "/" + name + "-wal")
        return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
      }.max() ?? 0
    upkeep.lastBackup = newestBackup()
    do {
      _ = try KeyRing(workspace: workspace).signer()
    } catch {
      upkeep.signingFailure = "\(error)"
    }
    return upkeep
  }

  /// The day of the newest file in the folder of backups.
  private func newestBackup() -> CivilDate? {
    let folder = URL(filePath: backups ?? WorkspaceLayout.backups, relativeTo: URL(filePath: workspace + "/"))
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.contentModificationDateKey])
    let dates = (files?.allObjects as? [URL] ?? []).compactMap {
      try? $0.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
    }
    return dates.max().map { CivilDate(day: Int(($0.timeIntervalSince1970 / 86_400).rounded(.down))) }
  }
}
