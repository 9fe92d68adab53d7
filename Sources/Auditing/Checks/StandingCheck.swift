internal import EventLog

/// Where companies stand in the playbook and by the policy rules; what is new since the audit before shows as new.
public enum StandingCheck: FactCheck {
  static let stage = AuditRule(
    "playbook_stage", .playbook, .info, "A company has reached a stage of the playbook.",
    remedy: "Read the story and its evidence: dealtrail playbook SUBJECT.")
  static let review = AuditRule(
    "policy_review", .playbook, .warning, "A policy rule calls for a review of a company.",
    remedy: "Read what it stands on and what is missing: dealtrail policy SUBJECT; record the approval if there is one."
  )
  public static let rules = [review, stage]

  public static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] {
    facts.standings.map { standing in
      Observation(
        standing.kind == .stage ? stage : review, about: standing.subject.id, cause: [standing.name],
        evidence: standing.evidence, standing.message)
    }
  }
}
