public import EventLog

/// A forecast turns out one way or the other.
public struct ForecastResolved: EventPayload {
  public static let kind = "forecast_resolved"
  public static let meaning = "A forecast is judged by what happened."
  public static let label = KindLabel("Resolution", "预测结果", glyph: "☀")

  public enum Outcome: String, Choice { case cameTrue = "true", cameFalse = "false", ambiguous, void }

  public var forecast: EventID
  public var outcome: Outcome
  public var note: String?

  public init(fields: inout FieldReader) {
    forecast = fields.required("forecast", "the forecast's event id")
    outcome = fields.required("outcome", "how it turned out")
    note = fields.optional("note", "what decided it")
  }

  public var headline: String { phrase("forecast \(outcome.rawValue)", note) }
}
