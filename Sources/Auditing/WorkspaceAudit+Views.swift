internal import EventLog
internal import Projecting
internal import SQLiteStorage
internal import SQLiteViews

extension WorkspaceAudit {
  /// How many past nights the line of a movement goes back.
  private static let nightsOfMovements = 30

  /// Drift first, then the views are brought up to date, then everything that reads histories. What fails here is said,
  /// and the rest goes on.
  func lookAt(_ views: Views, _ state: inout AuditGathering, _ report: (Progress) -> Void) {
    func attempt(
      _ part: String, _ rules: [String], _ state: inout AuditGathering, _ body: (inout AuditGathering) throws -> Void
    ) {
      if !running.contains(where: rules.contains) { return }
      do {
        if isLate { throw LateError() }
        try body(&state)
      } catch {
        // Of a damaged file one finding says enough.
        if case StorageError.damaged = error, state.facts.viewsFailure == nil { state.facts.viewsFailure = "\(error)" }
        state.facts.unfinished[part] = "\(error)"
        state.incomplete.formUnion(rules)
        // Views that cannot be brought up to date are not called equal to the log.
        if part == "catch-up" { state.incomplete.formUnion(ViewsCheck.rules.map(\.id)) }
      }
    }
    func show(_ progress: ViewsProgress) {
      report(Progress(phase: progress.phase.rawValue, done: progress.done, total: progress.total))
    }
    attempt("views", ViewsCheck.rules.map(\.id), &state) { state in
      if options.readsAll {
        report(Progress(phase: "checking views.sqlite", done: 0, total: 1))
        let faults = try views.fileFaults()
        if !faults.isEmpty { state.facts.viewsFailure = faults.joined(separator: "; ") }
      }
      state.facts.projections = try views.status()
      let computed = state.facts.projections.filter { $0.position != nil }.map(\.name)
      if computed.isEmpty { return }
      let result = try views.check(computed, progress: show)
      state.facts.drift = result.drift
      state.facts.unavailable = result.unavailable
    }
    var pass = HistoryPass(checks.checks.filter { $0.rules.contains { running.contains($0.id) } }, state.context)
    let passRules = checks.checks.filter { !($0 is any FactCheck.Type) }.flatMap { $0.rules.map(\.id) }
    let moved = MovementCheck.rules.map(\.id)
    attempt("catch-up", passRules + moved + StandingCheck.rules.map(\.id), &state) { state in
      let done = try views.catchUp(progress: show)
      for late in done.unavailable where !state.facts.unavailable.contains(where: { $0.projection == late.projection })
      {
        state.facts.unavailable.append(late)
      }
      // Failures that the new events brought count tonight already.
      state.facts.projections = zip(state.facts.projections, try views.status()).map { before, now in
        var merged = before
        merged.failures = now.failures
        return merged
      }
    }
    attempt("movements", moved, &state) { state in
      let whole = state.nights.filter { !$0.isPartial }.suffix(Self.nightsOfMovements).map(\.logSize)
      guard let last = whole.last else { return }
      state.facts.movements = try vocabulary.movements(of: try views.subjects(touchedSince: last), since: whole, views)
    }
    attempt("standings", StandingCheck.rules.map(\.id), &state) { state in
      state.facts.standings = try vocabulary.standings(views)
    }
    if pass.isEmpty { return }
    attempt("quality", passRules, &state) { state in
      let cut = Cut(position: try views.indexPosition())
      let isWhole = try views.eachHistory(cut: cut, progress: show, pass.visitor()) { seen in
        pass.add(seen)
        return !isLate
      }
      // A population of which only a part was seen says nothing: those alike may be in the other part.
      if isWhole { pass.finish() }
      state.observations += pass.observations
      if !isWhole { throw LateError() }
    }
  }

  private struct LateError: Error, CustomStringConvertible {
    var description: String { "the time given with --max-duration was over" }
  }
}
