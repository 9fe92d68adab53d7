internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Projecting

/// A difference between the rows that are stored and those that the log gives.
public struct Drift: Sendable, Equatable {
  public enum Difference: String, Sendable {
    /// The log gives a row that is not stored.
    case missing
    /// A row is stored that the log does not give.
    case unexpected
    /// Both have the row, with other values.
    case different
    /// The rows are right, what is noted about them (digest, count, failure) is not.
    case bookkeeping
  }

  public var projection: String
  public var model: String
  public var subject: String
  /// The row's place among the subject's rows of the model, from 1; 0 for bookkeeping.
  public var ordinal: Int
  public var difference: Difference
  /// The columns that differ, for `different`.
  public var columns: [String]
}

/// What a check found.
public struct CheckResult: Sendable {
  public var subjects: Int
  public var rows: Int
  public var drift: [Drift]
}

extension Views {
  /// Computes the rows of projections again, at the position that they stand for, and compares them with what is stored.
  /// - Parameter names: which; all when `nil`.
  public func check(_ names: [String]? = nil, progress: (ViewsProgress) -> Void = { _ in }) throws -> CheckResult {
    let checked = projections.filter { names?.contains($0.name) ?? true }
    return try file.read { db in
      var result = CheckResult(subjects: 0, rows: 0, drift: [])
      for projection in checked {
        let live = Generation(kind: .live, projection: projection)
        guard let position = try live.position(db) else { throw ViewsError.notComputed(projection: projection.name) }
        let subjects = try live.subjects(db)
        for (index, subject) in subjects.enumerated() {
          if index % Self.batchSize == 0 {
            progress(ViewsProgress(phase: .checking, done: index, total: subjects.count))
          }
          let positions = try ClaimIndex.positions(of: subject, db)
          let outcome =
            try outcomes(of: subject, at: positions, [projection], position).first
            ?? Outcome(subject: subject, rows: [])
          result.drift += try live.drift(from: outcome, db)
          result.rows += outcome.rows.count
        }
        result.subjects += subjects.count
      }
      return result
    }
  }
}

extension Generation {
  /// Every subject that the log or a stored row names.
  fileprivate func subjects(_ db: Database) throws -> [String] {
    let tables = ["engine_touch", "engine_subject"] + projection.models.map { table($0) }
    return try String.fetchAll(
      db, sql: tables.map { "SELECT subject FROM \"\($0)\"" }.joined(separator: " UNION ") + " ORDER BY subject")
  }

  fileprivate func drift(from outcome: Outcome, _ db: Database) throws -> [Drift] {
    var drift: [Drift] = []
    let stored = try rows(of: outcome.subject, db)
    for model in projection.models {
      let found = stored.filter { $0.model == model.name }
      let expected = outcome.rows.filter { $0.model == model.name }
      for index in 0..<max(found.count, expected.count) {
        let difference: Drift.Difference
        var columns: [String] = []
        if index >= found.count {
          difference = .missing
        } else if index >= expected.count {
          difference = .unexpected
        } else if found[index] == expected[index] {
          continue
        } else {
          difference = .different
          columns = zip(model.columns, zip(found[index].values, expected[index].values))
            .filter { $0.1.0 != $0.1.1 }.map(\.0.name)
        }
        drift.append(
          Drift(
            projection: projection.name, model: model.name, subject: outcome.subject, ordinal: index + 1,
            difference: difference, columns: columns))
      }
    }
    if drift.isEmpty, try !holds(outcome, db) {
      drift.append(
        Drift(
          projection: projection.name, model: "engine_subject", subject: outcome.subject, ordinal: 0,
          difference: .bookkeeping, columns: []))
    }
    return drift
  }
}
