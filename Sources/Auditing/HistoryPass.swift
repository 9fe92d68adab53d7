internal import EventLog
internal import Projecting

/// Runs the checks of histories and of populations over a log, a batch of subjects at a time.
struct HistoryPass {
  private let context: AuditContext
  private let checks: [any HistoryCheck.Type]
  private var populations: [any PopulationRun]
  private(set) var observations: [Observation] = []

  init(_ checks: [any AuditCheck.Type], _ context: AuditContext) {
    self.context = context
    self.checks = checks.compactMap { $0 as? any HistoryCheck.Type }
    populations = checks.compactMap { $0 as? any PopulationCheck.Type }.map { Self.run(of: $0) }
  }

  private static func run<Check: PopulationCheck>(of check: Check.Type) -> any PopulationRun { TraitRun<Check>() }

  var isEmpty: Bool { checks.isEmpty && populations.isEmpty }

  /// What the checks make of one subject; called on every core.
  struct Seen: Sendable {
    var observations: [Observation]
    var traits: [any Sendable]
  }

  /// A function of its own, so that the cores share nothing that changes.
  func visitor() -> @Sendable (History) -> Seen {
    let (checks, context, runs) = (checks, context, populations.map(\.visitor))
    return { history in
      // What the log says about its own audits is no claim about the world.
      if history.subject.category == AuditLog.category { return Seen(observations: [], traits: []) }
      return Seen(
        observations: checks.flatMap { $0.observe(history, context) }, traits: runs.map { $0(history, context) })
    }
  }

  mutating func add(_ seen: [Seen]) {
    for subject in seen {
      observations += subject.observations
      for (index, traits) in subject.traits.enumerated() { populations[index].add(traits) }
    }
  }

  /// Looks at the populations, once all subjects were seen.
  mutating func finish() {
    for run in populations { observations += run.observe(context) }
    populations = []
  }
}

private protocol PopulationRun {
  var visitor: @Sendable (History, AuditContext) -> any Sendable { get }
  mutating func add(_ traits: any Sendable)
  func observe(_ context: AuditContext) -> [Observation]
}

private struct TraitRun<Check: PopulationCheck>: PopulationRun {
  private var traits: [Check.Trait] = []

  init() {}

  var visitor: @Sendable (History, AuditContext) -> any Sendable { { Check.traits(of: $0, $1) } }

  mutating func add(_ traits: any Sendable) {
    if let traits = traits as? [Check.Trait] { self.traits += traits }
  }

  func observe(_ context: AuditContext) -> [Observation] { Check.observe(traits, context) }
}
