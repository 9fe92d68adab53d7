internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Transparency

/// Writes events within one transaction: their rows, their parts, and the nodes of the tree that they complete.
struct LogWriter {
  private let db: Database
  private let recorded: Timestamp
  private let findID: DirectStatement
  private let findRevision: DirectStatement
  private var rows: LogRowWriter
  /// The revisions of subjects of which events were written in this transaction: of some, or a long append would need memory for
  /// every subject.
  private var revisions: [Subject: Int64] = [:]
  private static let maximumRevisions = 50_000

  /// The edge of the tree over the events so far.
  var tree: TreeFrontier { rows.tree }
  /// The position of the last event.
  var position: Int64 { rows.tree.size }

  /// - Parameters:
  ///   - recorded: raised to the last recorded time, so that it never decreases.
  ///   - edge: the edge of the tree as this process left it, if it did: it stands as long as the log is of its size.
  init(_ db: Database, recorded: Timestamp, edge: TreeFrontier?) throws {
    self.db = db
    let last = try DirectStatement(db, "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1").numbers()
    guard last.map({ (1...SQLiteEventStore.maximumPosition).contains($0.0) }) ?? true else {
      throw SQLiteEventStore.damaged(min(last!.0, SQLiteEventStore.maximumPosition))
    }
    self.recorded = max(recorded, last.map { Timestamp(microseconds: $0.1) } ?? recorded)
    let position = last?.0 ?? 0
    rows = try LogRowWriter(
      db, tree: edge.flatMap { $0.size == position ? $0 : nil } ?? SQLiteEventStore.frontier(size: position, db))
    findID = try DirectStatement(db, "SELECT position FROM event WHERE id = ?")
    findRevision = try DirectStatement(db, "SELECT max(revision) FROM event WHERE subject = ?")
  }

  /// Writes an event, unless it is there already with the same content.
  /// - Parameter conflict: why nothing new may be written.
  /// - Returns: the event's position.
  /// - Throws: `EventStoreError`, `DatabaseError`.
  mutating func append(_ sealed: SealedEvent, unless conflict: EventStoreError? = nil) throws -> Int64 {
    let event = sealed.event
    let id = event.id.bytes
    let known = try id.withUnsafeBytes { bytes in
      findID.bind(1, bytes)
      return try findID.number()
    }
    if let known {
      guard let stored = try SQLiteEventStore.event(event.id, db), event.isSameClaim(as: stored.event) else {
        throw EventStoreError.idReused(event, position: known)
      }
      return known
    }
    if let conflict { throw conflict }
    let last = try revisions[event.subject] ?? storedRevision(of: event.subject)
    // There are no more revisions than positions.
    guard (0...position).contains(last) else { throw SQLiteEventStore.damaged(position) }
    let revision = last + 1
    let envelope = try sealed.envelope(position: position + 1, revision: revision, recorded: recorded)
    try rows.insert(
      LogRowWriter.Columns(
        id: id, subject: event.subject.id, revision: revision, kind: event.kind, recorded: recorded.microseconds),
      envelope, sealed.parts)
    if revisions.count == Self.maximumRevisions { revisions.removeAll(keepingCapacity: true) }
    revisions[event.subject] = revision
    return position
  }

  private func storedRevision(of subject: Subject) throws -> Int64 {
    findRevision.bind(1, subject.id)
    return try findRevision.number() ?? 0
  }
}
