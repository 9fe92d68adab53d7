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
    /// The only rules that run; all when empty. Rules of integrity are looked at together.
    public var only: [String] = []
    public var skip: [String] = []
    /// Whether every row of the log is read, or what is new and a part of the old.
    public var readsAll = true
    /// Whether the like cases of one import are one finding.
    public var groupsImports = true
    /// Whether how far the scan came is kept for the next one.
    public var keepsScanState = true
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
    let integrity = ids { $0.family == .integrity }
    var running = options.only.isEmpty ? ids { _ in true }.subtracting(settings.skip) : Set(options.only)
    if !running.isDisjoint(with: integrity) { running.formUnion(integrity) }
    return running.subtracting(options.skip)
  }

  func ids(_ isWanted: (AuditRule) -> Bool) -> Set<String> { Set(checks.rules.filter(isWanted).map(\.id)) }

  var isLate: Bool { options.deadline.map { ContinuousClock.now >= $0 } ?? false }

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
    var state = AuditGathering(AuditContext(today: options.today, settings: settings))
    state.facts.upkeep = upkeep
    if let log = try state.opened(WorkspaceLayout.log, { try open() }) {
      try verify(log, &state, progress)
      remember(log, &state)
      if let views = try state.views({ try openViews(log) }) {
        lookAt(views, &state, progress)
      } else {
        state.incomplete.formUnion(ids { $0.family != .integrity && $0.family != .upkeep })
        state.incomplete.remove(ViewsCheck.unreadable.id)
      }
    } else {
      state.incomplete.formUnion(ids { $0.family != .integrity && $0.family != .upkeep })
    }
    for check in checks.checks.compactMap({ $0 as? any FactCheck.Type }) {
      state.observations += check.observe(state.facts, state.context)
    }
    let findings = checks.findings(
      state.observations, running: running, groups: options.groupsImports, settings)
    return result(findings, state, started)
  }

  /// What the log says of acceptances and of past nights. Each is read by itself: one that cannot be read takes nothing else
  /// with it.
  private func remember(_ log: SQLiteEventStore, _ state: inout AuditGathering) {
    func history(of subject: Subject) throws -> History {
      try HistoryBuilder(interpreter: vocabulary.interpreter).history(
        of: subject, from: log.all(EventQuery(.subject(subject))), cut: Cut())
    }
    do {
      state.acceptances = vocabulary.acceptances(in: try history(of: AuditLog.acceptances))
    } catch {
      state.facts.unfinished["acceptances"] = "\(error)"
    }
    do {
      state.nights = vocabulary.nights(in: try history(of: AuditLog.results))
    } catch {
      state.facts.unfinished["past nights"] = "\(error)"
    }
    state.facts.upkeep.lastAudit = state.nights.last { !$0.isPartial }?.day
  }

  private func verify(_ log: SQLiteEventStore, _ state: inout AuditGathering, _ report: (Progress) -> Void) throws {
    let rules = ids { $0.family == .integrity }
    guard !running.isDisjoint(with: rules) else {
      state.size = try log.head().position
      state.root = try log.readTree { [size = state.size] in try $0.root(size: size) }
      return
    }
    let verification: WorkspaceVerification
    do {
      verification = try WorkspaceVerification(log, workspace: workspace)
    } catch let error as AttestationError where error.code == .integrity {
      state.found(IntegrityFinding(rule: "key_altered", message: error.message))
      state.incomplete.formUnion(rules)
      return
    }
    let rotation = archive.rotation()
    func keep(_ scan: LogScan, _ size: Int64) throws {
      if !options.keepsScanState { return }
      try archive.save(rotation.advanced(by: scan.chunks, size: size, faulty: scan.faultyChunks))
    }
    var planned = 0
    let verdict = try verification.run(
      chunks: { size in
        let plan = rotation.plan(size: size, nights: options.readsAll ? 1 : settings.rotationNights)
        planned = plan.count
        return plan
      }, checksFile: options.readsAll && !isLate,
      progress: { report(Progress(phase: "verifying events", done: Int($0), total: Int($1))) },
      proceeds: { scan in
        // So that a killed scan goes on here; where this cannot be written, the end says so.
        try? keep(scan, scan.size)
        return !isLate
      })
    state.integrity = .intact
    state.size = verdict.size
    state.root = verdict.root
    state.checkpoint = verdict.checkpoint?.checkpoint
    state.isWholeScan = verdict.scan.isWhole
    for finding in verdict.findings { state.found(finding) }
    state.facts.uncounted = verdict.scan.uncounted
    state.facts.upkeep.hasWitness = verdict.isCosigned
    let pending = PendingErasure(workspace: workspace)
    if let event = try pending.event(), !pending.isUnderWay {
      state.found(
        IntegrityFinding(
          rule: "erasure_unfinished", event: event,
          message: "the erasure of \(event) was interrupted; finish it with: dealtrail redact --finish"))
    }
    if verdict.scan.chunks.count < planned {
      state.facts.unfinished["integrity"] =
        "\(verdict.scan.chunks.count) of \(planned) chunks were read in the time given"
      state.incomplete.formUnion(rules)
    }
    // Damage that only SQLite's own check sees is not gone because the check was left out.
    if !options.readsAll { state.incomplete.insert("file_damaged") }
    do {
      try keep(verdict.scan, verdict.size)
    } catch {
      state.facts.unfinished["scan state"] = "\(error)"
    }
  }
}
