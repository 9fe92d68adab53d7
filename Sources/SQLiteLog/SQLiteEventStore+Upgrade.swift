internal import EventLog
internal import Foundation
internal import GRDB
internal import Transparency

extension SQLiteEventStore {
  /// What follows the log's name in that of a copy from before an upgrade, with the number of its format after it.
  static let copySuffix = ".format-"

  /// What brings a log of each older format to the next.
  private static let upgrades: [Int: @Sendable (Database) throws -> Void] = [1: growTree]

  /// Brings a log to the newest format, step by step, in the transaction of whoever calls.
  /// - Throws: `EventStoreError.unknownFormat` where the log is not of the format that it says.
  static func upgrade(_ db: Database) throws {
    while let version = try Int.fetchOne(db, sql: "PRAGMA user_version"), version < formatVersion {
      guard let upgrade = upgrades[version] else { throw unlike(version) }
      try upgrade(db)
      try db.execute(sql: "PRAGMA user_version = \(version + 1)")
    }
  }

  private static func unlike(_ version: Int) -> EventStoreError {
    EventStoreError(.unknownFormat, "this log says that it has format \(version), but is not of that format")
  }

  /// From format 1: grows the tree over the envelopes that there are, and lets parts be erased.
  private static func growTree(_ db: Database) throws {
    let known = try Set(String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL"))
    // A log that lost its guards is not taken for an old one, or it would get them back, and a tree over what is there.
    guard known == Set(schema.map(name).filter { !$0.hasPrefix("node") }) else { throw unlike(1) }
    try db.execute(sql: "DROP TRIGGER part_is_append_only_delete")
    for statement in schema
    where !known.contains(name(of: statement)) || name(of: statement).hasSuffix("part_is_append_only_delete") {
      try db.execute(sql: statement)
    }
    var tree = TreeFrontier()
    let insertion = try nodeInsertion(db)
    let envelopes = try Data.fetchCursor(db, sql: "SELECT envelope FROM event ORDER BY position")
    while let envelope = try envelopes.next() { try grow(&tree, by: .leaf(envelope), insertion) }
  }

  /// Removes the copies of the log that upgrades left: they hold what is erased from the log.
  /// - Returns: their paths.
  /// - Throws: what removing a file throws.
  public func removeCopies() throws -> [String] {
    let copies = (1..<Self.formatVersion).flatMap { version in
      ["", ".new"].map { path + Self.copySuffix + "\(version)" + $0 }
    }.filter { FileManager.default.fileExists(atPath: $0) }
    for copy in copies { try FileManager.default.removeItem(atPath: copy) }
    return copies
  }
}
