public import EventLog
public import Projecting

/// When alerts would have come, held against what happened: lead times, precision and recall over companies.
public struct Backtest: Sendable {
  /// What is to be foreseen.
  public enum Outcome: String, Sendable, CaseIterable {
    /// A sale to a foreign acquirer.
    case sale
    /// A move of the head office abroad.
    case move

    /// The day of it, where it happened.
    public func day(in standing: PlaybookStanding) -> CivilDate? {
      switch self {
      case .sale: standing.step(.resell)?.day
      case .move: standing.signals.first { $0.name == TieSignal.headquarters.rawValue }?.day
      }
    }

    func isTold(by claim: Claim, _ definition: PlaybookDefinition) -> Bool {
      guard claim.role == nil, definition.statuses.contains(claim.currentStatus) else { return false }
      return switch self {
      case .sale: PlaybookStanding.isResale(claim, definition)
      case .move: TieSignal(claim, definition) == .headquarters
      }
    }
  }

  /// What was to be seen of a company from a day on.
  public struct Snapshot: Sendable {
    public var day: CivilDate
    public var stage: PlaybookStanding.Stage
    public var signals: Int
    /// The lower bound of the composite indicator, 0…1.
    public var composite: Double
    /// Whether a claim, disputed or not, says already that the outcome came.
    public var hasHappened: Bool

    /// - Parameter history: as it was on that day.
    public init(
      _ history: History, on day: CivilDate, _ outcome: Outcome, _ definitions: ProjectionDefinitions
    ) throws {
      let standing = PlaybookStanding(history, definitions.playbook.definition)
      self.day = day
      stage = standing.stage
      signals = standing.signalsInWindow
      hasHappened = history.claims.contains { outcome.isTold(by: $0, definitions.playbook.definition) }
      let rows = try definitions.indicators.rows(for: history)
      composite = 0
      if case .real(let lower) = rows.first(where: { $0.model == definitions.indicators.model.name })?.values[1] {
        composite = lower
      }
    }
  }

  /// A company day by day; between two snapshots nothing changes.
  public struct Replay: Sendable {
    public var subject: Subject
    /// In the order of days.
    public var snapshots: [Snapshot]
    /// The day of what is to be foreseen; `nil` where it did not happen.
    public var outcome: CivilDate?

    public init(subject: Subject, snapshots: [Snapshot], outcome: CivilDate?) {
      self.subject = subject
      self.snapshots = snapshots
      self.outcome = outcome
    }
  }

  /// When an alert is raised.
  public enum Rule: Sendable, Equatable {
    case stage(PlaybookStanding.Stage)
    /// So many different signals within the window of the definition.
    case signals(Int)
    /// The lower bound of the composite is at least this.
    case composite(Double)

    public var name: String {
      switch self {
      case .stage(let stage): stage.rawValue
      case .signals: "signals"
      case .composite: "composite"
      }
    }

    public var threshold: Double? {
      switch self {
      case .stage: nil
      case .signals(let count): Double(count)
      case .composite(let least): least
      }
    }

    func isMet(by snapshot: Snapshot) -> Bool {
      switch self {
      case .stage(let stage): snapshot.stage >= stage
      case .signals(let count): snapshot.signals >= count
      case .composite(let least): snapshot.composite >= least
      }
    }
  }

  /// What a rule would have done for one company.
  public struct Case: Sendable, Equatable {
    public var subject: Subject
    public var alert: CivilDate?
    public var outcome: CivilDate?
    /// Days from the alert to the outcome; `nil` unless the alert came first, or on the same day.
    public var leadDays: Int?
  }

  public struct Score: Sendable {
    public var rule: Rule
    /// The companies with an alert or an outcome, by id.
    public var cases: [Case]
    /// Of the alerts, the part that came before an outcome; `nil` where there was no alert.
    public var precision: Double?
    /// Of the outcomes, the part that an alert came before; `nil` where there was no outcome.
    public var recall: Double?

    /// The middle one of the lead times; of two in the middle, the shorter.
    public var medianLeadDays: Int? {
      let days = cases.compactMap(\.leadDays).sorted()
      return days.isEmpty ? nil : days[(days.count - 1) / 2]
    }
  }

  public static let rules: [Rule] = [.stage(.buyIn), .stage(.cutTies), .signals(2), .composite(0.5)]
  /// The thresholds that a sweep goes through.
  public static let sweep: [Rule] =
    (1...6).map { .signals($0) } + (1...9).map { .composite(Double($0) / 10) }

  public static func score(_ rule: Rule, _ replays: [Replay]) -> Score {
    let cases = replays.map { replay in
      // What foresees by the claim of the outcome itself foresees nothing.
      let before = replay.snapshots.prefix { !$0.hasHappened }
      let alert = before.first { rule.isMet(by: $0) }?.day
      let lead = alert.flatMap { alert in replay.outcome.map { $0.day - alert.day } }
      return Case(
        subject: replay.subject, alert: alert, outcome: replay.outcome, leadDays: lead.flatMap { $0 >= 0 ? $0 : nil })
    }.filter { $0.alert != nil || $0.outcome != nil }.sorted { $0.subject < $1.subject }
    let hits = cases.count { $0.leadDays != nil }
    func part(of count: Int) -> Double? { count == 0 ? nil : Double(hits) / Double(count) }
    return Score(
      rule: rule, cases: cases, precision: part(of: cases.count { $0.alert != nil }),
      recall: part(of: cases.count { $0.outcome != nil }))
  }
}
