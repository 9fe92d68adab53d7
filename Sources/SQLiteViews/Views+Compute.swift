internal import EventLog
internal import Parallel
internal import Projecting
internal import SQLiteStorage

extension Views {
  /// Computes what each of `projections` makes of each subject, on every core.
  /// - Parameter position: the last position of the log that counts.
  /// - Returns: the outcomes by subject, in the order of `subjects`, then by projection.
  func outcomes(
    of subjects: [String], for projections: [any Projection], upTo position: Int64
  ) throws -> [[Outcome]] {
    try outcomes(of: file.read { try ClaimIndex.touched(subjects, $0) }, for: projections, upTo: position)
  }

  /// A failure of the vocabulary or of a projection ends only its subject.
  /// - Throws: `ProjectionUnavailable` where one of `projections` cannot be computed at all.
  func outcomes(
    of subjects: [TouchedSubject], for projections: [any Projection], upTo position: Int64
  ) throws -> [[Outcome]] {
    try readings(of: subjects, Cut(position: position)) { subject, reading in
      Result { () throws(ProjectionUnavailable) in try Self.outcomes(of: subject, reading, for: projections) }
    }.map { try $0.get() }
  }

  private static func outcomes(
    of subject: String, _ reading: Reading, for projections: [any Projection]
  ) throws(ProjectionUnavailable) -> [Outcome] {
    let history: History
    switch reading {
    // What no subject can be called has no rows.
    case .nothing: return projections.map { _ in Outcome(subject: subject, rows: []) }
    case .failed(let failure): return projections.map { _ in Outcome(subject: subject, rows: [], failure: failure) }
    case .history(let read): history = read
    }
    var outcomes: [Outcome] = []
    for projection in projections {
      do {
        let rows = try projection.rows(for: history)
        try check(rows, of: projection)
        // Rows come out of the tables model by model, so that is their order everywhere.
        outcomes.append(
          Outcome(
            subject: subject,
            rows: projection.models.flatMap { model in rows.filter { $0.model == model.name }.map(\.storable) })
        )
      } catch let error as ProjectionUnavailable {
        throw error
      } catch {
        let last = history.claims.map(\.stored.position).max() ?? 0
        let failure = Outcome.Failure(
          position: (error as? UnreadableEvent)?.position ?? last, message: "\(error)".storable,
          mayPass: error is NotComputed)
        outcomes.append(Outcome(subject: subject, rows: [], failure: failure))
      }
    }
    return outcomes
  }

  /// What a projection's code may get wrong about its own tables.
  private struct MisshapenRow: Error, CustomStringConvertible {
    var description: String
  }

  private static func check(_ rows: [ViewRow], of projection: any Projection) throws(MisshapenRow) {
    for row in rows {
      guard let model = projection.models.first(where: { $0.name == row.model }) else {
        throw MisshapenRow(description: "\(projection.name) made a row of \(row.model), which is none of its models")
      }
      guard row.values.count == model.columns.count else {
        throw MisshapenRow(
          description: "\(projection.name) made a row of \(row.values.count) values; \(model.name) has "
            + "\(model.columns.count) columns")
      }
    }
  }

  /// What is made of a subject's events.
  enum Reading: Sendable {
    /// A history with at least one claim.
    case history(History)
    /// Nothing counts. So rows do not depend on whether the index has heard of the subject yet.
    case nothing
    case failed(Outcome.Failure)
  }

  /// What `body` makes of the history of each subject, on every core, in the order of `subjects`.
  ///
  /// Events are read many subjects at a time: taking a connection for each costs more than most histories.
  /// - Throws: a failure of the log's store, which ends the work.
  func readings<Result: Sendable>(
    of subjects: [TouchedSubject], _ cut: Cut, _ body: @Sendable (String, Reading) -> Result
  ) throws -> [Result] {
    let parts = stride(from: 0, to: subjects.count, by: Self.partSize).map {
      subjects[$0..<min($0 + Self.partSize, subjects.count)].map { $0.upTo(cut.position) }
    }
    return try inParallel(parts) { part in
      let events = try self.events(of: part)
      return try part.map { touched in body(touched.subject, try self.reading(touched, events, cut)) }
    }.flatMap { $0 }
  }

  /// The events by position; `nil` where one of them is damaged, so that they have to be read subject by subject.
  private func events(of part: [TouchedSubject]) throws -> [Int64: StoredEvent]? {
    do {
      let positions = Set(part.flatMap(\.positions)).sorted()
      return Dictionary(uniqueKeysWithValues: try log.events(at: positions).map { ($0.position, $0) })
    } catch let error as EventStoreError {
      guard case .damaged = error.code else { throw error }
      return nil
    }
  }

  private func reading(_ touched: TouchedSubject, _ events: [Int64: StoredEvent]?, _ cut: Cut) throws -> Reading {
    guard let subject = Subject(touched.subject) else { return .nothing }
    do {
      let own =
        try events.map { events in touched.positions.compactMap { events[$0] } } ?? log.events(at: touched.positions)
      let history = try HistoryBuilder(interpreter: interpreter).history(of: subject, from: own, cut: cut)
      return history.claims.isEmpty ? .nothing : .history(history)
    } catch let error as UnreadableEvent {
      return .failed(Outcome.Failure(position: error.position, message: "\(error)"))
    } catch let error as EventStoreError {
      guard case .damaged = error.code else { throw error }
      return .failed(Outcome.Failure(position: touched.positions.last ?? 0, message: "\(error)"))
    }
  }
}

extension ViewRow {
  /// The row as SQLite gives it back.
  fileprivate var storable: ViewRow {
    var row = self
    for (index, value) in values.enumerated() {
      if case .text(let text) = value, text.utf8.contains(0) { row.values[index] = .text(text.storable) }
    }
    return row
  }
}

extension String {
  /// SQLite's functions for text end it at a NUL character; what claims say may have some.
  fileprivate var storable: String { replacing("\0", with: "\u{FFFD}") }
}
