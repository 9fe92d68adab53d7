public import EventLog
internal import GRDB
internal import Parallel
internal import SQLiteStorage
internal import Synchronization
internal import Transparency

extension SQLiteEventStore {
  public func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision]
  ) throws -> AppendResult {
    if batch.isEmpty { return AppendResult(positions: [], appended: 0) }
    let sealed = try Self.sealed(batch)
    do {
      let (result, tree) = try file.write { db in
        try append(sealed, recorded: recorded, expecting: expectations, db)
      }
      // Only what was committed.
      edge.withLock { $0 = tree }
      return result
    } catch let error as StorageError {
      throw Self.unwritten(error)
    }
  }

  /// Events that one core seals at a time; a batch of fewer is not worth the way to another core.
  private static let sealedAtOnce = 64

  /// Made before the lock is taken, since it needs no log.
  static func sealed(_ batch: [Event]) throws -> [SealedEvent] {
    if batch.count <= sealedAtOnce { return try batch.map { try SealedEvent($0) } }
    let parts = stride(from: 0, to: batch.count, by: sealedAtOnce).map {
      Array(batch[$0..<min($0 + sealedAtOnce, batch.count)])
    }
    return try inParallel(parts) { try $0.map { try SealedEvent($0) } }.flatMap { $0 }
  }

  static func unwritten(_ error: StorageError) -> EventStoreError {
    let isLocked = if case .locked = error { true } else { false }
    return EventStoreError(isLocked ? .locked : .failed, "nothing was written", underlying: error)
  }

  /// - Returns: what was appended, and the edge of the tree then.
  func append(
    _ batch: [SealedEvent], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision], _ db: Database
  ) throws -> (AppendResult, TreeFrontier) {
    var conflict: EventStoreError?
    for subject in expectations.keys.sorted() where conflict == nil {
      let actual = try Self.revision(of: subject, db)
      if !expectations[subject]!.isMet(by: actual) {
        conflict = .conflict(subject, expected: expectations[subject]!, actual: actual)
      }
    }
    var writer = try LogWriter(db, recorded: recorded, edge: edge.withLock { $0 })
    let start = writer.position
    var positions: [Int64] = []
    for event in batch { positions.append(try writer.append(event, unless: conflict)) }
    return (AppendResult(positions: positions, appended: Int(writer.position - start)), writer.tree)
  }
}
