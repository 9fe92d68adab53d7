internal import DealEvents
internal import EventLog
internal import Projecting

/// The part of disclosed funding from abroad, or foreign control where that says more.
public enum CapitalDimension: IndicatorDimension {
  public static let name = "capital"
  public static let chinese = "资本"
  public static let meaning = "the part of disclosed funding from abroad; foreign control by stake, board or terms"
  public static let parameters = [
    IndicatorParameter("lead_weight", 2, in: 1...100, "shares of a round that its lead counts for"),
    IndicatorParameter("board_seat", 0.25, "least value with a foreign holder on the board"),
    IndicatorParameter("control_terms", 0.5, "least value with foreign control terms"),
    IndicatorParameter("control_stake", 0.5, in: 0.01...1, "a foreign stake above this is control"),
  ]

  public static func reading(_ input: IndicatorInput) -> IndicatorReading? {
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

  /// The stakes last reported of foreign holders; above the threshold, control.
  private static func stakes(_ input: IndicatorInput) -> IndicatorReading? {
    var latest: [Subject: (share: Double, claim: Claim)] = [:]
    for claim in input.claims where claim.role == nil {
      if let change = claim.payload as? OwnershipChanged, let country = change.holderJurisdiction,
        let stake = change.stake ?? change.voting, !input.isHome(country)
      {
        latest[change.holder] = (stake.fraction, claim)
      } else if let round = claim.payload as? FundingRound {
        for investor in round.investors {
          guard let stake = investor.stake, let country = investor.jurisdiction, !input.isHome(country) else {
            continue
          }
          latest[investor.id] = (stake.fraction, claim)
        }
      }
    }
    guard !latest.isEmpty else { return nil }
    let holders = latest.sorted { $0.key < $1.key }
    let total = min(1, holders.reduce(0) { $0 + $1.value.share })
    return IndicatorReading(
      total > input["control_stake"] ? 1 : total, holders.flatMap(\.value.claim.evidence),
      "foreign holders last reported with \(percentage(total)) together")
  }

  private static func board(_ input: IndicatorInput) -> IndicatorReading? {
    var latest: [Subject: (seats: Int, claim: Claim)] = [:]
    for claim in input.claims where claim.role == nil {
      if let change = claim.payload as? OwnershipChanged, let seats = change.boardSeats,
        let country = change.holderJurisdiction, !input.isHome(country)
      {
        latest[change.holder] = (seats, claim)
      } else if let round = claim.payload as? FundingRound {
        for investor in round.investors {
          guard let seats = investor.boardSeats, let country = investor.jurisdiction, !input.isHome(country) else {
            continue
          }
          latest[investor.id] = (seats, claim)
        }
      }
    }
    let seated = latest.filter { $0.value.seats > 0 }.sorted { $0.key < $1.key }
    guard !seated.isEmpty else { return nil }
    return IndicatorReading(
      input["board_seat"], seated.flatMap(\.value.claim.evidence),
      "board seats reported for \(seated.map { String($0.key.name) }.joined(separator: ", "))")
  }

  private static func terms(_ input: IndicatorInput) -> IndicatorReading? {
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
