/// Somebody has looked at a finding of the audit and accepts it. Withdrawn by retracting the event.
public struct FindingAccepted: EventPayload {
  public static let kind = "finding_accepted"
  public static let meaning =
    "A finding of the audit is accepted, for good or until a day; retract it to withdraw that."
  public static let label = KindLabel("Acceptance", "接受", glyph: "☐")

  public var finding: String
  public var rule: String
  public var about: String
  public var reason: String
  public var until: EDTFDate?

  public init(fields: inout FieldReader) {
    finding = fields.required("finding", "the id of the finding")
    rule = fields.required("rule", "the rule that found it")
    about = fields.required("about", "the subject, import or file that it is about")
    reason = fields.required("reason", "why it is accepted")
    until = fields.optional(
      "until", "the last day on which it is, such as 2026-12-31 (of a month, its last day); for good when absent")
  }

  public var headline: String {
    phrase("accepts \(rule) about \(about)", until.map { "until \($0.text)" }, reason)
  }
}
