internal import DealEvents
internal import EventLog
internal import Projecting

/// A funding round with every claim that reports it. In the order of the world, a claim is of the first round before it of the
/// same stage and amount that began within ``windowDays``, unless both name investors and none is the same.
struct DistinctRound {
  /// How long after the first report of a round another may be of it.
  static let windowDays = 366

  var claims: [Claim]
  /// What the claim with the most investors says; of equal ones, the first.
  var data: FundingRound
  /// Every investor that a claim about it names.
  private var investors: Set<Subject>

  private init(_ claim: Claim, _ data: FundingRound) {
    claims = [claim]
    self.data = data
    investors = Set(data.investors.map(\.id))
  }

  /// The rounds of the claims about the subject itself, each in the place of its first claim.
  static func all(_ claims: [Claim]) -> [DistinctRound] {
    var rounds: [DistinctRound] = []
    for claim in claims where claim.role == nil {
      guard let data = claim.payload as? FundingRound else { continue }
      if let index = rounds.firstIndex(where: { $0.isReported(by: claim, data) }) {
        rounds[index].claims.append(claim)
        rounds[index].investors.formUnion(data.investors.map(\.id))
        if data.investors.count > rounds[index].data.investors.count { rounds[index].data = data }
      } else {
        rounds.append(DistinctRound(claim, data))
      }
    }
    return rounds
  }

  private func isReported(by claim: Claim, _ other: FundingRound) -> Bool {
    guard let amount = other.amount, data.stage == other.stage, data.amount == amount,
      claim.days.countsFrom.day - claims[0].days.countsFrom.day <= Self.windowDays
    else { return false }
    let named = other.investors.map(\.id)
    return named.isEmpty || investors.isEmpty || !investors.isDisjoint(with: named)
  }
}
