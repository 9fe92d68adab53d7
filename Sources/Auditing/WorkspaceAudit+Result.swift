internal import Attestation
internal import EventLog
internal import SQLiteViews
internal import Transparency

extension WorkspaceAudit {
  /// Compares what was found with the audit before, and takes acceptances into account.
  func result(_ findings: [Finding], _ state: AuditGathering, _ started: Timestamp) -> AuditResult {
    let known = Dictionary(archive.known().map { ($0.id, $0) }) { first, _ in first }
    let entries = findings.map { entry($0, known[$0.id], state) }
    let (gone, carried) = missed(known, Set(findings.map(\.id)), state)
    var integrity = state.integrity
    // A breach of the night before that was not looked at again still stands.
    if carried.contains(where: { IntegrityCheck.isBreach($0.rule) }), integrity == .intact { integrity = .breached }
    return AuditResult(
      logSize: state.size, root: state.root, integrity: integrity, checkpoint: state.checkpoint,
      checkpointFile: state.checkpoint.map { CheckpointFolder(workspace: workspace).file(ofSize: $0.size) },
      started: started, finished: .now(), entries: entries, gone: gone, carried: carried, rules: running.sorted(),
      incomplete: running.intersection(state.incomplete), isWholeScan: state.isWholeScan,
      movements: state.facts.movements, nights: state.nights)
  }

  private func entry(_ finding: Finding, _ before: KnownFinding?, _ state: AuditGathering) -> AuditResult.Entry {
    let inForce = state.acceptances?.last { $0.finding == finding.id && $0.holds(on: options.today) }
    // That the log does not verify is never accepted.
    let acceptance = IntegrityCheck.isBreach(finding.rule) ? nil : inForce
    // Where the acceptances cannot be read, what was accepted the night before still is.
    let isAccepted = acceptance != nil || (state.acceptances == nil && before?.wasAccepted == true)
    let isBack = before == nil || before!.wasAccepted
    return AuditResult.Entry(
      finding: finding, state: isAccepted ? .accepted : isBack ? .new : .persisting,
      since: before?.since ?? options.today, acceptance: acceptance)
  }

  /// What the night before had and this one has not: gone where it was looked for, carried over where not.
  private func missed(
    _ known: [String: KnownFinding], _ found: Set<String>, _ state: AuditGathering
  ) -> (gone: [KnownFinding], carried: [KnownFinding]) {
    let complete = running.subtracting(state.incomplete)
    let rules = ids { _ in true }
    // A subject that cannot be read shows none of its other faults.
    let failed = Set(state.facts.projections.flatMap { $0.failures.map(\.subject) })
    let missed = known.values.filter { !found.contains($0.id) && rules.contains($0.rule) }.sorted { $0.id < $1.id }
    func isGone(_ finding: KnownFinding) -> Bool {
      complete.contains(finding.rule) && !failed.contains(finding.subject)
    }
    return (missed.filter(isGone), missed.filter { !isGone($0) })
  }
}
