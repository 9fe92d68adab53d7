internal import Foundation
internal import GRDB
internal import Projecting
internal import SQLiteStorage

/// What a projection made of one subject.
struct Outcome: Equatable {
  let subject: String
  /// Model by model, as they come out of the tables.
  let rows: [ViewRow]
  let failure: Failure?
  /// Computed where the rows are, on any core.
  let digest: [UInt8]

  init(subject: String, rows: [ViewRow], failure: Failure? = nil) {
    self.subject = subject
    self.rows = rows
    self.failure = failure
    digest = failure == nil ? RowDigest.of(rows) : RowDigest.ofFailure
  }

  struct Failure: Equatable {
    var position: Int64
    var message: String
    /// Whether it says nothing about the history, so that another try may succeed.
    var mayPass = false
  }
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
    try delete(outcome.subject, db)
    try db.cachedStatement(
      sql: "DELETE FROM engine_subject WHERE generation = ? AND projection = ? AND subject = ?"
    ).execute(arguments: [kind.rawValue, projection.name, outcome.subject])
    try add(outcome, db)
    return true
  }

  /// Stores the outcome of a subject of which nothing is there yet.
  func add(_ outcome: Outcome, _ db: Database) throws {
    guard !outcome.rows.isEmpty || outcome.failure != nil else { return }
    try insert(outcome, db)
    let note = try DirectStatement(db, "INSERT INTO engine_subject VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    note.bind(1, kind.rawValue)
    note.bind(2, projection.name)
    note.bind(3, outcome.subject)
    note.bind(4, Int64(outcome.rows.count))
    if let failure = outcome.failure {
      note.bind(6, failure.message)
      note.bind(7, failure.position)
    } else {
      note.bindNull(6)
      note.bindNull(7)
    }
    note.bind(8, Int64(outcome.failure?.mayPass == true ? 1 : 0))
    try outcome.digest.withUnsafeBytes { digest in
      note.bind(5, digest)
      try note.run()
    }
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

  private func delete(_ subject: String, _ db: Database) throws {
    for model in projection.models {
      let table = table(model)
      if let column = model.searchedColumn {
        let words = Self.words(table)
        try db.cachedStatement(
          sql: """
            INSERT INTO "\(words)" ("\(words)", rowid, "\(column)")
            SELECT 'delete', row, "\(column)" FROM "\(table)" WHERE subject = ?
            """
        ).execute(arguments: [subject])
      }
      try db.cachedStatement(sql: "DELETE FROM \"\(table)\" WHERE subject = ?").execute(arguments: [subject])
    }
  }

  private func insert(_ outcome: Outcome, _ db: Database) throws {
    for model in projection.models {
      let rows = outcome.rows.filter { $0.model == model.name }
      if rows.isEmpty { continue }
      let marks = String(repeating: ", ?", count: model.columns.count)
      let names = model.columns.map { ", \"\($0.name)\"" }.joined()
      let statement = try DirectStatement(
        db, "INSERT INTO \"\(table(model))\" (subject, ordinal\(names)) VALUES (?, ?\(marks))")
      let words = try model.searchedColumn.map { column in
        (
          column: model.columns.firstIndex { $0.name == column }!,
          insertion: try DirectStatement(
            db, "INSERT INTO \"\(Self.words(table(model)))\" (rowid, \"\(column)\") VALUES (?, ?)")
        )
      }
      statement.bind(1, outcome.subject)
      for (ordinal, row) in rows.enumerated() {
        statement.bind(2, Int64(ordinal + 1))
        for (index, value) in row.values.enumerated() { statement.bind(Int32(index + 3), value) }
        try statement.run()
        if let words {
          words.insertion.bind(1, db.lastInsertedRowID)
          words.insertion.bind(2, row.values[words.column])
          try words.insertion.run()
        }
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
        sql: """
          SELECT subject FROM engine_subject INDEXED BY engine_subject_failure
          WHERE generation = ? AND projection = ? AND failure IS NOT NULL
          """),
      arguments: [kind.rawValue, projection.name])
  }
}

extension DirectStatement {
  fileprivate func bind(_ index: Int32, _ value: ViewValue) {
    switch value {
    case .null: bindNull(index)
    case .integer(let number): bind(index, number)
    case .real(let number): bind(index, number)
    case .text(let text): bind(index, text)
    }
  }
}

extension ViewValue {
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    // No projection writes an infinity, which JSON does not have.
    case .double(let number): self = number.isFinite ? .real(number) : .null
    case .string(let text): self = .text(text)
    case .blob(let data): self = .text(String(decoding: data, as: UTF8.self))
    }
  }
}
