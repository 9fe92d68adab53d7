import Auditing
import DealEvents
import DefinitionFiles
import EventLog
import Projecting

/// Two amounts for one round.
enum AmountsDifferCheck: HistoryCheck {
  static let rule = AuditRule(
    "amounts_differ", .quality, .warning, "Two claims give one funding round different amounts.",
    remedy: "Read the sources, then correct, retract or dispute the claim that does not hold.",
    parameters: [
      DefinitionParameter("days", 30, in: 0...3650, "rounds of one stage within this many days are taken for one"),
      DefinitionParameter("tolerance", 0.05, "amounts that differ by no more than this part are alike"),
    ], groupedAs: "pairs of claims that give one round different amounts")
  static let rules = [rule]

  /// Stages that a company goes through once; of the others (debt, grant, venture …) there may be two at a time.
  private static let single: Set<FundingRound.Stage> = [
    .angel, .preSeed, .seed, .preA, .seriesA, .seriesB, .seriesC, .seriesD, .seriesE,
  ]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let rounds = history.standing(FundingRound.self).filter {
      single.contains($0.payload.stage) && $0.payload.amount != nil
    }
    let days = context.whole("days", of: rule)
    let tolerance = context.value("tolerance", of: rule)
    var found: [Observation] = []
    for (index, after) in rounds.enumerated() {
      // The history is in the order of days, so the first that is too far away is the last to look at.
      for before in rounds[..<index].reversed() where before.payload.stage == after.payload.stage {
        guard before.claim.distance(to: after.claim) <= days else { break }
        guard let first = before.payload.amount, let second = after.payload.amount, first.currency == second.currency,
          differ(first.value.approximate, second.value.approximate, byMoreThan: tolerance)
        else { continue }
        found.append(
          Observation(
            rule, about: history.subject, [before.claim, after.claim],
            "\(after.payload.stage.rawValue.replacing("_", with: " ")): \(first.humanised) (\(before.claim.occurred)) and \(second.humanised) (\(after.claim.occurred))"
          ))
      }
    }
    return found
  }
}
