import EventLog
import Foundation
import GRDB
import SQLiteLog
import Testing
import Transparency

/// A log that somebody changed behind its back is found, and the first position affected is named.
@Suite struct TamperTests {
  /// A log of 12 events in a folder of its own, one with erased data, and the raw file with its guards taken off. They
  /// are put back after each change, so that it is the change that is found.
  struct Victim {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
    var path: String { folder.appending(path: "log.sqlite").path }
    let pristine: Data

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let path = folder.appending(path: "log.sqlite").path
      do {
        let log = try SQLiteEventStore(path: path)
        _ = try log.append((1...10).map { claim("\($0)", on: "company/\($0 % 3)") })
        _ = try log.redact(
          [.data], by: ErasureTests.redaction(of: claim("4", on: "company/1").id, parts: [.data]), recorded: .now())
        _ = try log.append([claim("12", on: "company/1")])
        let scan = try log.verify()
        #expect(scan.isIntact && scan.erased == 1, "\(scan.faults)")
        try log.scrub()
      }
      pristine = try Data(contentsOf: URL(filePath: path))
    }

    /// Changes the file behind the log's back.
    func change(_ sql: [String], _ arguments: StatementArguments = []) throws {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let raw = try DatabaseQueue(path: path, configuration: configuration)
      try raw.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        let guards = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for row in guards { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
        defer { for row in guards { try? db.execute(sql: row[1]) } }
        for statement in sql { try db.execute(sql: statement, arguments: statement.contains("?") ? arguments : []) }
      }
    }

    func faults() throws -> [LogFault] { try SQLiteEventStore(path: path).verify().faults }

