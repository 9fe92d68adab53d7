internal import CanonicalJSON
public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage

/// The event log in one SQLite file: WAL, `synchronous=FULL`, triggers that refuse every UPDATE and DELETE.
/// Any number of processes may append; writers take turns, readers never wait.
public final class SQLiteEventStore: EventStore {
  private let file: DatabaseFile

  /// Where the SQLite file is.
  public var path: String { file.path }

  /// Opens the log at `path`, creating it when it is not there.
  public init(path: String) throws {
    file = try DatabaseFile(path: path, durability: .full, prepare: Self.prepare)
  }

  public func head() throws -> LogHead { try file.read(Self.head) }

  private static func head(_ db: Database) throws -> LogHead {
    let row = try Row.fetchOne(db, sql: "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1")
    guard let row else { return LogHead(position: 0, recorded: nil) }
    return LogHead(position: row[0], recorded: Timestamp(microseconds: row[1]))
  }

  public func revision(of subject: Subject) throws -> Int64 {
    try file.read { try Self.revision(of: subject, $0) }
  }

  private static func revision(of subject: Subject, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "SELECT max(revision) FROM event WHERE subject = ?")
      .fetchRevision(subject.id)
  }

  public func position(knownAt time: Timestamp) throws -> Int64 {
    try file.read { db in
      try Int64.fetchOne(
        db, sql: "SELECT position FROM event WHERE recorded <= ? ORDER BY recorded DESC, position DESC LIMIT 1",
        arguments: [time.microseconds]) ?? 0
    }
  }

  public func event(_ id: EventID) throws -> StoredEvent? {
    try file.read { try Self.event(id, $0) }
  }

  private static func event(_ id: EventID, _ db: Database) throws -> StoredEvent? {
    let statement = try db.cachedStatement(sql: "SELECT position, envelope FROM event WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [Data(id.bytes)]).map { try event(from: $0, db) }
  }

  public func events(at positions: [Int64]) throws -> [StoredEvent] {
    try file.read { db in
      let statement = try db.cachedStatement(sql: "SELECT position, envelope FROM event WHERE position = ?")
      return try positions.compactMap { position in
        try Row.fetchOne(statement, arguments: [position]).map { try Self.event(from: $0, db) }
      }
    }
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Bool) throws {
    var conditions: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    func require(_ condition: String, _ values: any DatabaseValueConvertible...) {
      conditions.append(condition)
      arguments.append(contentsOf: values)
    }
    switch query.filter {
    case .everything: break
    case .subject(let subject): require("subject = ?", subject.id)
    // "0" follows "/" in ASCII, so this range is every subject of the category.
    case .category(let category): require("subject >= ? AND subject < ?", category + "/", category + "0")
    case .kind(let kind): require("kind = ?", kind)
    }
    if let from = query.from { require(query.direction == .forward ? "position >= ?" : "position <= ?", from) }
    if let upTo = query.upTo { require("position <= ?", upTo) }
    var sql = "SELECT position, envelope FROM event"
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql += query.direction == .backward ? " ORDER BY position DESC" : " ORDER BY position"
    if let limit = query.limit { sql += " LIMIT \(max(0, limit))" }
    try file.read { db in
      let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
      while let row = try rows.next() {
        guard try body(try Self.event(from: row, db)) else { return }
      }
    }
  }

  private static func event(from row: Row, _ db: Database) throws -> StoredEvent {
    let position: Int64 = row[0]
    let envelope: Data = row[1]
    var parts: [String: JSONValue] = [:]
    let statement = try db.cachedStatement(sql: "SELECT name, content FROM part WHERE position = ?")
    let rows = try Row.fetchCursor(statement, arguments: [position])
    while let part = try rows.next() {
      let content: Data = part[1]
      guard let value = try? JSONReader.read([UInt8](content)) else { throw damaged(position) }
      parts[part[0]] = value
    }
    guard let event = Envelope.stored(envelope: [UInt8](envelope), data: parts["data"], sources: parts["sources"]),
      event.position == position
    else { throw damaged(position) }
    return event
  }

  private static func damaged(_ position: Int64) -> EventStoreError {
    EventStoreError(
      .damaged(position: position), "the event at position \(position) cannot be read back; restore a backup")
  }

  public func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision]
  ) throws -> AppendResult {
    if batch.isEmpty { return AppendResult(positions: [], appended: 0) }
    do {
      return try file.write { db in try Self.append(batch, recorded: recorded, expecting: expectations, db) }
    } catch let error as StorageError {
      let isLocked = if case .locked = error { true } else { false }
      throw EventStoreError(isLocked ? .locked : .failed, "nothing was written", underlying: error)
    }
  }

  private static func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision], _ db: Database
  ) throws -> AppendResult {
    let head = try head(db)
    let recorded = max(recorded, head.recorded ?? recorded)
    var next = head.position
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
      try insert(stored, db)
      written[event.id] = stored
      positions.append(next)
    }
    return AppendResult(positions: positions, appended: Int(next - head.position))
  }

  private static func insert(_ stored: StoredEvent, _ db: Database) throws {
    var generator = SystemRandomNumberGenerator()
    let parts = [("data", stored.event.data ?? .null), ("sources", stored.event.sources ?? .null)].map { name, value in
      (name, CanonicalWriter.bytes(of: value), (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
    let commitments = parts.map { ($0.0, JSONValue.string(Envelope.commitment(to: $0.1, salt: $0.2))) }
    let envelope = Envelope.bytes(of: stored, commitments: Dictionary(uniqueKeysWithValues: commitments))
    try check(envelope.count, of: "the envelope of event \(stored.event.id)", limit: Envelope.maximumBytes)
    let insertEvent = try db.cachedStatement(
      sql: "INSERT INTO event (position, id, subject, revision, kind, recorded, envelope) VALUES (?, ?, ?, ?, ?, ?, ?)")
    try insertEvent.execute(arguments: [
      stored.position, Data(stored.event.id.bytes), stored.event.subject.id, stored.revision, stored.event.kind,
      stored.recorded.microseconds, Data(envelope),
    ])
    let insertPart = try db.cachedStatement(
      sql: "INSERT INTO part (position, name, salt, content) VALUES (?, ?, ?, ?)")
    for (name, content, salt) in parts {
      try check(content.count, of: "the \(name) of event \(stored.event.id)", limit: Event.maximumPartBytes)
      try insertPart.execute(arguments: [stored.position, name, Data(salt), Data(content)])
    }
  }

  private static func check(_ bytes: Int, of what: String, limit: Int) throws {
    guard bytes <= limit else { throw EventStoreError.tooLarge(what, bytes: bytes, limit: limit) }
  }
}

extension Statement {
  fileprivate func fetchRevision(_ subject: String) throws -> Int64 {
    try Int64.fetchOne(self, arguments: [subject]) ?? 0
  }
}
