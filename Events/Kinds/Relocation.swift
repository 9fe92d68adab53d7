/// Something of a company moves from one place to another.
public struct Relocation: EventPayload {
  public static let kind = "relocation"
  public static let meaning = "A company moves its head office, legal seat, research, team or data."
  public static let label = KindLabel("Relocation", "迁移", glyph: "→")

  public enum What: String, Choice {
    case headquarters, legalDomicile = "legal_domicile", research, team, data
  }

  public var what: What
  public var from: Place?
  public var to: Place
  public var count: Int?
  public var reason: String?

  public init(fields: inout FieldReader) {
    what = fields.required("what", "what moves")
    from = fields.optional("from", "where it was")
    to = fields.required("to", "where it goes")
    count = fields.optional("count", "how many people, for a team")
    reason = fields.optional("reason", "why, as the source gives it")
  }

  public var headline: String {
    phrase(
      "\(spoken(what)) \(from.map { "from \($0.shown) " } ?? "")to \(to.shown)",
      count.map { $0 == 1 ? "1 person" : "\($0) people" })
  }
}
