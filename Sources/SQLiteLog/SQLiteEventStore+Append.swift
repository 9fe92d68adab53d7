internal import CanonicalJSON
public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Transparency

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
    let head = try head(db)
    let recorded = max(recorded, head.recorded ?? recorded)
    var next = head.position
    var tree = try frontier(size: head.position, db)
    var revisions: [Subject: Int64] = [:]
    var written: [EventID: StoredEvent] = [:]
    var positions: [Int64] = []
    var conflict: EventStoreError?
    for subject in expectations.keys.sorted() {
      let actual = try revision(of: subject, db)
      if !expectations[subject]!.isMet(by: actual), conflict == nil {
        conflict = .conflict(subject, expected: expectations[subject]!, actual: actual)
      }
    }
    for event in batch {
      if let stored = try written[event.id] ?? self.event(event.id, db) {
        guard event.isSameClaim(as: stored.event) else {
          throw EventStoreError.idReused(stored.event, position: stored.position)
        }
        positions.append(stored.position)
        continue
      }
      if let conflict { throw conflict }
      next += 1
      let revision = try (revisions[event.subject] ?? revision(of: event.subject, db)) + 1
      revisions[event.subject] = revision
      let stored = StoredEvent(event: event, position: next, revision: revision, recorded: recorded)
      try insert(stored, into: &tree, db)
      written[event.id] = stored
      positions.append(next)
    }
    return AppendResult(positions: positions, appended: Int(next - head.position))
  }

  /// Writes an event, its parts, and the nodes of the tree that it completes.
  private static func insert(_ stored: StoredEvent, into tree: inout TreeFrontier, _ db: Database) throws {
    let record = try LogRecord(sealing: stored)
    let insertEvent = try db.cachedStatement(
      sql: "INSERT INTO event (position, id, subject, revision, kind, recorded, envelope) VALUES (?, ?, ?, ?, ?, ?, ?)")
    try insertEvent.execute(arguments: [
      stored.position, Data(stored.event.id.bytes), stored.event.subject.id, stored.revision, stored.event.kind,
      stored.recorded.microseconds, Data(record.envelope),
    ])
    let insertPart = try db.cachedStatement(
      sql: "INSERT INTO part (position, name, salt, content) VALUES (?, ?, ?, ?)")
    for part in EventPart.allCases {
      guard let sealed = record.parts[part] else { continue }
      try insertPart.execute(arguments: [stored.position, part.rawValue, Data(sealed.salt), Data(sealed.content)])
    }
    try grow(&tree, by: .leaf(record.envelope), db)
  }
}
