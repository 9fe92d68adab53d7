internal import Attestation
public import EventLog
internal import Projecting
public import SQLiteLog
internal import SQLiteStorage
public import SQLiteViews
internal import Transparency

/// Runs an audit over a workspace. Writes nothing but views that are brought up to date, and how far the scan came.
public struct WorkspaceAudit {
  public struct Options: Sendable {
    /// The only rules that run; all when empty.
    public var only: [String] = []
    public var skip: [String] = []
    /// Whether every row of the log is read, or what is new and a part of the old.
    public var readsAll = true
    /// Whether the like cases of one import are one finding.
    public var groupsImports = true
    /// Whether SQLite checks its pages and indexes too.
    public var checksFile = true
    /// When no more work is begun.
    public var deadline: ContinuousClock.Instant?
    public var today: CivilDate

    public init(today: CivilDate) { self.today = today }
  }

  /// How far the audit has come.
  public struct Progress: Sendable {
    public var phase: String
    public var done: Int
    public var total: Int
  }

  let workspace: String
  let checks: AuditChecks
  let settings: AuditSettings
  let vocabulary: any AuditVocabulary
  let options: Options
  let archive: AuditArchive

  public init(
    workspace: String, checks: AuditChecks, settings: AuditSettings, vocabulary: any AuditVocabulary, options: Options
  ) {
    self.workspace = workspace
    self.checks = checks
    self.settings = settings
    self.vocabulary = vocabulary
    self.options = options
    archive = AuditArchive(workspace: workspace)
  }

  /// The rules that run.
  public var running: Set<String> {
    Set(
      checks.rules.map(\.id).filter { id in
        (options.only.isEmpty ? !settings.skip.contains(id) : options.only.contains(id)) && !options.skip.contains(id)
      })
  }

