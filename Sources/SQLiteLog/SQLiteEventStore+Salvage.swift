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
  /// - Returns: whether it can be told how many events there were. Where it cannot, reading ends after
  ///   ``salvageGap`` positions without a record.
  /// - Throws: what `body` throws.
  public func eachRecord(upTo size: Int64? = nil, _ body: (Int64, LogRecord?) throws -> Void) throws -> Bool {
    // Each table by itself, since any of them may be what is damaged.
    let sizes = [
      try? file.read { try Int64.fetchOne($0, sql: "SELECT max(position) FROM event") ?? 0 },
      try? file.read { try Int64.fetchOne($0, sql: "SELECT max(position) FROM part") ?? 0 },
      try? file.read { Self.size(ofNodes: try Int64.fetchOne($0, sql: "SELECT max(number) + 1 FROM node") ?? 0) }, size,
    ].compactMap { $0 }.filter { $0 <= Self.maximumPosition }.sorted()
    var last = sizes.last
    // What one row alone claims, far beyond all else, is damage.
    if let claimed = last, sizes.count > 1, claimed > sizes[sizes.count - 2] + 1_000_000 {
      last = sizes[sizes.count - 2]
    }
    var (position, gap): (Int64, Int64) = (0, 0)
    while last.map({ position < $0 }) ?? (gap < Self.salvageGap) {
      position += 1
      guard let record = try? file.read({ try Self.intactRecord(at: position, $0) }) else {
        gap += 1
        if last != nil { try body(position, nil) }
        continue
      }
      if last == nil { for missing in (position - gap)..<position { try body(missing, nil) } }
      gap = 0
      try body(position, record)
    }
    return last != nil
  }

  /// Positions without a record after which nothing more is expected, in a log that does not say how long it was.
  public static let salvageGap: Int64 = 50_000

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
