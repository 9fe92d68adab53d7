internal import DealEvents
internal import Projecting

/// A funding round with every claim that reports it: claims of one stage and one amount are of one round.
struct DistinctRound {
  var claims: [Claim]
  /// What the claim with the most investors says; of equal ones, the first.
  var data: FundingRound

  /// The rounds of the claims about the subject itself, each in the place of its first claim.
  static func all(_ claims: [Claim]) -> [DistinctRound] {
    var rounds: [DistinctRound] = []
    for claim in claims where claim.role == nil {
      guard let data = claim.payload as? FundingRound else { continue }
      if let amount = data.amount,
        let index = rounds.firstIndex(where: { $0.data.stage == data.stage && $0.data.amount == amount })
      {
        rounds[index].claims.append(claim)
        if data.investors.count > rounds[index].data.investors.count { rounds[index].data = data }
      } else {
        rounds.append(DistinctRound(claims: [claim], data: data))
      }
    }
    return rounds
  }
}
