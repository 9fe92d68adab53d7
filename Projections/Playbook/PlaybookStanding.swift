internal import DealEvents
public import EventLog
public import Projecting

/// How far a company has come in the playbook: buy in, cut ties, resell; what authorities answered; what came back.
public struct PlaybookStanding: Sendable, Equatable {
  public enum Stage: String, Sendable, CaseIterable, Comparable {
    case none
    /// Foreign lead or control in a company that comes from home.
    case buyIn = "buy_in"
    /// Several different signals that ties to home are cut, within a window.
    case cutTies = "cut_ties"
    /// A foreign acquirer.
    case resell

    public static func < (left: Stage, right: Stage) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self)! }
  }

  /// A step, a signal or an answer, with its date as finely as it is known and the claims that it stands on.
  public struct Step: Sendable, Equatable {
    /// The stage, the signal, or the phase of the answer.
    public var name: String
    /// Who answered.
    public var authority: Subject?
    public var occurred: String
    public var day: CivilDate
    public var evidence: [EventID]
  }

  /// The last of the stages that were reached one after the other, from the first.
  public var stage: Stage
  /// Every stage of which there is evidence, whether or not those before it were reached.
  public var reached: [Step]
  /// The first of each signal, by date.
  public var signals: [Step]
  /// The most different signals that there were within one window.
  public var signalsInWindow = 0
  /// What authorities did since the first stage was reached.
  public var answers: [Step]
  /// Sales that are undone, structures that are dismantled, moves back home.
  public var returns: [Step]
  /// What the next stage needs, in words.
  public var missing: [String]

  public func step(_ stage: Stage) -> Step? { reached.first { $0.name == stage.rawValue } }

  /// - Parameter history: of a company; claims of others that name it do not count.
  public init(_ history: History, _ definition: PlaybookDefinition) {
    let claims = history.standing(definition.statuses)
    signals = []
    answers = []
    returns = []
    reached = []
    stage = .none
    guard claims.comesFrom(definition.home) == true else {
      missing = ["a profile that says the company comes from \(definition.home.sorted().joined(separator: ", "))"]
      return
    }
    let raised = Self.raisedStakes(claims)
    let ties = claims.compactMap { claim -> (TieSignal, Claim)? in
      guard let signal = TieSignal(claim, definition), definition.counted.contains(signal),
        signal != .holder || !raised.contains(claim.id)
      else { return nil }
      return (signal, claim)
    }
    signals = TieSignal.allCases.compactMap { signal in
      Self.step(signal.rawValue, ties.filter { $0.0 == signal }.map(\.1))
    }.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    signalsInWindow = ties.indices.map { Set(Self.window(ties, endingAt: $0, definition).map(\.0)).count }.max() ?? 0
    reached = [
      Self.step(Stage.buyIn.rawValue, claims.filter { Self.isBuyIn($0, definition) }),
      Self.cut(ties, definition), Self.step(Stage.resell.rawValue, claims.filter { Self.isResale($0, definition) }),
    ].compactMap { $0 }
    for next in Stage.allCases.dropFirst() {
      guard reached.contains(where: { $0.name == next.rawValue }) else { break }
      stage = next
    }
    if let first = reached.map(\.day).min() {
      answers = claims.compactMap(Self.answer).filter { $0.day >= first }
    }
    returns = claims.compactMap { Self.comingBack($0, definition) }
    missing = Self.missing(after: stage, signals, definition)
  }

  /// The claims by which a holder has more than it had, and so sold nothing.
  private static func raisedStakes(_ claims: [Claim]) -> Set<EventID> {
    var last: [Subject: Double] = [:]
    var raised: Set<EventID> = []
    for claim in claims {
      if let round = claim.payload as? FundingRound {
        for investor in round.investors { last[investor.id] = investor.stake?.fraction ?? last[investor.id] }
      } else if let change = claim.payload as? OwnershipChanged, let stake = change.stake?.fraction {
        if let before = last[change.holder], stake > before { raised.insert(claim.id) }
        last[change.holder] = stake
      }
    }
    return raised
  }

  private static func isBuyIn(_ claim: Claim, _ definition: PlaybookDefinition) -> Bool {
    if let round = claim.payload as? FundingRound {
      return round.investors.contains { investor in
        guard definition.isAbroad(investor.jurisdiction) else { return false }
        return definition.countsLead && investor.lead == true
          || definition.countsBoardSeat && (investor.boardSeats ?? 0) > 0
          || definition.countsControlTerms && investor.controlTerms != nil
          || (investor.stake?.fraction ?? 0) >= definition.stake
      }
    }
    guard let change = claim.payload as? OwnershipChanged, definition.isAbroad(change.holderJurisdiction) else {
      return false
    }
    return definition.countsBoardSeat && (change.boardSeats ?? 0) > 0
      || max(change.stake?.fraction ?? 0, change.voting?.fraction ?? 0) >= definition.stake
  }

  static func isResale(_ claim: Claim, _ definition: PlaybookDefinition) -> Bool {
    guard let deal = claim.payload as? Acquisition else { return false }
    return definition.isAbroad(deal.acquirerJurisdiction) && definition.phases.contains(deal.phase)
  }

  /// The first day on which so many different signals had come within the window.
  private static func cut(_ ties: [(TieSignal, Claim)], _ definition: PlaybookDefinition) -> Step? {
    for (index, tie) in ties.enumerated() {
      let near = window(ties, endingAt: index, definition)
      guard Set(near.map(\.0)).count >= definition.signals else { continue }
      // The one that made the number full gives the date.
      var step = step(Stage.cutTies.rawValue, [tie.1] + ties[index...].filter { $0.0 == tie.0 }.map(\.1))
      step?.evidence = unique(near.flatMap { $0.1.evidence })
      return step
    }
    return nil
  }

  /// The signals up to one of them that are within the window before it.
  private static func window(
    _ ties: [(TieSignal, Claim)], endingAt index: Int, _ definition: PlaybookDefinition
  ) -> [(TieSignal, Claim)] {
    ties[...index].filter { ties[index].1.days.countsFrom.day - end(of: $0.1) <= definition.windowDays }
  }

  private static func end(of claim: Claim) -> Int { (claim.days.latest ?? claim.days.countsFrom).day }

  private static func answer(_ claim: Claim) -> Step? {
    switch claim.payload {
    case let probe as RegulatoryProbe: step(probe.phase.rawValue, [claim], by: probe.authority)
    case let decision as LicenseDecision: step(decision.decision.rawValue, [claim], by: decision.authority)
    case let restriction as PersonRestricted: step(restriction.measure.rawValue, [claim], by: restriction.authority)
    default: nil
    }
  }

  private static func comingBack(_ claim: Claim, _ definition: PlaybookDefinition) -> Step? {
    switch claim.payload {
    case let deal as Acquisition where deal.phase == .unwinding || deal.phase == .unwound:
      step(deal.phase.rawValue, [claim])
    case let change as OwnershipChanged where change.basis == .vieUnwinding: step("vie_unwinding", [claim])
    case let move as Relocation
    where move.what == .headquarters && definition.isHome(move.to.country) && definition.isAbroad(move.from?.country):
      step("moved_home", [claim])
    default: nil
    }
  }

  private static func missing(
    after stage: Stage, _ signals: [Step], _ definition: PlaybookDefinition
  ) -> [String] {
    switch stage {
    case .none:
      let ways = [
        definition.countsLead ? "a foreign lead" : nil, definition.countsBoardSeat ? "a foreign board seat" : nil,
        definition.countsControlTerms ? "foreign control terms" : nil,
        "a foreign stake of \(Int((definition.stake * 100).rounded()))% or more",
      ]
      return [ways.compactMap { $0 }.joined(separator: ", or ")]
    case .buyIn:
      let seen = signals.isEmpty ? "none is on record" : "on record: " + signals.map(\.name).joined(separator: ", ")
      return ["\(definition.signals) different signals within \(definition.windowDays) days (\(seen))"]
    case .cutTies:
      return ["a foreign acquirer, \(definition.phases.map(\.rawValue).sorted().joined(separator: " or "))"]
    case .resell: return []
    }
  }

  /// A step that stands on `claims`, which are in the order of the world. Its date is that of the first claim; of claims
  /// that may be about the same time, the one that says it most finely.
  private static func step(_ name: String, _ claims: [Claim], by authority: Subject? = nil) -> Step? {
    guard let first = claims.first else { return nil }
    let finest = claims.filter { $0.mayBeAt(first) }.min { $0.days.width < $1.days.width } ?? first
    return Step(
      name: name, authority: authority, occurred: finest.occurred, day: finest.days.countsFrom,
      evidence: unique(claims.flatMap(\.evidence)))
  }

  private static func unique(_ ids: [EventID]) -> [EventID] {
    var seen: Set<EventID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}

extension Claim {
  /// Whether the spans of the two share a day.
  fileprivate func mayBeAt(_ other: Claim) -> Bool {
    guard let start = days.earliest, let otherStart = other.days.earliest else { return false }
    return start <= other.days.latest ?? otherStart && otherStart <= days.latest ?? start
  }
}
