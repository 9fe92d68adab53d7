public import EventLog
public import Projecting

/// An authority is asked for a licence, or decides on one.
public struct LicenseDecision: EventPayload {
  public static let kind = "license_decision"
  public static let meaning = "A licence or approval is applied for, approved, denied or revoked."
  public static let label = KindLabel("Licence", "许可", glyph: "✓")

  public enum Topic: String, Choice {
    case technologyExport = "technology_export", dataExport = "data_export", foreignInvestment = "foreign_investment"
    case chipExport = "chip_export", overseasListing = "overseas_listing"
  }
  public enum Decision: String, Choice { case applied, approved, denied, revoked }

  public var authority: Subject
  public var topic: Topic
  public var decision: Decision
  public var concerns: [EventID]
  public var note: String?

  public init(fields: inout FieldReader) {
    authority = fields.required("authority", "who decides, such as authority/cn-mofcom")
    topic = fields.required("topic", "what the licence is for")
    decision = fields.required("decision", "what was decided")
    concerns = fields.list("concerns", "the events that it is about")
    note = fields.optional("note", "what else the source says")
  }

  public var mentions: [Mention] { [Mention(authority, role: "authority")] }
  public var headline: String { phrase("\(authority.name): \(spoken(topic)) \(decision.rawValue)", note) }
}
