internal import EventLog
internal import GRDB
internal import SQLiteStorage
public import Projecting

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
  /// Projections that cannot be computed for now, or never were, and so not compared.
  public var unavailable: [ProjectionUnavailable] = []
  /// Subjects that could not be computed this time, and so not compared, each with the projection and why.
  public var notCompared: [String] = []
}

extension Views {
  /// Computes the rows of projections again, at the position that they stand for, and compares them with what is stored.
  /// A history is made once for all projections that stand at one position, on every core.
  /// - Parameter names: which; all when `nil`.
  public func check(_ names: [String]? = nil, progress: (ViewsProgress) -> Void = { _ in }) throws -> CheckResult {
    let named = projections.filter { names?.contains($0.name) ?? true }
    let computed = try file.read { db in
      try named.filter { try Generation(kind: .live, projection: $0).position(db) != nil }.map(\.name)
    }
    let never = named.filter { !computed.contains($0.name) }
    if names != nil, let first = never.first { throw ViewsError.notComputed(projection: first.name) }
    var done = try Self.leavingOutUnavailable(of: named.filter { computed.contains($0.name) }) {
      try check($0, progress: progress)
    }
    done.result.unavailable =
      done.unavailable + never.map { ProjectionUnavailable($0.name, "its rows were never computed") }
    return done.result
  }

  private func check(_ checked: [any Projection], progress: (ViewsProgress) -> Void) throws -> CheckResult {
    try file.read { db in
      var result = CheckResult(subjects: 0, rows: 0, drift: [])
      let placed = try checked.map { projection in
        let live = Generation(kind: .live, projection: projection)
        guard let position = try live.position(db) else { throw ViewsError.notComputed(projection: projection.name) }
        return (live, position)
      }
      let subjects = try Generation.subjects(placed.map(\.0), db)
      result.subjects = subjects.count
      for start in stride(from: 0, to: subjects.count, by: Self.batchSize) {
        progress(ViewsProgress(phase: .checking, done: start, total: subjects.count))
        let batch = try ClaimIndex.touched(
          Array(subjects[start..<min(start + Self.batchSize, subjects.count)]), db)
        for position in Set(placed.map(\.1)).sorted() {
          let lives = placed.filter { $0.1 == position }.map(\.0)
          let outcomes = try outcomes(of: batch, for: lives.map(\.projection), upTo: position)
          for (index, live) in lives.enumerated() {
            let names = batch.map(\.subject)
            let (stored, notes) = (try live.rows(of: names, db), try live.notes(on: names, db))
            for outcome in outcomes.map({ $0[index] }) {
              let subject = outcome.subject
              result.drift += live.drift(
                from: outcome, stored[subject] ?? [], notes[subject])
              result.rows += outcome.rows.count
              if let failure = outcome.failure, failure.mayPass, notes[subject]?.failure == nil {
                result.notCompared.append("\(live.projection.name) of \(subject): \(failure.message)")
              }
            }
          }
        }
      }
      return result
    }
  }
}

extension Generation {
  /// Every subject that the log or a stored row names.
  fileprivate static func subjects(_ generations: [Generation], _ db: Database) throws -> [String] {
    let tables =
      ["engine_touch", "engine_subject"] + generations.flatMap { live in live.projection.models.map(live.table) }
    return try String.fetchAll(
      db, sql: tables.map { "SELECT subject FROM \"\($0)\"" }.joined(separator: " UNION ") + " ORDER BY subject")
  }

  /// What could not be computed this time, then or now, is not compared: it has no rows, or says nothing about those that
  /// there are.
  fileprivate func drift(from outcome: Outcome, _ stored: [ViewRow], _ note: Note?) -> [Drift] {
    if outcome.failure?.mayPass == true, note?.failure == nil { return [] }
    var outcome = outcome
    var isNoted = outcome.isNoted(as: note)
    if let note, note.mayPass, note.failure != nil {
      outcome = Outcome(subject: outcome.subject, rows: [], failure: outcome.failure)
      isNoted = note.digest == RowDigest.ofFailure
    }
    var drift: [Drift] = []
    // Most subjects are as they should be, which one comparison says.
    if stored == outcome.rows, isNoted { return [] }
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
    if drift.isEmpty, !isNoted {
      drift.append(
        Drift(
          projection: projection.name, model: "engine_subject", subject: outcome.subject, ordinal: 0,
          difference: .bookkeeping, columns: []))
    }
    return drift
  }
}
