internal import Attestation
internal import EventLog
internal import SQLiteLog
internal import SQLiteStorage
internal import SQLiteViews
internal import Transparency

/// What a run gathers.
struct AuditGathering {
  var facts = AuditFacts()
  let context: AuditContext
  var observations: [Observation] = []
  var size: Int64 = 0
  var root: TreeHash?
  var checkpoint: Checkpoint?
  var isWholeScan = false
  var integrity = AuditResult.Integrity.unknown
  /// The acceptances; `nil` where they could not be read.
  var acceptances: [Acceptance]?
  var nights: [AuditNight] = []
  /// Rules that did not see all that they look at.
  var incomplete: Set<String> = []

  init(_ context: AuditContext) { self.context = context }

  /// A damaged log is a finding; one that is locked, cannot be read by this user, or is of a newer format, is not.
  mutating func opened(_ file: String, _ body: () throws -> SQLiteEventStore) throws -> SQLiteEventStore? {
    do {
      return try body()
    } catch let error as StorageError {
      guard case .damaged = error else { throw error }
      found(IntegrityFinding(rule: "file_damaged", file: file, message: "\(error)"))
    } catch let error as EventStoreError {
      guard case .damaged = error.code else { throw error }
      found(IntegrityFinding(rule: "file_damaged", file: file, message: "\(error)"))
    }
    return nil
  }

  /// Damaged views are a finding; those that are locked, or cannot be written, are not.
  mutating func views(_ body: () throws -> Views) throws -> Views? {
    do {
      return try body()
    } catch let error as StorageError {
      guard case .damaged = error else { throw error }
      facts.viewsFailure = "\(error)"
      return nil
    }
  }

  mutating func found(_ finding: IntegrityFinding) {
    facts.integrity.append(finding)
    if IntegrityCheck.isBreach(IntegrityCheck.rule(of: finding).id) { integrity = .breached }
  }
}
