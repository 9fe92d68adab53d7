public import EventLog
public import Projecting

/// An authority looks into a company or a deal.
public struct RegulatoryProbe: EventPayload {
  public static let kind = "regulatory_probe"
  public static let meaning = "An authority opens, widens or ends a review of a company or a deal."
  public static let label = KindLabel("Probe", "审查", glyph: "⚖")

  public enum Phase: String, Choice {
    case opened, informationRequested = "information_requested", extended, conditions, cleared, blocked, fined, closed
  }

  public var authority: Subject
  public var jurisdiction: Country
  public var phase: Phase
  public var topic: String?
  public var legalBasis: String?
  public var concerns: [EventID]
  public var fine: Money?

  public init(fields: inout FieldReader) {
    authority = fields.required("authority", "who reviews, such as authority/cn-mofcom")
    jurisdiction = fields.required("jurisdiction", "the authority's country")
    phase = fields.required("phase", "what the authority did")
    topic = fields.optional("topic", "what it is about")
    legalBasis = fields.optional("legal_basis", "the law that it rests on")
    concerns = fields.list("concerns", "the events that it is about")
    fine = fields.optional("fine", "the fine, when there is one")
  }

  public var mentions: [Mention] { [Mention(authority, role: "authority")] }

  public var headline: String {
    phrase("\(authority.name) review \(spoken(phase))", topic, legalBasis, fine?.humanised)
  }
}
