public import EventLog
internal import GRDB
internal import SQLiteStorage

extension SQLiteEventStore {
  public func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision]
  ) throws -> AppendResult {
    if batch.isEmpty { return AppendResult(positions: [], appended: 0) }
    do {
      return try file.write { db in try Self.append(batch, recorded: recorded, expecting: expectations, db) }
    } catch let error as StorageError {
      throw Self.unwritten(error)
    }
  }

  static func unwritten(_ error: StorageError) -> EventStoreError {
    let isLocked = if case .locked = error { true } else { false }
    return EventStoreError(isLocked ? .locked : .failed, "nothing was written", underlying: error)
  }

  static func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision], _ db: Database
  ) throws -> AppendResult {
    var conflict: EventStoreError?
    for subject in expectations.keys.sorted() where conflict == nil {
      let actual = try revision(of: subject, db)
      if !expectations[subject]!.isMet(by: actual) {
        conflict = .conflict(subject, expected: expectations[subject]!, actual: actual)
      }
    }
    var writer = try LogWriter(db, recorded: recorded)
    let start = writer.position
    var positions: [Int64] = []
    for event in batch { positions.append(try writer.append(SealedEvent(event), unless: conflict)) }
    return AppendResult(positions: positions, appended: Int(writer.position - start))
  }
}
