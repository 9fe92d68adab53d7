internal import DealEvents
public import DefinitionFiles
internal import EventLog
internal import Projecting

/// The part of disclosed funding from abroad, or foreign control where that says more.
public struct CapitalDimension: IndicatorDimension {
  public let name = "capital"
  public let chinese = "资本"
  public let meaning = "the part of disclosed funding from abroad; foreign control by stake, board or terms"
  public let method = """
    The highest of these that are known; of equal ones, the first speaks. What a claim says of an investor or holder is judged by the \
    jurisdiction that the same claim gives; without one it says nothing here.
    1. *Money.* In their order, a `funding_round` claim is of the first round before it with the same `stage` and the same `amount` (as a \
    number, in one currency) whose first claim is no more than 366 days before it, unless both the claim and the claims of that round name \
    investors and none is the same; else it is a round of its own. The claim with the most investors speaks, of equal ones the first. Claims without an amount are \
    rounds of their own. A round weighs its amount by the rates below (in a currency without a rate it cannot be weighed); without an amount, \
    what the known amounts of its investors add up to, if any. Rounds that can be weighed count, each by its weight, even one of whose \
    investors nothing is known; only where there is none, every round has the weight 1, and no amount plays a part. Within a round, \
    investors without a jurisdiction are left out, with what they paid. An investor with an amount that can be converted has this as its \
    part; what these leave of the weight, if anything, is split over the others, a lead counting `lead_weight` shares and any other \
    one. The value is the sum of the parts from abroad divided by the sum of all parts; unknown where that is 0.
    2. *Stakes.* Of each holder from abroad the last known figure: `stake`, else `voting`, of an `ownership_changed` claim, `stake` of \
    an investor. The value is their sum, to 12 digits after the point and at most 1; where it is above `control_stake`, 1.
    3. *Board.* `board_seat`, where the last figure of `board_seats` of some holder from abroad, in the same claims, is above 0.
    4. *Terms.* `control_terms`, where some investor from abroad has `control_terms`.
    """
  public let parameters = [
    DefinitionParameter("lead_weight", 2, in: 1...100, "shares of a round that its lead counts for"),
    DefinitionParameter("board_seat", 0.25, "least value with a foreign holder on the board"),
    DefinitionParameter("control_terms", 0.5, "least value with foreign control terms"),
    DefinitionParameter("control_stake", 0.5, in: 0.01...1, "a foreign stake above this is control"),
  ]

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let funding = FundingShares(input, leadWeight: input["lead_weight"])
    var candidates: [IndicatorReading] = []
    if funding.total > 0 {
      let share = funding.abroad / funding.total
      let notes = ["\(percentage(share)) of disclosed funding from abroad"] + funding.notes
      candidates.append(IndicatorReading(share, funding.evidence, notes.joined(separator: "; ")))
    }
    candidates += [stakes(input), board(input), terms(input)].compactMap { $0 }
    // Equal values: the first, which says most about money.
    return candidates.reduce(nil) { best, next in best.map { $0.value >= next.value ? $0 : next } ?? next }
  }

  /// What was last reported of each foreign holder, by the holder's id.
  private func latest<Value>(
    _ input: IndicatorInput, _ change: (OwnershipChanged) -> Value?, _ investor: (Investor) -> Value?
  ) -> [(holder: Subject, value: Value, claim: Claim)] {
    var latest: [Subject: (value: Value, claim: Claim)] = [:]
    func note(_ holder: Subject, _ country: Country?, _ value: Value?, _ claim: Claim) {
      guard let country, !input.isHome(country), let value else { return }
      latest[holder] = (value, claim)
    }
    for claim in input.claims where claim.role == nil {
      if let data = claim.payload as? OwnershipChanged {
        note(data.holder, data.holderJurisdiction, change(data), claim)
      } else if let round = claim.payload as? FundingRound {
        for holder in round.investors { note(holder.id, holder.jurisdiction, investor(holder), claim) }
      }
    }
    return latest.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value, $0.value.claim) }
  }

  /// The stakes last reported of foreign holders; above the threshold, control.
  private func stakes(_ input: IndicatorInput) -> IndicatorReading? {
    let holders = latest(input, { ($0.stake ?? $0.voting)?.fraction }, { $0.stake?.fraction })
    guard !holders.isEmpty else { return nil }
    let total = ExactSum.of(holders.map(\.value))
    return IndicatorReading(
      total > input["control_stake"] ? 1 : total, holders.flatMap(\.claim.evidence),
      "foreign holders last reported with \(percentage(total)) together")
  }

  private func board(_ input: IndicatorInput) -> IndicatorReading? {
    let seated = latest(input, \.boardSeats, \.boardSeats).filter { $0.value > 0 }
    guard !seated.isEmpty else { return nil }
    return IndicatorReading(
      input["board_seat"], seated.flatMap(\.claim.evidence),
      "board seats reported for \(seated.map { String($0.holder.name) }.joined(separator: ", "))")
  }

  private func terms(_ input: IndicatorInput) -> IndicatorReading? {
    let rounds = input.all(FundingRound.self).filter { round in
      round.data.investors.contains { investor in
        investor.controlTerms != nil && investor.jurisdiction.map { !input.isHome($0) } == true
      }
    }
    guard !rounds.isEmpty else { return nil }
    return IndicatorReading(
      input["control_terms"], rounds.flatMap(\.claim.evidence), "control terms reported for a foreign holder")
  }
}
