internal import CanonicalJSON

/// A figure about a company at a date.
public struct MetricObserved: EventPayload {
  public static let kind = "metric_observed"
  public static let meaning = "A figure about a company: staff, users, revenue, compute."
  public static let label = KindLabel("Metric", "指标", glyph: "#")

  public var metric: String
  public var unit: String
  public var value: Double?
  public var low: Double?
  public var high: Double?
  public var place: Place?
  public var note: String?

  public init(fields: inout FieldReader) {
    metric = fields.required("metric", "what is measured, such as headcount or annual_recurring_revenue")
    unit = fields.required("unit", "the unit, such as people, USD or ratio")
    value = fields.optional("value", "the figure")
    low = fields.optional("low", "the least, where a range is known")
    high = fields.optional("high", "the most, where a range is known")
    place = fields.optional("place", "where")
    note = fields.optional("note", "what else the source says")
    fields.require(value != nil || low != nil || high != nil, "value", "is missing; give a value, or low and high")
    fields.require(zip(low, high).map { $0 <= $1 } ?? true, "low", "is greater than high")
  }

  public var headline: String {
    let amounts = [value, low, high].map { $0.flatMap { amount(of: $0) } }
    let isMoney = zip([value, low, high], amounts).allSatisfy { ($0 == nil) == ($1 == nil) }
    let shown = isMoney ? amounts : [value, low, high].map { $0.map { CanonicalWriter.text(of: .number($0)) } }
    let figure = shown[0] ?? "\(shown[1] ?? "…")–\(shown[2] ?? "…")"
    let name = metric.replacing("_", with: " ")
    return phrase(isMoney ? "\(name) \(figure)" : "\(name) \(figure) \(unit)", place?.shown, note)
  }

  /// A figure in words such as `USD 100M`; `nil` where it is none of money, or negative.
  private func amount(of figure: Double) -> String? {
    guard let currency = Currency(code: unit), let value = DecimalNumber(CanonicalWriter.text(of: .number(figure)))
    else {
      return nil
    }
    let money = Money(value: value, currency: currency)
    // Only where no digit is lost.
    return (try? Money.parse(money.humanised, currency: nil)) == money ? money.humanised : nil
  }
}

private func zip(_ a: Double?, _ b: Double?) -> (Double, Double)? {
  if let a, let b { (a, b) } else { nil }
}
