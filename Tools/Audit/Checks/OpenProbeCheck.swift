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
    let probes = history.standing(RegulatoryProbe.self)
    return probes.enumerated().compactMap { index, probe in
      guard open.contains(probe.payload.phase) else { return nil }
      let age = context.today.day - (probe.claim.days.latest ?? probe.day).day
      let hasNews = probes[(index + 1)...].contains {
        $0.payload.authority == probe.payload.authority && $0.payload.isAbout(probe.payload.topic)
      }
      guard age > context.whole("days", of: rule), !hasNews else { return nil }
      return Observation(
        rule, about: history.subject, [probe.claim],
        "\(probe.payload.authority): \(probe.payload.phase.rawValue.replacing("_", with: " ")) in \(probe.claim.occurred), no news since"
      )
    }
  }
}
