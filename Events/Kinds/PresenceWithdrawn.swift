public import EventLog
public import Projecting

/// A company gives up something that tied it to a market.
public struct PresenceWithdrawn: EventPayload {
  public static let kind = "presence_withdrawn"
  public static let meaning = "A company gives up accounts, a service, a partnership, an app listing or an office."
  public static let label = KindLabel("Withdrawal", "撤出", glyph: "✕")

  public enum What: String, Choice {
    case socialMedia = "social_media", service, partnership, appStore = "app_store", office
  }

  public var what: What
  public var place: Place?
  public var counterparty: Subject?
  public var detail: String?

  public init(fields: inout FieldReader) {
    what = fields.required("what", "what is given up")
    place = fields.optional("where", "the market or place")
    counterparty = fields.optional("counterparty", "the partner, such as company/alibaba")
    detail = fields.optional("detail", "what exactly, such as the names of the accounts")
  }

  public var mentions: [Mention] { counterparty.map { [Mention($0, role: "partner")] } ?? [] }

  public var headline: String {
    phrase(
      "\(spoken(what)) withdrawn\(place.map { " in \($0.shown)" } ?? "")", counterparty.map { String($0.name) }, detail)
  }
}
