import Auditing
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// Rumours that nobody came back to.
enum RumourCheck: HistoryCheck {
  static let rule = AuditRule(
    "rumour_unreviewed", .quality, .warning,
    "A rumour is old, and nobody confirmed, corrected, disputed or retracted it.",
    remedy: "Look whether it came true: confirm, correct, dispute or retract it.",
    parameters: [DefinitionParameter("days", 90, in: 1...36_500, "a rumour older than this is reported")],
    groupedAs: "rumours that nobody came back to")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    history.standing.filter { claim in
      claim.currentStatus == "rumoured" && claim.corrections.isEmpty
        && context.today.day - (claim.days.latest ?? claim.days.countsFrom).day > context.whole("days", of: rule)
    }.map {
      Observation(rule, about: history.subject, [$0], "\($0.called) is a rumour still")
    }
  }
}
