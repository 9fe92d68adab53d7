internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Transparency

/// What holds of a log as a whole, apart from the hashes.
extension SQLiteEventStore {
  /// A part that is not there must have been erased by a redaction on record.
  static func checkMissing(_ missing: [ChunkScan.MissingPart], _ scan: inout LogScan, _ db: Database) throws {
    if missing.isEmpty { return }
    var erased: [EventID: Set<EventPart>] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT position, envelope FROM event WHERE kind = ?", arguments: [Event.redactionKind])
    while let row = try rows.next() {
      guard let envelope: Data = row[1], let position: Int64 = row[0],
        let target = Envelope([UInt8](envelope))?.stored.event.causation.flatMap({ EventID($0) })
      else {
        continue
      }
      let data = try Data.fetchOne(
        db, sql: "SELECT content FROM part WHERE position = ? AND name = 'data'", arguments: [position])
      // A redaction that cannot be read excuses nothing.
      guard let json = data.flatMap({ try? JSONReader.read([UInt8]($0)) }) else { continue }
      let named = (json["parts"]?.array ?? []).compactMap { $0.string.flatMap { EventPart(rawValue: $0) } }
      erased[target, default: []].formUnion(named.isEmpty ? EventPart.allCases : named)
    }
    var events: Set<EventID> = []
    for part in missing {
      if erased[part.event]?.contains(part.part) == true {
        events.insert(part.event)
      } else {
        scan.add([
          LogFault(
            .missingPart, at: part.position, event: part.event,
            "the \(part.part) of the event at position \(part.position) is not there, and no redaction on record erased it"
          )
        ])
      }
    }
    scan.erased = events.count
  }

  /// Rows outside the log: before its first position, or after its last.
  static func checkStrays(_ scan: inout LogScan, _ db: Database) throws {
    let size = try head(db).position
    let nodes = TreeNode.storedCount(size: size)
    for (table, column, last) in [
      ("event", "position", size), ("part", "position", size), ("node", "number", nodes - 1),
    ] {
      let first: Int64 = table == "node" ? 0 : 1
      // Two ranges of the key, because SQLite reads the whole table for an OR.
      let strays =
        try Int64.fetchAll(
          db, sql: "SELECT \(column) FROM \(table) WHERE \(column) < ? ORDER BY \(column) LIMIT 10", arguments: [first])
        + Int64.fetchAll(
          db, sql: "SELECT \(column) FROM \(table) WHERE \(column) > ? ORDER BY \(column) LIMIT 10", arguments: [last])
      scan.add(
        strays.map { number in
          LogFault(
            .stray, at: table == "node" ? size + 1 : max(1, number),
            "the table \(table) has a row \(column) \(number), outside the log of \(size) events")
        })
    }
  }

  static func revisionFaults(_ db: Database) throws -> [LogFault] {
    let subjects = try String.fetchAll(
      db,
      sql: """
        SELECT subject FROM event INDEXED BY sqlite_autoindex_event_2
        GROUP BY subject HAVING min(revision) <> 1 OR max(revision) <> count(*) LIMIT 10
        """)
    return try subjects.map { subject in
      let position = try Int64.fetchOne(
        db,
        sql: """
          SELECT min(position) FROM (
            SELECT position, revision, row_number() OVER (ORDER BY revision) AS place FROM event WHERE subject = ?)
          WHERE revision <> place
          """, arguments: [subject])
      return LogFault(.revision, at: position, "the revisions of \(subject) are not 1, 2, 3 … without a gap")
    }
  }

  static let tables: Set = ["event", "part", "node"]

  /// The guards of the log are those that this program makes: whoever dropped a trigger may have rewritten rows.
  static func checkSchema(_ scan: inout LogScan, _ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
      .map { (name: ($0[0] as String?) ?? "", sql: ($0[1] as String?) ?? "") }
    func add(_ name: String, _ message: String) {
      var fault = LogFault(.schema, at: nil, message)
      fault.subject = name
      scan.add([fault])
    }
    let altered = Set(schema.filter { statement in !rows.contains { $0.sql == statement } }.map(name))
    for name in altered.sorted() {
      add(name, "\(name) in log.sqlite \(rows.contains { $0.name == name } ? "was changed" : "is not there")")
    }
    for row in rows where !schema.contains(row.sql) && !altered.contains(row.name) {
      add(row.name, "log.sqlite has something that does not belong to a log: \(row.name)")
    }
  }

  /// SQLite's own check of pages, indexes and constraints.
  static func checkFile(_ scan: inout LogScan, _ db: Database) throws {
    let messages = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
    scan.add(messages.filter { $0 != "ok" }.map { LogFault(.file, at: nil, "SQLite finds log.sqlite damaged: \($0)") })
  }
}
