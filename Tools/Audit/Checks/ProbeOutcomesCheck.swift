import Auditing
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// A review that is said to have been cleared and blocked.
enum ProbeOutcomesCheck: HistoryCheck {
  static let rule = AuditRule(
    "probe_outcomes_differ", .quality, .warning,
    "Claims say of one review that it was cleared and that it was blocked.",
    remedy:
      "Read the sources, then correct, retract or dispute the claim that does not hold; say the topic of each where there were two.",
    parameters: [
      DefinitionParameter("days", 365, in: 0...3650, "outcomes further apart are those of two reviews")
    ])
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    var found: [Observation] = []
    var last: [Subject: Told<RegulatoryProbe>] = [:]
    for probe in history.own(RegulatoryProbe.self) where !probe.claim.isDisputed {
      let authority = probe.payload.authority
      switch probe.payload.phase {
      case .opened: last[authority] = nil
      case .cleared, .blocked:
        if let before = last[authority], before.payload.phase != probe.payload.phase,
          before.claim.distance(to: probe.claim) <= context.whole("days", of: rule),
          alike(before.payload.topic, probe.payload.topic)
        {
          found.append(
            Observation(
              rule, about: history.subject, [before.claim, probe.claim],
              "\(authority): \(before.payload.phase.rawValue.replacing("_", with: " ")) (\(before.claim.occurred)) and \(probe.payload.phase.rawValue.replacing("_", with: " ")) (\(probe.claim.occurred))"
            ))
        }
        last[authority] = probe
      default: break
      }
    }
    return found
  }

  private static func alike(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return true }
    return SearchText.folded(a) == SearchText.folded(b)
  }
}
