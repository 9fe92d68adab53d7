internal import EventLog
internal import Foundation
internal import GRDB
internal import ExactText
internal import Transparency

extension SQLiteEventStore {
  /// What follows the log's name in that of a copy from before an upgrade, with the number of its format after it.
  private static let copySuffix = ".format-"

  /// A step from an older format to the next.
  private struct Step: Sendable {
    /// Whether a log is of the format that it says.
    var applies: @Sendable (Database) throws -> Bool
    var run: @Sendable (Database) throws -> Void
  }

  private static let steps = [1: Step(applies: isWithoutTree, run: growTree)]

  /// - Throws: `EventStoreError.unknownFormat` where the log is not of the format that it says.
  static func checkUpgradable(_ db: Database, from version: Int) throws {
    guard try steps[version]?.applies(db) == true else {
      throw EventStoreError(.unknownFormat, "this log says that it has format \(version), but is not of that format")
    }
  }

  /// Brings a log to the newest format, step by step, in the transaction of whoever calls.
  /// - Throws: `EventStoreError.unknownFormat` where the log is not of the format that it says.
  static func upgrade(_ db: Database) throws {
    while case .older(let version) = try standing(db) {
      try checkUpgradable(db, from: version)
      try steps[version]!.run(db)
      try db.execute(sql: "PRAGMA user_version = \(version + 1)")
    }
  }

  /// Format 1: what there is now, without the tree. A log that lost its guards is not taken for an old one, or it would get them back,
  /// and a tree over what is there.
  private static func isWithoutTree(_ db: Database) throws -> Bool {
    let known = try Set(
      String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"))
    return known == Set(schema.map(name).filter { !$0.hasPrefix("node") })
  }

  /// Grows the tree over the envelopes that there are, and lets parts be erased. Its statements are those of `schema` while format 2
  /// is the newest; whoever changes them there keeps them here.
  private static func growTree(_ db: Database) throws {
    try db.execute(sql: "DROP TRIGGER part_is_append_only_delete")
    for statement in schema
    where name(of: statement).hasPrefix("node") || name(of: statement) == "part_is_append_only_delete" {
      try db.execute(sql: statement)
    }
    var tree = TreeFrontier()
    let insertion = try nodeInsertion(db)
    let envelopes = try Data.fetchCursor(db, sql: "SELECT envelope FROM event ORDER BY position")
    while let envelope = try envelopes.next() { try grow(&tree, by: .leaf(envelope), insertion) }
  }

  /// Where a copy of a log goes before it is brought up to date; `nil` where it is. No copy that is there is written over.
  static func copyBeforeUpgrade(_ db: Database, path: String) throws -> String? {
    guard case .older(let version) = try standing(db) else { return nil }
    let first = path + copySuffix + "\(version)"
    var (copy, number) = (first, 1)
    while FileManager.default.fileExists(atPath: copy) {
      number += 1
      copy = "\(first)-\(number)"
    }
    return copy
  }

  /// The copies that upgrades left beside a log, those that are not whole too.
  public static func copies(of path: String) -> [String] {
    let name = path.pathNames.last ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.folderOfPath)) ?? []
    return names.filter { $0.hasPrefix(name + copySuffix) }.sorted().map { path[..<name.startIndex] + $0 }
  }

  /// Removes the copies of the log that upgrades left: they hold what is erased from the log.
  /// - Returns: their paths.
  /// - Throws: what removing a file throws.
  public func removeCopies() throws -> [String] {
    let copies = Self.copies(of: path)
    for copy in copies { try FileManager.default.removeItem(atPath: copy) }
    return copies
  }
}
