public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Transparency

extension SQLiteEventStore {
  /// Reads a damaged log record by record, past whatever cannot be read.
  /// - Parameters:
  ///   - size: how many events the log had at least, as somebody signed it.
  ///   - body: takes each position, and its record where it still verifies: it is readable, stands where it was appended, is what
  ///     the tree was grown over, and its parts are those that it commits to.
  /// - Throws: `EventStoreError.damaged` where nothing says how many events there were, and what `body` throws.
  public func eachRecord(upTo size: Int64? = nil, _ body: (Int64, LogRecord?) throws -> Void) throws {
    // Each table by itself, since any of them may be what is damaged.
    let sizes = [
      try? file.read { try Int64.fetchOne($0, sql: "SELECT max(position) FROM event") ?? 0 },
      try? file.read { try Int64.fetchOne($0, sql: "SELECT max(position) FROM part") ?? 0 },
      try? file.read { Self.size(ofNodes: try Int64.fetchOne($0, sql: "SELECT max(number) + 1 FROM node") ?? 0) }, size,
    ].compactMap { $0 }.filter { $0 <= Self.maximumPosition }.sorted()
    guard var last = sizes.last else {
      throw EventStoreError(.damaged(position: 1), "no table of the log can be read, and nothing was signed")
    }
    // What one row alone claims, far beyond all else, is damage.
    if sizes.count > 1, last > sizes[sizes.count - 2] + 1_000_000 { last = sizes[sizes.count - 2] }
    var position: Int64 = 0
    while position < last {
      position += 1
      try body(position, try? file.read { try Self.intactRecord(at: position, $0) })
    }
  }

  /// How many events complete so many nodes: 2n less the ones in n's binary form.
  private static func size(ofNodes count: Int64) -> Int64 {
    var size = max(0, count) / 2
    while TreeNode.storedCount(size: size + 1) <= count { size += 1 }
    return size
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
