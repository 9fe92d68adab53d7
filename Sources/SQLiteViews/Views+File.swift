internal import GRDB
internal import Projecting
internal import SQLiteStorage

extension Views {
  /// Most faults that are reported; one is enough to write the file anew.
  private static let maximumFaults = 5

  /// What SQLite finds wrong in the structures of the file: its pages, its indexes, and the word indexes, which are to say the
  /// same as the texts that they were made from. Empty where all is well.
  public func fileFaults() throws -> [String] {
    let messages = try file.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(\(Self.maximumFaults))") }
    if messages != ["ok"] { return messages }
    let searched = projections.flatMap(\.models).filter { $0.searchedColumn != nil }
    return try searched.compactMap { model in
      let words = Generation.words(model.name)
      // What was never computed has no index yet.
      let isThere = try file.read {
        try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?)", arguments: [words])
      }
      if isThere != true { return nil }
      do {
        // A command in the form of an insert; it changes nothing (https://www.sqlite.org/fts5.html#the_integrity_check_command).
        try file.write {
          try $0.execute(sql: "INSERT INTO \"\(words)\"(\"\(words)\", rank) VALUES ('integrity-check', 1)")
        }
        return nil
      } catch StorageError.damaged(_, let reason) {
        return "\(words): \(reason)"
      }
    }
  }
}
