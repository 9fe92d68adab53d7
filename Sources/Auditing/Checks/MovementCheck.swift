internal import DefinitionFiles
internal import EventLog
internal import Foundation

/// Indicators that are not what they were at the audit before.
public enum MovementCheck: FactCheck {
  static let rule = AuditRule(
    "indicator_moved", .playbook, .info, "A company's composite indicator moved since the audit before.",
    remedy: "Read what it stands on: dealtrail indicators SUBJECT --evidence.",
    parameters: [DefinitionParameter("least", 0.01, "a smaller movement is not reported")])
  public static let rules = [rule]

  public static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] {
    facts.movements.filter { movement in
      guard let before = movement.before, let after = movement.after else { return movement.before != movement.after }
      return abs(after - before) >= context.value("least", of: rule)
    }.map { movement in
      // The same movement has the same id; another one, by later events, is another finding.
      Observation(
        rule, about: movement.subject.id, cause: [shown(movement.before), shown(movement.after)],
        evidence: movement.evidence,
        "\(movement.name): the composite went from \(shown(movement.before)) to \(shown(movement.after))")
    }
  }

  private static func shown(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "unknown" }
}