  private var isLate: Bool { options.deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// - Parameters:
  ///   - upkeep: what is known about files and machine.
  ///   - log: opens the log; a failure to read it is a finding.
  ///   - views: opens the views.
  /// - Throws: `StorageError.locked`, and what is no finding.
  public func run(
    upkeep: AuditFacts.Upkeep, log open: () throws -> SQLiteEventStore,
    views openViews: (SQLiteEventStore) throws -> Views,
    progress: (Progress) -> Void = { _ in }
  ) throws -> AuditResult {
    let started = Timestamp.now()
    var state = Run(facts: AuditFacts(), context: AuditContext(today: options.today, settings: settings))
    state.facts.upkeep = upkeep
    var (acceptances, nights): ([Acceptance], [AuditNight]) = ([], [])
    if let log = try state.opened("log.sqlite", { try open() }) {
      try verify(log, &state, progress)
      do {
        acceptances = vocabulary.acceptances(in: try history(of: AuditLog.acceptances, log))
        nights = vocabulary.nights(in: try history(of: AuditLog.results, log))
      } catch {
        state.facts.unfinished["acceptances"] = "\(error)"
      }
      state.facts.upkeep.lastAudit = nights.last?.day
      if let views = try state.views({ try openViews(log) }) { lookAt(views, nights, &state, progress) }
    }
    let running = running
    for check in checks.checks.compactMap({ $0 as? any FactCheck.Type }) {
      state.observations += check.observe(state.facts, state.context)
    }
    let findings = checks.findings(state.observations, running: running, groups: options.groupsImports, settings)
    return result(findings, acceptances, nights, running, state, started)
  }

  /// What a run gathers.
  private struct Run {
    var facts: AuditFacts
    let context: AuditContext
    var observations: [Observation] = []
    var size: Int64 = 0
    var root: TreeHash?
    var checkpoint: Checkpoint?
    var isWholeScan = false
    /// Rules that did not see all that they look at.
    var incomplete: Set<String> = []

    /// A log that cannot be opened is a finding; one that is locked is not.
    mutating func opened(_ file: String, _ body: () throws -> SQLiteEventStore) throws -> SQLiteEventStore? {
      do {
        return try body()
      } catch let error as StorageError {
        if case .locked = error { throw error }
        facts.integrity.append(IntegrityFinding(rule: "file_damaged", position: 1, file: file, message: "\(error)"))
      } catch let error as EventStoreError {
        if error.code == .locked || error.code == .unknownFormat { throw error }
        facts.integrity.append(IntegrityFinding(rule: "file_damaged", position: 1, file: file, message: "\(error)"))
      }
      return nil
    }

    mutating func views(_ body: () throws -> Views) throws -> Views? {
      do {
        return try body()
      } catch let error as StorageError {
        if case .locked = error { throw error }
        facts.viewsFailure = "\(error)"
        return nil
      }
    }
  }

  private func verify(_ log: SQLiteEventStore, _ state: inout Run, _ report: (Progress) -> Void) throws {
    guard checks.rules.contains(where: { $0.family == .integrity && running.contains($0.id) }) else {
      state.size = try log.head().position
      state.root = try log.readTree { [size = state.size] in try $0.root(size: size) }
      return
    }
    let rotation = archive.rotation()
    let nights = options.readsAll ? 1 : settings.rotationNights
    var (planned, planSize): (Int, Int64) = (0, 0)
    let verification = try WorkspaceVerification(log, workspace: workspace)
    let verdict = try verification.run(
      chunks: { size in
        let plan = rotation.plan(size: size, nights: nights)
        (planned, planSize) = (plan.count, size)
        return plan
      }, checksFile: options.checksFile && options.readsAll && !isLate,
      progress: { report(Progress(phase: "verifying events", done: Int($0), total: Int($1))) },
      proceeds: { read in
        // So that a killed scan goes on here; a place that cannot be written is found in the end.
        try? archive.save(rotation.advanced(by: read, size: planSize, faults: []))
        return !isLate
      })
    state.size = verdict.size
    state.root = verdict.root
    state.checkpoint = verdict.checkpoint?.checkpoint
    state.isWholeScan = verdict.scan.isWhole
    state.facts.integrity = verdict.findings
    state.facts.uncounted = verdict.scan.uncounted
    state.facts.upkeep.hasWitness = verdict.signatures.contains { $0.time != nil }
    let pending = PendingErasure(workspace: workspace)
    if let event = try pending.event(), !pending.isUnderWay {
      state.facts.integrity.append(
        IntegrityFinding(
          rule: "erasure_unfinished", event: event,
          message: "the erasure of \(event) was interrupted; finish it with: dealtrail redact --finish"))
    }
    if verdict.scan.chunks.count < planned {
      state.facts.unfinished["integrity"] =
        "\(verdict.scan.chunks.count) of \(planned) chunks were read in the time given"
    }
    try archive.save(
      rotation.advanced(
        by: verdict.scan.chunks, size: verdict.size, faults: verdict.scan.faults.compactMap(\.position)))
  }

  /// Drift first, then the views are brought up to date, then everything that reads histories. What fails here is said,
  /// and the rest goes on.
  private func lookAt(_ views: Views, _ nights: [AuditNight], _ state: inout Run, _ report: (Progress) -> Void) {
    func attempt(_ part: String, _ rules: [String], _ state: inout Run, _ body: (inout Run) throws -> Void) {
      if !running.contains(where: rules.contains) { return }
      do {
        if isLate { throw LateError() }
        try body(&state)
      } catch {
        state.facts.unfinished[part] = "\(error)"
        state.incomplete.formUnion(rules)
      }
    }
    func show(_ progress: ViewsProgress) {
      report(Progress(phase: progress.phase.rawValue, done: progress.done, total: progress.total))
    }
    attempt("views", ViewsCheck.rules.map(\.id), &state) { state in
      state.facts.projections = try views.status()
      let computed = state.facts.projections.filter { $0.position != nil }.map(\.name)
      if !computed.isEmpty { state.facts.drift = try views.check(computed, progress: show).drift }
    }
    var pass = HistoryPass(checks.checks.filter { $0.rules.contains { running.contains($0.id) } }, state.context)
    let passRules = checks.checks.filter { !($0 is any FactCheck.Type) }.flatMap { $0.rules.map(\.id) }
    let moved = MovementCheck.rules.map(\.id)
    attempt("catch-up", passRules + moved, &state) { state in
      try views.catchUp(progress: show)
      // Failures that the new events brought count tonight already.
      state.facts.projections = zip(state.facts.projections, try views.status()).map { before, now in
        var merged = before
        merged.failures = now.failures
        return merged
      }
    }
    attempt("movements", moved, &state) { state in
      guard let last = nights.last?.logSize else { return }
      state.facts.movements = try vocabulary.movements(
        of: try views.subjects(touchedSince: last), since: nights.suffix(30).map(\.logSize), views)
    }
    if pass.isEmpty { return }
    attempt("quality", passRules, &state) { state in
      let cut = Cut(position: try views.indexPosition())
      let isWhole = try views.eachHistory(cut: cut, progress: show, pass.visitor()) { seen in
        pass.add(seen)
        return !isLate
      }
      pass.finish()
      state.observations += pass.observations
      if !isWhole { throw LateError() }
    }
  }

  private struct LateError: Error, CustomStringConvertible {
    var description: String { "the time given with --max-duration was over" }
  }

  private func history(of subject: Subject, _ log: SQLiteEventStore) throws -> History {
    try HistoryBuilder(interpreter: vocabulary.interpreter).history(
      of: subject, from: log.all(EventQuery(.subject(subject))), cut: Cut())
  }

  private func result(
    _ findings: [Finding], _ acceptances: [Acceptance], _ nights: [AuditNight], _ running: Set<String>, _ state: Run,
    _ started: Timestamp
  ) -> AuditResult {
    let known = Dictionary(archive.known().map { ($0.id, $0) }) { first, _ in first }
    let inForce = Dictionary(
      acceptances.filter { $0.holds(on: options.today) }.map { ($0.finding, $0) }
    ) { _, later in later }
    let entries = findings.map { finding in
      let before = known[finding.id]
      // That the log does not verify is never accepted.
      let acceptance = IntegrityCheck.isBreach(finding.rule) ? nil : inForce[finding.id]
      let isBack = before == nil || (before!.wasAccepted && acceptance == nil)
      return AuditResult.Entry(
        finding: finding, state: acceptance != nil ? .accepted : isBack ? .new : .persisting,
        since: before?.since ?? options.today, acceptance: acceptance)
    }
    let found = Set(findings.map(\.id))
    let complete = running.subtracting(state.incomplete)
    let missed = known.values.filter { !found.contains($0.id) }.sorted { $0.id < $1.id }
    return AuditResult(
      logSize: state.size, root: state.root, checkpoint: state.checkpoint,
      checkpointFile: state.checkpoint.map { CheckpointFolder(workspace: workspace).file(ofSize: $0.size) },
      started: started, finished: .now(), entries: entries, gone: missed.filter { complete.contains($0.rule) },
      carried: missed.filter { !complete.contains($0.rule) && checks.rules.map(\.id).contains($0.rule) },
      rules: running.sorted(), isWholeScan: state.isWholeScan, movements: state.facts.movements, nights: nights)
  }
}
