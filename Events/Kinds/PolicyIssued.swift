public import EventLog
public import Projecting

/// An authority issues a rule.
public struct PolicyIssued: EventPayload {
  public static let kind = "policy_issued"
  public static let meaning = "An authority issues a law, regulation or list."
  public static let label = KindLabel("Policy", "政策", glyph: "¶")

  public var authority: Subject
  public var instrument: String
  public var topic: String
  public var effective: EDTFDate?
  public var thresholds: [Threshold]

  public init(fields: inout FieldReader) {
    authority = fields.required("authority", "who issued it, such as authority/cn-state-council")
    instrument = fields.required("instrument", "the instrument's name or number")
    topic = fields.required("topic", "what it is about")
    effective = fields.optional("effective", "when it takes effect")
    thresholds = fields.list("thresholds", "the limits that it sets")
  }

  public var mentions: [Mention] { [Mention(authority, role: "authority")] }
  public var headline: String { phrase("\(instrument): \(topic)", effective.map { "effective \($0.text)" }) }
}

/// A limit that a policy sets.
public struct Threshold: FieldGroup, Hashable {
  public var measure: String
  public var comparator: Comparator
  public var value: Double
  public var unit: String?

  public enum Comparator: String, Choice { case above = ">", atLeast = "≥", below = "<", atMost = "≤" }

  public init(fields: inout FieldReader) {
    measure = fields.required("measure", "what is measured, such as foreign_stake")
    comparator = fields.required("comparator", "how it is compared")
    value = fields.required("value", "the limit")
    unit = fields.optional("unit", "the unit of the limit")
  }
}
