import Auditing
import DealEvents
import DefinitionFiles
import EventLog
import Projecting

/// Two buyers of one company at a time.
enum TwoBuyersCheck: HistoryCheck {
  static let rule = AuditRule(
    "two_buyers", .quality, .warning,
    "Two claims name different buyers of one company, and neither deal is said to have ended.",
    remedy:
      "Read the sources, then correct, retract or dispute the claim that does not hold, or add how the first deal ended.",
    parameters: [
      DefinitionParameter("days", 180, in: 0...3650, "a company that is bought again later than this was sold on")
    ], groupedAs: "companies with two buyers at a time")
  static let rules = [rule]

  private static let ended: Set<Acquisition.Phase> = [.declined, .abandoned, .blocked, .unwinding, .unwound]
  private static let pursued: Set<Acquisition.Phase> = [.announced, .completed]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let days = context.whole("days", of: rule)
    let deals = history.standing(Acquisition.self)
    let ends = deals.filter { ended.contains($0.payload.phase) }
    // An end that is not certain to be before the deal is the deal's.
    let open = deals.filter { deal in
      pursued.contains(deal.payload.phase) && deal.payload.stake.map { $0.fraction > 0.5 } ?? true
        && !ends.contains { $0.payload.acquirer == deal.payload.acquirer && !$0.claim.precedes(deal.claim) }
    }
    var seen: Set<Set<Subject>> = []
    var found: [Observation] = []
    for (index, deal) in open.enumerated() {
      for other in open[..<index]
      where other.payload.acquirer != deal.payload.acquirer && other.claim.distance(to: deal.claim) <= days
        && seen.insert([other.payload.acquirer, deal.payload.acquirer]).inserted
      {
        found.append(
          Observation(
            rule, about: history.subject, [other.claim, deal.claim],
            "by \(other.payload.acquirer) (\(other.payload.phase.rawValue), \(other.claim.occurred)) and by \(deal.payload.acquirer) (\(deal.payload.phase.rawValue), \(deal.claim.occurred))"
          ))
      }
    }
    return found
  }
}
