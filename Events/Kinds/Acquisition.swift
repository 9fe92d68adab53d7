public import EventLog
public import Projecting

/// A company is bought, or nearly.
public struct Acquisition: EventPayload {
  public static let kind = "acquisition"
  public static let meaning = "A company is bought; each phase of the deal is an event of its own."
  public static let label = KindLabel("Acquisition", "收购", glyph: "◆")

  public enum Phase: String, Choice {
    case rumoured, declined, announced, completed, abandoned, blocked, unwinding, unwound
  }

  public var acquirer: Subject
  public var acquirerJurisdiction: Country?
  public var phase: Phase
  public var price: Money?
  public var stake: Share?
  public var structure: String?

  public init(fields: inout FieldReader) {
    acquirer = fields.required("acquirer", "who buys, such as company/meta")
    acquirerJurisdiction = fields.optional("acquirer_jurisdiction", "the country that the buyer answers to")
    phase = fields.required("phase", "how far the deal is")
    price = fields.optional("price", "what is paid")
    stake = fields.optional("stake", "the part that is bought, 0 to 1")
    structure = fields.optional("structure", "how the deal is built, such as a licence with a team transfer")
  }

  public var mentions: [Mention] { [Mention(acquirer, role: "acquirer")] }

  public var headline: String {
    phrase("by \(acquirer.name) \(phase.rawValue)", price?.humanised, stake.map { percent($0) }, structure)
  }
}
