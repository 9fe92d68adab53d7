public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Transparency

extension SQLiteEventStore {
  /// Reads a damaged log record by record, past whatever cannot be read.
  /// - Parameters:
  ///   - size: how many events the log is said to have had, from elsewhere; else what its tables say.
  ///   - body: takes each position, and its record where it still verifies: it is readable, stands where it was appended, is what
  ///     the tree was grown over, and its parts are those that it commits to.
  public func eachRecord(upTo size: Int64? = nil, _ body: (Int64, LogRecord?) throws -> Void) throws {
    let last = max(size ?? 0, (try? file.read(Self.lastPosition)) ?? 0)
    var position: Int64 = 0
    while position < min(last, Self.maximumPosition) {
      position += 1
      try body(position, try? file.read { try Self.intactRecord(at: position, $0) })
    }
  }

  /// The last position of which any table has a row.
  private static func lastPosition(_ db: Database) throws -> Int64 {
    let events = try Int64.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
    let last = try Int64.fetchOne(db, sql: "SELECT max(position) FROM event") ?? 0
    // What a row claims far beyond the number of events is damage.
    return min(last, events + 1_000_000)
  }

  private static func intactRecord(at position: Int64, _ db: Database) throws -> LogRecord? {
    let statement = try db.cachedStatement(sql: "SELECT position, envelope FROM event WHERE position = ?")
    guard let row = try Row.fetchOne(statement, arguments: [position]) else { return nil }
    let record = try record(from: row, db)
    guard record.stored?.position == position, record.brokenParts.isEmpty else { return nil }
    let node = try? Data.fetchOne(
      db.cachedStatement(sql: "SELECT hash FROM node WHERE number = ?"),
      arguments: [TreeNode(level: 0, index: position - 1).storedIndex])
    // Where the tree cannot be read, the record speaks for itself.
    if let node, TreeHash(node) != .leaf(record.envelope) { return nil }
    return record
  }
}
