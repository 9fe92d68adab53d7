import Auditing
import DealEvents
import EventLog
import Projecting

/// Acquisitions that were completed and never announced.
enum UnannouncedCheck: HistoryCheck {
  static let rule = AuditRule(
    "completed_unannounced", .quality, .info, "An acquisition was completed, and no claim says that it was announced.",
    remedy: "Add the announcement with its date: dealtrail add acquisition … --phase announced.",
    groupedAs: "completed acquisitions with no announcement")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let deals = history.standing(Acquisition.self)
    return deals.filter { deal in
      deal.payload.phase == .completed
        && !deals.contains { $0.payload.acquirer == deal.payload.acquirer && $0.payload.phase == .announced }
    }.map {
      Observation(
        rule, about: history.subject, [$0.claim],
        "completed by \($0.payload.acquirer) in \($0.claim.occurred), announced in no claim")
    }
  }
}
