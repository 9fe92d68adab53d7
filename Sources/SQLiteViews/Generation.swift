internal import Foundation
internal import ExactText
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
            AND \(Self.isBehindIndex)
          """), arguments: [kind.rawValue, projection.name, projection.version, projection.parameters])
  }

  /// Which rows a projection makes.
  struct Standing: Hashable {
    var name: String
    var version: Int
    var parameters: String
  }

  /// Rows that say that they stand for more than the index has read were not written by us, and are computed anew.
  private static let isBehindIndex = "position <= (SELECT position FROM engine_index)"

  /// How far all live rows stand.
  static func livePositions(_ db: Database) throws -> [Standing: Int64] {
    let rows = try Row.fetchCursor(
      db,
      sql:
        "SELECT name, version, parameters, position FROM engine_projection WHERE generation = 'live' AND \(isBehindIndex)"
    )
    var positions: [Standing: Int64] = [:]
    while let row = try rows.next() {
      positions[Standing(name: row[0], version: row[1], parameters: row[2])] = row[3]
    }
    return positions
  }

  /// The projections that failed on a subject. SQLite would rather look at all subjects than at the index of the few that failed.
  static func withFailures(_ db: Database) throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT DISTINCT projection FROM engine_subject INDEXED BY engine_subject_failure
        WHERE generation = 'live' AND failure IS NOT NULL
        """)
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
      if let column = model.searchedColumn { try createWords(model, column, db) }
    }
  }

  /// Drops the tables, those of models that an older version had among them.
  private func drop(_ db: Database) throws {
    if kind == .live {
      try Self.drop(live: projection.name, knownModels: projection.models.map(\.name), db)
    } else {
      for model in projection.models {
        try db.execute(sql: "DROP TABLE IF EXISTS \"\(Self.words(table(model)))\"")
        try db.execute(sql: "DROP TABLE IF EXISTS \"\(table(model))\"")
      }
      try Self.forget(projection.name, kind, db)
    }
  }

  /// Drops the live tables of a projection, but those that are another's by now.
  /// - Parameter knownModels: its models, beside those that were noted when it was computed.
  static func drop(live name: String, knownModels: [String] = [], _ db: Database) throws {
    let noted = try models(of: name, db)
    let others = try Row.fetchAll(
      db, sql: "SELECT models FROM engine_projection WHERE generation = 'live' AND name <> ?", arguments: [name]
    ).flatMap { split($0[0]) }
    for model in Set(noted + knownModels).subtracting(others).sorted() {
      try db.execute(sql: "DROP TABLE IF EXISTS \(words(model).sqlIdentifier)")
      try db.execute(sql: "DROP TABLE IF EXISTS \(model.sqlIdentifier)")
    }
    try forget(name, .live, db)
  }

  private static func forget(_ name: String, _ kind: Kind, _ db: Database) throws {
    for table in ["engine_projection WHERE name", "engine_subject WHERE projection"] {
      try db.execute(sql: "DELETE FROM \(table) = ? AND generation = ?", arguments: [name, kind.rawValue])
    }
  }

  private static func models(of name: String, _ db: Database) throws -> [String] {
    split(
      try String.fetchOne(
        db, sql: "SELECT models FROM engine_projection WHERE generation = 'live' AND name = ?", arguments: [name]) ?? ""
    )
  }

  private static func split(_ models: String) -> [String] { models.split(separator: " ").map(String.init) }

  /// Whoever had one of these tables before has none of its rows any more, and is to compute them again.
  private func dispossess(_ db: Database) throws {
    let owners = try Row.fetchAll(
      db, sql: "SELECT name, models FROM engine_projection WHERE generation = 'live' AND name <> ?",
      arguments: [projection.name])
    let taken = Set(projection.models.map(\.name))
    for owner in owners where !taken.isDisjoint(with: Self.split(owner[1])) { try Self.drop(live: owner[0], db) }
  }

  /// Makes this generation the live one, in the place of that which was.
  func goLive(_ db: Database) throws {
    let live = Generation(kind: .live, projection: projection)
    try dispossess(db)
    try live.drop(db)
    for model in projection.models {
      try db.execute(sql: "ALTER TABLE \"\(table(model))\" RENAME TO \"\(live.table(model))\"")
      for column in model.columns where column.isIndexed {
        try db.execute(sql: "CREATE INDEX \"\(model.name).\(column.name)\" ON \"\(model.name)\" (\"\(column.name)\")")
      }
      if model.searchedColumn != nil { try live.takeWords(of: table(model), model, db) }
    }
    for table in ["engine_projection WHERE name", "engine_subject WHERE projection"] {
      let (name, condition) = (table.prefix { $0 != " " }, table.drop { $0 != " " })
      try db.execute(
        sql: "UPDATE \(name) SET generation = ?\(condition) = ? AND generation = ?",
        arguments: [Kind.live.rawValue, projection.name, kind.rawValue])
    }
  }

  static func words(_ table: String) -> String { "\(table)_words" }

  /// How many bytes FTS5 gathers before it writes a segment: a rebuild writes few large ones, which need less merging; else it is
  /// as FTS5 has it.
  private static let wordBytesOfRebuild = 1 << 24
  private static let wordBytes = 1 << 20

  /// The word index of a searched column: FTS5 without a copy of the text. It names the table that rows are in once they are live.
  /// Rows come and go with their words by ``insert(_:_:)`` and ``delete(_:_:)``, not by triggers: a trigger makes a savepoint for
  /// each row, and FTS5 writes a segment at each savepoint.
  private func createWords(_ model: ReadModel, _ column: String, _ db: Database) throws {
    let words = Self.words(table(model))
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE "\(words)" USING fts5 (
          "\(column)", content = '\(model.name)', content_rowid = 'row', tokenize = "unicode61 remove_diacritics 2"
        );
        INSERT INTO "\(words)" ("\(words)", rank) VALUES ('hashsize', \(Self.wordBytesOfRebuild));
        """)
  }

  /// Takes the word index over with the rows.
  private func takeWords(of growing: String, _ model: ReadModel, _ db: Database) throws {
    let words = Self.words(model.name)
    try db.execute(
      sql: """
        ALTER TABLE "\(Self.words(growing))" RENAME TO "\(words)";
        INSERT INTO "\(words)" ("\(words)", rank) VALUES ('hashsize', \(Self.wordBytes));
        """)
  }
}

extension Projection {
  var standing: Generation.Standing {
    Generation.Standing(name: name, version: version, parameters: parameters)
  }
}
