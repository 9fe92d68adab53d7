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
    // The outcomes of each authority since it last opened a review.
    var outcomes: [Subject: [Told<RegulatoryProbe>]] = [:]
    for probe in history.standing(RegulatoryProbe.self) {
      let authority = probe.payload.authority
      switch probe.payload.phase {
      case .opened: outcomes[authority]?.removeAll { $0.payload.isAbout(probe.payload.topic) }
      case .cleared, .blocked:
        let before = outcomes[authority]?.last { before in
          before.payload.phase != probe.payload.phase && before.payload.isAbout(probe.payload.topic)
            && before.claim.distance(to: probe.claim) <= context.whole("days", of: rule)
        }
        if let before {
          found.append(
            Observation(
              rule, about: history.subject, [before.claim, probe.claim],
              "\(authority): \(before.payload.phase.rawValue) (\(before.claim.occurred)) and \(probe.payload.phase.rawValue) (\(probe.claim.occurred))"
            ))
        }
        outcomes[authority, default: []].append(probe)
      default: break
      }
    }
    return found
  }
}

extension RegulatoryProbe {
  /// Whether the review may be the one about `topic`; one without a topic may be any.
  func isAbout(_ topic: String?) -> Bool {
    guard let own = self.topic, let topic else { return true }
    return SearchText.folded(own) == SearchText.folded(topic)
  }
}
