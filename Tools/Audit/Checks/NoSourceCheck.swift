import Auditing
import CanonicalJSON
import EventLog
import Projecting

/// Claims that name no source.
enum NoSourceCheck: HistoryCheck {
  static let rule = AuditRule(
    "no_source", .quality, .warning, "A claim names no source.",
    remedy: "Confirm the claim with a source (dealtrail confirm ID --source …), or retract it.",
    groupedAs: "claims without a source")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    // Erased sources are no fault of the claim: the redaction says why they are gone.
    history.own.filter { $0.sources.isEmpty && $0.stored.event.sources != nil }.map {
      Observation(rule, about: history.subject, [$0], "\($0.called) names no source")
    }
  }
}
