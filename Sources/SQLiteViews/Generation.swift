internal import Foundation
internal import GRDB
internal import Projecting

/// One set of a projection's tables: the live one that readers see, or the one that a rebuild fills.
struct Generation {
  enum Kind: String { case live, growing }

  let kind: Kind
  let projection: any Projection

  func table(_ model: ReadModel) -> String { table(model.name) }

  private func table(_ model: String) -> String { kind == .live ? model : "growing_\(model)" }

  /// How far the rows stand; `nil` when there are none, or rows of another version.
  func position(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT position FROM engine_projection WHERE generation = ? AND name = ? AND version = ? AND parameters = ?
          """), arguments: [kind.rawValue, projection.name, projection.version, projection.parameters])
  }

  func setPosition(_ position: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO engine_projection (generation, name, version, parameters, position, models)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, projection.name, projection.version, projection.parameters, position,
        projection.models.map(\.name).joined(separator: " "),
      ])
  }

  /// Makes empty tables, in place of those that there may be.
  func create(_ db: Database) throws {
    try drop(db)
    for model in projection.models {
      let columns = model.columns.map { "\"\($0.name)\" \($0.kind.rawValue)" }.joined(separator: ", ")
      // Searched rows need a number of their own, by which the word index knows them.
      let key = model.searchedColumn == nil ? "PRIMARY KEY (subject, ordinal)" : "UNIQUE (subject, ordinal)"
      let row = model.searchedColumn == nil ? "" : "row INTEGER PRIMARY KEY, "
      try db.execute(
        sql: """
          CREATE TABLE "\(table(model))" (
            \(row)subject TEXT NOT NULL, ordinal INTEGER NOT NULL, \(columns), \(key)
          ) STRICT\(model.searchedColumn == nil ? ", WITHOUT ROWID" : "")
          """)
    }
  }

  /// Drops the tables, those of models that an older version had among them.
  private func drop(_ db: Database) throws {
    let old = try String.fetchOne(
      db, sql: "SELECT models FROM engine_projection WHERE generation = ? AND name = ?",
      arguments: [kind.rawValue, projection.name])
    let known = projection.models.map(\.name)
    for model in known + (old ?? "").split(separator: " ").map(String.init).filter({ !known.contains($0) }) {
      if kind == .live { try db.execute(sql: "DROP TABLE IF EXISTS \"\(words(model))\"") }
      try db.execute(sql: "DROP TABLE IF EXISTS \"\(table(model))\"")
    }
    for table in ["engine_projection WHERE name", "engine_subject WHERE projection"] {
      try db.execute(sql: "DELETE FROM \(table) = ? AND generation = ?", arguments: [projection.name, kind.rawValue])
    }
  }

  /// Drops the live tables of a projection of which only the name is known.
  static func drop(named name: String, _ db: Database) throws {
    struct Nameless: Projection {
      var name: String
      let version = 0
      let models: [ReadModel] = []
      func rows(for history: History) -> [ViewRow] { [] }
    }
    try Generation(kind: .live, projection: Nameless(name: name)).drop(db)
  }

  /// Makes this generation the live one, in the place of that which was.
  func goLive(_ db: Database) throws {
    let live = Generation(kind: .live, projection: projection)
    try live.drop(db)
    for model in projection.models {
      try db.execute(sql: "ALTER TABLE \"\(table(model))\" RENAME TO \"\(live.table(model))\"")
      for column in model.columns where column.isIndexed {
        try db.execute(sql: "CREATE INDEX \"\(model.name)_\(column.name)\" ON \"\(model.name)\" (\"\(column.name)\")")
      }
      if let column = model.searchedColumn { try live.createWords(model, column, db) }
    }
    for table in ["engine_projection WHERE name", "engine_subject WHERE projection"] {
      let (name, condition) = (table.prefix { $0 != " " }, table.drop { $0 != " " })
      try db.execute(
        sql: "UPDATE \(name) SET generation = ?\(condition) = ? AND generation = ?",
        arguments: [Kind.live.rawValue, projection.name, kind.rawValue])
    }
  }

  private func words(_ model: String) -> String { "\(model)_words" }

  /// The word index of a searched column: FTS5 without a copy of the text, kept by triggers.
  private func createWords(_ model: ReadModel, _ column: String, _ db: Database) throws {
    let (words, table) = (words(model.name), table(model))
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE "\(words)" USING fts5 (
          "\(column)", content = '\(table)', content_rowid = 'row', tokenize = "unicode61 remove_diacritics 2"
        );
        INSERT INTO "\(words)" ("\(words)") VALUES ('rebuild');
        CREATE TRIGGER "\(table)_insert" AFTER INSERT ON "\(table)" BEGIN
          INSERT INTO "\(words)" (rowid, "\(column)") VALUES (NEW.row, NEW."\(column)");
        END;
        CREATE TRIGGER "\(table)_delete" AFTER DELETE ON "\(table)" BEGIN
          INSERT INTO "\(words)" ("\(words)", rowid, "\(column)") VALUES ('delete', OLD.row, OLD."\(column)");
        END;
        """)
  }
}
