internal import Attestation
internal import EventLog
internal import SQLiteLog
internal import SQLiteStorage
internal import ExactText

/// The log: whether it can be opened, and every row, hash and checkpoint of it.
enum LogExamination: Examination {
  static let maximumMessages = 10

  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    let path = workspace.file(WorkspaceLayout.log)
    let ways =
      "restore the newest backup: dealtrail restore \(workspace.backups.shellPath) NEW; or write what still verifies into a new workspace: "
      + "dealtrail doctor --workspace \(workspace.path.shellPath) --salvage NEW"
    guard DurableFile.permissions(path) != nil else {
      return [
        Symptom("no_log", .integrity, "\(path) is not there: was a restore or a copy interrupted?", remedy: ways)
      ]
    }
    guard DurableFile.isFile(path) else {
      return [Symptom("no_log", .integrity, "\(path) is not a file", remedy: ways)]
    }
    do {
      let log = try SQLiteEventStore(existing: path)
      let verdict = try WorkspaceVerification(log, workspace: workspace.path)
        .run(checksFile: true, progress: workspace.progress)
      let findings = verdict.findings.filter { !$0.rule.hasPrefix("key_") }
      if !findings.isEmpty, findings.allSatisfy({ $0.rule == "tile_altered" }) {
        return [
          Symptom(
            "tiles_altered", .warning, findings[0].message,
            remedy: "rm -r \(workspace.file(WorkspaceLayout.tiles).shellPath), then: dealtrail checkpoint")
        ]
      }
      guard !findings.isEmpty else { return [] }
      let first = findings.compactMap(\.position).min().map { ", from position \($0) on" } ?? ""
      let shown = findings.prefix(maximumMessages).map(\.message)
      let more = findings.count + verdict.scan.uncounted - shown.count
      return [
        Symptom(
          "log_damaged", .integrity,
          (["the log does not verify\(first):"] + shown + (more > 0 ? ["… and \(more) more: dealtrail verify"] : []))
            .joined(separator: "\n  "), remedy: ways)
      ]
    } catch let error as AttestationError where error.code == .integrity {
      return [
        Symptom(
          "keys_altered", .integrity, error.message,
          remedy: "put keys/verifiers back from a backup; the log itself was not read")
      ]
    } catch let error as EventStoreError where error.code == .olderFormat {
      return [
        Symptom(
          "log_older", .warning, "\(path): \(error); its rows were not looked at",
          remedy: "any other command brings it up to date, and keeps a copy of it as it is; where that fails, " + ways)
      ]
    } catch let error as EventStoreError where error.code == .newerFormat {
      return [Symptom("log_newer", .error, "\(path): \(error)", remedy: "update dealtrail")]
    } catch let error as EventStoreError where error.code == .unknownFormat {
      return [Symptom("log_unknown", .integrity, "\(path): \(error)", remedy: ways)]
    } catch let error as StorageError {
      guard case .damaged = error else { return [.unreadable("log_unreadable", .error, error, workspace)] }
      return [Symptom("log_damaged", .integrity, "\(error)", remedy: ways)]
    } catch {
      return [Symptom("log_unreadable", .integrity, "\(path) cannot be opened: \(error)", remedy: ways)]
    }
  }
}
