/// A company goes to a stock exchange, or leaves it.
public struct Listing: EventPayload {
  public static let kind = "listing"
  public static let meaning = "A company files for, prices, completes or withdraws a stock market listing."
  public static let label = KindLabel("Listing", "上市", glyph: "▲")

  public enum Phase: String, Choice { case filed, priced, listed, withdrawn, delisted }

  public var exchange: String
  public var jurisdiction: Country?
  public var phase: Phase
  public var raised: Money?
  public var note: String?

  public init(fields: inout FieldReader) {
    exchange = fields.required("exchange", "the exchange, such as HKEX, SSE or NASDAQ")
    jurisdiction = fields.optional("jurisdiction", "the country of the exchange")
    phase = fields.required("phase", "how far the listing is")
    raised = fields.optional("raised", "the money raised")
    note = fields.optional("note", "what else the source says")
  }

  public var headline: String { phrase("\(exchange) \(phase.rawValue)", raised.map { "raised \($0.humanised)" }, note) }
}
