/// Data of a company goes to another country.
public struct DataTransfer: EventPayload {
  public static let kind = "data_transfer"
  public static let meaning = "A company moves a category of data across a border."
  public static let label = KindLabel("Data transfer", "数据出境", glyph: "⇄")

  public var category: String
  public var from: Place
  public var to: Place
  public var reviewed: Bool?

  public init(fields: inout FieldReader) {
    category = fields.required("category", "what data, such as user_data or model_weights")
    from = fields.required("from", "where it was")
    to = fields.required("to", "where it goes")
    reviewed = fields.optional("reviewed", "whether an authority reviewed the transfer")
  }

  public var headline: String {
    phrase("\(category) from \(from.shown) to \(to.shown)", reviewed.map { $0 ? "reviewed" : "not reviewed" })
  }
}
