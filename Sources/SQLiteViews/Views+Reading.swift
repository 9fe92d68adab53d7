public import EventLog
internal import GRDB
public import Projecting
internal import SQLiteStorage

/// A row as it is stored.
public struct StoredRow: Sendable, Hashable {
  public var subject: Subject
  public var values: [ViewValue]
}

/// Reads read models in one consistent state.
public struct ViewReader {
  let db: Database
  let projections: [any Projection]

  /// The position of the log that the rows of a projection stand for.
  /// - Throws: `ViewsError.notComputed`.
  public func position(of projection: String) throws -> Int64 {
    guard let known = projections.first(where: { $0.name == projection }),
      let position = try Generation(kind: .live, projection: known).position(db)
    else { throw ViewsError.notComputed(projection: projection) }
    return position
  }

  /// The subjects on which a projection failed; they have no rows.
  public func failedSubjects(of projection: String) throws -> [Subject] {
    guard let known = projections.first(where: { $0.name == projection }) else { return [] }
    return try Generation(kind: .live, projection: known).failed(db).sorted().compactMap { Subject($0) }
  }

  /// The rows of a model, by subject and in the order of the projection; of one subject, or of all.
  public func rows(_ model: ReadModel, of subject: Subject? = nil) throws -> [StoredRow] {
    try rows(model, subject == nil ? "" : "WHERE subject = ?", subject.map { [$0.id] } ?? [])
  }

  /// The rows whose column has the value.
  public func rows(_ model: ReadModel, where column: String, is value: String) throws -> [StoredRow] {
    try rows(model, "WHERE \"\(column)\" = ?", [value])
  }

  /// The rows whose searched column matches an FTS5 expression, best first (BM25).
  public func rows(_ model: ReadModel, matching expression: String, limit: Int) throws -> [StoredRow] {
    let words = Generation.words(model.name)
    return try stored(
      model, from: "\"\(words)\" JOIN \"\(model.name)\" AS model ON model.row = \"\(words)\".rowid",
      condition: "WHERE \"\(words)\" MATCH ? ORDER BY rank, subject, ordinal LIMIT \(max(0, limit))", [expression])
  }

  /// Every subject that the log names.
  public func subjects() throws -> [Subject] {
    try String.fetchAll(db, sql: "SELECT DISTINCT subject FROM engine_touch ORDER BY subject").compactMap {
      Subject($0)
    }
  }

  /// Whether the log has an event about the subject, or one that names it.
  public func knows(_ subject: Subject) throws -> Bool {
    try !ClaimIndex.positions(of: subject.id, db).isEmpty
  }

  private func rows(_ model: ReadModel, _ condition: String, _ arguments: [String]) throws -> [StoredRow] {
    try stored(
      model, from: "\"\(model.name)\" AS model", condition: condition + " ORDER BY subject, ordinal", arguments)
  }

  private func stored(
    _ model: ReadModel, from tables: String, condition: String, _ arguments: [String]
  ) throws -> [StoredRow] {
    let names = model.columns.map { "model.\"\($0.name)\"" }.joined(separator: ", ")
    let sql = "SELECT model.subject, \(names) FROM \(tables) \(condition)"
    return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap { row in
      guard let subject = Subject(row[0] as String) else { return nil }
      return StoredRow(
        subject: subject, values: (0..<model.columns.count).map { ViewValue(row[$0 + 1] as DatabaseValue) })
    }
  }
}

extension Views {
  /// One consistent state of the read models.
  public func read<T>(_ body: (ViewReader) throws -> T) throws -> T {
    try file.read { try body(ViewReader(db: $0, projections: projections)) }
  }
}
