import Auditing
import DealEvents
import DefinitionFiles
import EventLog
import Projecting

/// Reviews of which nothing was heard for long.
enum OpenProbeCheck: HistoryCheck {
  static let rule = AuditRule(
    "probe_open_long", .quality, .warning, "A review is open, and there was no news of it for long.",
    remedy: "Look for its outcome; record it, or the last that is known, with dealtrail add regulatory_probe.",
    parameters: [DefinitionParameter("days", 365, in: 1...36_500, "no news for longer than this is reported")],
    groupedAs: "reviews without news")
  static let rules = [rule]

  private static let open: Set<RegulatoryProbe.Phase> = [.opened, .informationRequested, .extended]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let probes = Dictionary(grouping: history.own(RegulatoryProbe.self)) { $0.payload.authority }
    return probes.sorted { $0.key < $1.key }.compactMap { authority, probes in
      guard let last = probes.last, open.contains(last.payload.phase) else { return nil }
      let age = context.today.day - (last.claim.days.latest ?? last.day).day
      guard age > context.whole("days", of: rule) else { return nil }
      return Observation(
        rule, about: history.subject, [last.claim],
        "\(authority): \(last.payload.phase.rawValue.replacing("_", with: " ")) in \(last.claim.occurred), no news since"
      )
    }
  }
}
