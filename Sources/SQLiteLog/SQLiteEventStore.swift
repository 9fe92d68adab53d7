public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Synchronization
internal import Transparency

/// The event log in one SQLite file: WAL, `synchronous=FULL`, triggers that refuse every UPDATE and DELETE.
/// Any number of processes may append; writers take turns, readers never wait.
public final class SQLiteEventStore: EventStore {
  /// The last position that a log can have; what a row claims beyond it is damage.
  static let maximumPosition: Int64 = 1 << 48

  let file: DatabaseFile
  /// The edge of the tree as this process left it with its last append.
  let edge = Mutex<TreeFrontier?>(nil)

  /// Where the SQLite file is.
  public var path: String { file.path }

  /// The copy that was made of the log as it was, where this opening brought it up to date; `nil` where that was not needed.
  public let copyBeforeUpgrade: String?

  /// Opens the log at `path`, creating it when it is not there. A log of an older format is copied first, then brought up to date in
  /// one transaction.
  /// - Throws: `StorageError`; `EventStoreError.unknownFormat` for a file of another application, `newerFormat` for one of a newer
  ///   dealtrail.
  public init(path: String) throws {
    var copy: String?
    do {
      file = try DatabaseFile(
        path: path, durability: .full, isErasable: true, isPrepared: { try Self.standing($0) == .current },
        check: Self.check,
        copy: { db in
          copy = try Self.copyBeforeUpgrade(db, path: path)
          return copy
        }, prepare: Self.prepare)
    } catch let error as EventStoreError {
      throw EventStoreError(error.code, "\(path): \(error.message)", underlying: error.underlying)
    }
    copyBeforeUpgrade = copy
  }

  /// Opens a log that is there, to be looked at as it is: it is not made, and an older format is not brought up to date.
  /// - Parameter admitsOlder: whether a log of an older format is opened too, for its rows alone.
  /// - Throws: `EventStoreError.olderFormat`, `newerFormat`, or `unknownFormat` for a file that is no log; `StorageError` for one that cannot
  ///   be opened.
  public init(existing path: String, admitsOlder: Bool = false) throws {
    copyBeforeUpgrade = nil
    file = try DatabaseFile(existing: path)
    switch try file.read(Self.standing) {
    case .current: return
    case .empty: throw EventStoreError(.unknownFormat, "the file has nothing in it")
    case .older(let version):
      if admitsOlder { return }
      throw EventStoreError(.olderFormat, "the log has format \(version), which is older than \(Self.formatVersion)")
    case .newer, .foreign: try file.read(Self.check)
    }
  }

  public func head() throws -> LogHead { try file.read(Self.head) }

  static func head(_ db: Database) throws -> LogHead {
    let row = try Row.fetchOne(db, sql: "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1")
    guard let row, let position: Int64 = row[0] else { return LogHead(position: 0, recorded: nil) }
    guard position <= maximumPosition, let recorded: Int64 = row[1] else {
      throw damaged(min(position, maximumPosition))
    }
    return LogHead(position: position, recorded: Timestamp(microseconds: recorded))
  }

  public func revision(of subject: Subject) throws -> Int64 {
    try file.read { try Self.revision(of: subject, $0) }
  }

  static func revision(of subject: Subject, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(revision) FROM event WHERE subject = ?"), arguments: [subject.id]) ?? 0
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

  static func event(_ id: EventID, _ db: Database) throws -> StoredEvent? {
    let rows = try EventRows(db, where: "id = ?")
    return try id.bytes.withUnsafeBytes { id in
      rows.bind(1, id)
      return try rows.first()
    }
  }

  public func events(at positions: [Int64]) throws -> [StoredEvent] {
    try file.read { db in
      let rows = try EventRows(db, where: "event.position = ?")
      return try positions.compactMap { position in
        rows.bind(1, position)
        return try rows.first()
      }
    }
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Bool) throws {
    var conditions: [String] = []
    var values: [Value] = []
    func require(_ condition: String, _ needed: Value...) {
      conditions.append(condition)
      values += needed
    }
    switch query.filter {
    case .everything: break
    case .subject(let subject): require("subject = ?", .text(subject.id))
    // "0" follows "/" in ASCII, so this range is every subject of the category.
    case .category(let category): require("subject >= ? AND subject < ?", .text(category + "/"), .text(category + "0"))
    case .kind(let kind): require("kind = ?", .text(kind))
    }
    if let from = query.from {
      require(query.direction == .forward ? "event.position >= ?" : "event.position <= ?", .number(from))
    }
    if let upTo = query.upTo { require("event.position <= ?", .number(upTo)) }
    // Of one subject, revisions are in the order of positions, and the index has them so.
    let order = if case .subject = query.filter { "revision" } else { "event.position" }
    var left = query.limit.map { max(0, $0) } ?? .max
    try file.read { db in
      var rows = try EventRows(
        db, where: conditions.isEmpty ? "true" : conditions.joined(separator: " AND "),
        order: query.direction == .backward ? order + " DESC" : order)
      for (index, value) in values.enumerated() { rows.bind(Int32(index + 1), value) }
      defer { rows.reset() }
      while left > 0, let event = try rows.next(), try body(event) { left -= 1 }
    }
  }

  /// What is stored of an event, to the byte, from a row of its position and its envelope.
  static func record(from row: Row, _ db: Database) throws -> LogRecord {
    // A damaged page may have values of any type, or none.
    let position: Int64 = row[0] ?? 0
    guard let envelope: Data = row[1], envelope.count <= Envelope.maximumBytes else { throw damaged(position) }
    var record = LogRecord(envelope: [UInt8](envelope), parts: [:])
    let statement = try db.cachedStatement(sql: "SELECT name, salt, content FROM part WHERE position = ?")
    let rows = try Row.fetchCursor(statement, arguments: [position])
    while let row = try rows.next() {
      guard let part = (row[0] as String?).flatMap({ EventPart(rawValue: $0) }), let salt: Data = row[1],
        let content: Data = row[2]
      else { throw damaged(position) }
      record.parts[part] = SealedPart(salt: [UInt8](salt), content: [UInt8](content))
    }
    return record
  }

  static func damaged(_ position: Int64) -> EventStoreError {
    EventStoreError(
      .damaged(position: position),
      "the event at position \(position) cannot be read back: see what else is affected with: dealtrail verify")
  }
}
