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

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let days = context.whole("days", of: rule)
    var found: [Observation] = []
    var open: [Told<Acquisition>] = []
    for deal in history.own(Acquisition.self) where !deal.claim.isDisputed {
      if ended.contains(deal.payload.phase) {
        open.removeAll { $0.payload.acquirer == deal.payload.acquirer }
      } else if deal.payload.phase != .rumoured, deal.payload.stake.map({ $0.fraction > 0.5 }) ?? true {
        found += open.filter {
          $0.payload.acquirer != deal.payload.acquirer && $0.claim.distance(to: deal.claim) <= days
        }.prefix(1).map { other in
          Observation(
            rule, about: history.subject, [other.claim, deal.claim],
            "by \(other.payload.acquirer) (\(other.payload.phase.rawValue.replacing("_", with: " ")), \(other.claim.occurred)) and by \(deal.payload.acquirer) (\(deal.payload.phase.rawValue.replacing("_", with: " ")), \(deal.claim.occurred))"
          )
        }
        open.removeAll { $0.payload.acquirer == deal.payload.acquirer }
        open.append(deal)
      }
    }
    return found
  }
}
