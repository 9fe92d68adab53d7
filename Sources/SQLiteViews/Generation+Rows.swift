internal import Foundation
internal import GRDB
internal import Projecting

/// What a projection made of one subject.
struct Outcome: Equatable {
  var subject: String
  var rows: [ViewRow]
  var failure: Failure?

  struct Failure: Equatable {
    var position: Int64
    var message: String
    /// Whether it says nothing about the history, so that another try may succeed.
    var mayPass = false
  }

  var digest: [UInt8] { failure == nil ? RowDigest.of(rows) : RowDigest.ofFailure }
}

extension Outcome {
  /// Whether what is noted of the subject stands for this outcome. A subject without rows leaves no trace.
  func isNoted(as note: Generation.Note?) -> Bool {
    guard let note else { return rows.isEmpty && failure == nil }
    return note.digest == digest && (note.failure == nil) == (failure == nil)
  }
}

extension Generation {
  /// Puts the outcome in the place of what was there for its subject.
  /// - Returns: whether anything was written; nothing is where it is there already.
  @discardableResult
  func store(_ outcome: Outcome, _ db: Database) throws -> Bool {
    if try holds(outcome, db) { return false }
    for model in projection.models {
      try db.cachedStatement(sql: "DELETE FROM \"\(table(model))\" WHERE subject = ?")
        .execute(arguments: [outcome.subject])
    }
    try insert(outcome, db)
    guard !outcome.rows.isEmpty || outcome.failure != nil else {
      try db.cachedStatement(
        sql: "DELETE FROM engine_subject WHERE generation = ? AND projection = ? AND subject = ?"
      ).execute(arguments: [kind.rawValue, projection.name, outcome.subject])
      return true
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO engine_subject VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        kind.rawValue, projection.name, outcome.subject, outcome.rows.count, Data(outcome.digest),
        outcome.failure?.message, outcome.failure?.position, outcome.failure?.mayPass ?? false,
      ])
    return true
  }

  /// Whether the outcome is stored already.
  func holds(_ outcome: Outcome, _ db: Database) throws -> Bool {
    let note = try notes(on: [outcome.subject], db)[outcome.subject]
    return outcome.isNoted(as: note) && note?.failure == outcome.failure?.message
  }

  /// What is noted about a subject beside its rows.
  struct Note {
    var digest: [UInt8]
    var failure: String?
    var mayPass: Bool
  }

  /// What is noted about subjects; none for those without rows.
  /// - Parameter subjects: in the order of their bytes, with none left out between the first and the last.
  func notes(on subjects: [String], _ db: Database) throws -> [String: Note] {
    guard let first = subjects.first, let last = subjects.last else { return [:] }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT subject, digest, failure, may_pass FROM engine_subject
          WHERE generation = ? AND projection = ? AND subject BETWEEN ? AND ?
          """), arguments: [kind.rawValue, projection.name, first, last])
    var notes: [String: Note] = [:]
    while let row = try rows.next() {
      notes[row[0]] = Note(digest: [UInt8](row[1] as Data), failure: row[2], mayPass: row[3])
    }
    return notes
  }

  private func insert(_ outcome: Outcome, _ db: Database) throws {
    for model in projection.models {
      let marks = String(repeating: ", ?", count: model.columns.count)
      let names = model.columns.map { ", \"\($0.name)\"" }.joined()
      let statement = try db.cachedStatement(
        sql: "INSERT INTO \"\(table(model))\" (subject, ordinal\(names)) VALUES (?, ?\(marks))")
      for (ordinal, row) in outcome.rows.filter({ $0.model == model.name }).enumerated() {
        let values: [(any DatabaseValueConvertible)?] = [outcome.subject, ordinal + 1] + row.values.map(\.database)
        try statement.execute(arguments: StatementArguments(values))
      }
    }
  }

  /// The rows of subjects, model by model.
  /// - Parameter subjects: in the order of their bytes, with none left out between the first and the last.
  func rows(of subjects: [String], _ db: Database) throws -> [String: [ViewRow]] {
    guard let first = subjects.first, let last = subjects.last else { return [:] }
    var found: [String: [ViewRow]] = [:]
    for model in projection.models {
      let names = model.columns.map { ", \"\($0.name)\"" }.joined()
      let statement = try db.cachedStatement(
        sql: "SELECT subject\(names) FROM \"\(table(model))\" WHERE subject BETWEEN ? AND ? ORDER BY subject, ordinal")
      let rows = try Row.fetchCursor(statement, arguments: [first, last])
      while let row = try rows.next() {
        found[row[0], default: []].append(
          ViewRow(model.name, (1...model.columns.count).map { ViewValue(row[$0] as DatabaseValue) }))
      }
    }
    return found
  }

  /// The subjects on which the projection failed.
  func failed(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT subject FROM engine_subject WHERE generation = ? AND projection = ? AND failure IS NOT NULL"),
      arguments: [kind.rawValue, projection.name])
  }
}

extension ViewValue {
  var database: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .integer(let number): number
    case .real(let number): number
    case .text(let text): text
    }
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .text(String(decoding: data, as: UTF8.self))
    }
  }
}