    func restore() throws {
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      try pristine.write(to: URL(filePath: path))
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  /// One bit, in every column of every row of every table.
  @Test(arguments: ["event", "part", "node"])
  func oneFlippedBit(table: String) throws {
    let victim = try Victim()
    defer { victim.remove() }
    let (columns, rows) = try DatabaseQueue(path: victim.path).read { db in
      (try db.columns(in: table).map(\.name), try Row.fetchAll(db, sql: "SELECT * FROM \(table)"))
    }
    let key = table == "event" ? "position = ?" : table == "part" ? "position = ? AND name = ?" : "number = ?"
    var tried = 0
    for (number, row) in rows.enumerated() {
      let keys: [any DatabaseValueConvertible] =
        table == "part" ? [row[0] as Int64, row[1] as String] : [row[0] as Int64]
      let first: Int64 = table == "node" ? Self.firstPosition(number: row[0]) : row[0]
      for (index, column) in columns.enumerated() {
        let isText = if case .string = (row[index] as DatabaseValue).storage { true } else { false }
        // Where the database itself refuses one bit because the value is taken, another is flipped.
        var isChanged = false
        for bit in number..<(number + 8) where !isChanged {
          isChanged =
            (try? victim.change(
              ["UPDATE \(table) SET \(column) = \(isText ? "CAST(? AS TEXT)" : "?") WHERE \(key)"],
              StatementArguments([Self.flipped(row[index], bit: bit)] + keys))) != nil
        }
        try #require(isChanged)
        let faults = try victim.faults()
        // A redaction that was altered leaves what it erased, at position 4, without one.
        let found = faults.first { first != 11 || $0.position != 4 }
        #expect(found?.position == first, "\(table).\(column) of \(keys): \(faults)")
        tried += 1
        try victim.restore()
      }
    }
    #expect(tried == rows.count * columns.count && tried > 40)
    try #expect(victim.faults().isEmpty)
  }

  private static func flipped(_ value: DatabaseValue, bit: Int) -> any DatabaseValueConvertible {
    var bytes: Data
    switch value.storage {
    // A bit high enough that the number is not that of another row.
    case .int64(let integer): return integer ^ (1 << Int64(8 + bit % 4))
    case .string(let text): bytes = Data(text.utf8)
    case .blob(let data): bytes = data
    default: preconditionFailure("a column of no type that a log has")
    }
    bytes[(bit * 7) % bytes.count] ^= 1 << UInt8(bit % 7)
    return bytes
  }

  private static func firstPosition(number: Int64) -> Int64 {
    for level in 0..<4 {
      for index in 0..<12 where TreeNode(level: level, index: Int64(index)).storedIndex == number {
        return Int64(index) << Int64(level) + 1
      }
    }
    return 0
  }

  /// Rows removed, swapped, inserted and put in another order.
  @Test(
    arguments: [
      ("removed", ["DELETE FROM event WHERE position = 5"], 5, .missingEvent),
      (
        "removed with its parts", ["DELETE FROM part WHERE position = 5", "DELETE FROM event WHERE position = 5"], 5,
        .missingEvent
      ),
      (
        "removed, and the rest moved up",
        ["DELETE FROM event WHERE position = 5", "UPDATE event SET position = position - 1 WHERE position > 5"], 5,
        .envelope
      ),
      ("the last one removed", ["DELETE FROM event WHERE position = 12"], 12, .stray),
      (
        "swapped",
        [
          "UPDATE event SET position = -3 WHERE position = 3", "UPDATE event SET position = 3 WHERE position = 8",
          "UPDATE event SET position = 8 WHERE position = -3",
        ], 3, .envelope
      ),
      (
        "swapped with parts",
        ["event", "part"].flatMap {
          [
            "UPDATE \($0) SET position = -3 WHERE position = 3", "UPDATE \($0) SET position = 3 WHERE position = 8",
            "UPDATE \($0) SET position = 8 WHERE position = -3",
          ]
        }, 3, .envelope
      ),
      (
        "inserted at the end",
        [
          "INSERT INTO event SELECT 13, randomblob(16), 'company/x', 1, kind, recorded, envelope FROM event WHERE position = 2"
        ],
        13, .envelope
      ),
      (
        "inserted in the middle",
        [
          "UPDATE event SET position = -position WHERE position > 6",
          "UPDATE event SET position = 1 - position WHERE position < 0",
          "INSERT INTO event SELECT 7, randomblob(16), 'company/x', 1, kind, recorded, envelope FROM event WHERE position = 2",
        ], 7, .envelope
      ),
      (
        "before the first",
        [
          "INSERT INTO event SELECT 0, randomblob(16), 'company/x', 1, kind, recorded, envelope FROM event WHERE position = 2"
        ], 1, .stray
      ),
      ("a part removed", ["DELETE FROM part WHERE position = 9 AND name = 'sources'"], 9, .missingPart),
      ("what a redaction did not erase removed", ["DELETE FROM part WHERE position = 4"], 4, .missingPart),
      (
        "a part added",
        ["INSERT INTO part SELECT 4, 'data', salt, content FROM part WHERE position = 5 AND name = 'data'"], 4, .part
      ),
      ("a node removed", ["DELETE FROM node WHERE number = 6"], 1, .node),
      ("the last node removed", ["DELETE FROM node WHERE number = (SELECT max(number) FROM node)"], 9, .node),
    ] as [(String, [String], Int64?, LogFault.Rule?)])
  func rawChanges(what: String, sql: [String], position: Int64?, rule: LogFault.Rule?) throws {
    let victim = try Victim()
    defer { victim.remove() }
    try victim.change(sql)
    let faults = try victim.faults()
    #expect(faults.first?.position == position && faults.first?.rule == rule, "\(what): \(faults)")
  }

  /// Rows and tables that are made to trip whoever reads them.
  @Test(
    arguments: [
      ("far away", ["UPDATE event SET position = 1 << 40 WHERE position = 12"], 12, .missingEvent),
      (
        "at the end of numbers", ["UPDATE event SET position = 9223372036854775807 WHERE position = 12"], 12,
        .missingEvent
      ),
      ("before the beginning", ["UPDATE event SET position = -9223372036854775808 WHERE position = 12"], 1, .stray),
      ("a node far away", ["UPDATE node SET number = 9223372036854775807 WHERE number = 21"], 9, .node),
      ("a trigger named as a table", ["CREATE TRIGGER event BEFORE INSERT ON part BEGIN SELECT 1; END"], nil, .schema),
      (
        "a table that takes anything",
        [
          "CREATE TABLE other (position INTEGER PRIMARY KEY, id, subject, revision, kind, recorded, envelope)",
          "INSERT INTO other SELECT position, NULL, 7, x'00', NULL, 'x', NULL FROM event", "DROP TABLE event",
          "ALTER TABLE other RENAME TO event",
        ], nil, .schema
      ),
      ("no table", ["DROP TABLE node"], nil, .schema),
      ("an envelope too long", ["UPDATE event SET envelope = zeroblob(70000) WHERE position = 3"], 3, .envelope),
      ("an empty envelope", ["UPDATE event SET envelope = x'' WHERE position = 3"], 3, .envelope),
      ("empty parts", ["UPDATE part SET content = x'', salt = x'' WHERE position = 3"], 3, .part),
    ] as [(String, [String], Int64?, LogFault.Rule)])
  func hostileRows(what: String, sql: [String], position: Int64?, rule: LogFault.Rule) throws {
    let victim = try Victim()
    defer { victim.remove() }
    try victim.change(sql)
    let faults = try victim.faults()
    #expect(faults.first?.position == position && faults.contains { $0.rule == rule }, "\(what): \(faults)")
  }

  @Test func guardsThatWereTakenOffAreMissed() throws {
    let victim = try Victim()
    defer { victim.remove() }
    let raw = try DatabaseQueue(path: victim.path)
    try raw.write { try $0.execute(sql: "DROP TRIGGER event_is_append_only_update; CREATE TABLE mine (x)") }
    let faults = try victim.faults()
    #expect(faults.map(\.rule) == [.schema, .schema])
  }

  /// Damage below SQL: any byte of a page that holds rows.
  @Test func damagedPages() throws {
    let victim = try Victim()
    defer { victim.remove() }
    let needles = try DatabaseQueue(path: victim.path).read { db in
      try Row.fetchAll(db, sql: "SELECT position, envelope FROM event").map { ($0[0] as Int64, $0[1] as Data) }
    }
    for (position, envelope) in needles {
      var file = victim.pristine
      let range = try #require(file.range(of: envelope))
      file[range.lowerBound + Int(position) * 11] ^= 4
      try file.write(to: URL(filePath: victim.path))
      let faults = try victim.faults()
      let found = faults.first { position != 11 || $0.position != 4 }
      #expect(found?.position == position, "\(faults)")
      try victim.restore()
    }
  }
}
