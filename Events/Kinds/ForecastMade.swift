public import EventLog
public import Projecting

/// Somebody says what will happen.
public struct ForecastMade: EventPayload {
  public static let kind = "forecast_made"
  public static let meaning = "Somebody predicts something by a date."
  public static let label = KindLabel("Forecast", "预测", glyph: "☁")

  public var speaker: Subject
  public var statement: String
  public var probability: Share?
  public var horizon: EDTFDate?
  public var interestDisclosed: String?

  public init(fields: inout FieldReader) {
    speaker = fields.required("speaker", "who predicts")
    statement = fields.required("statement", "what is predicted, so that it can be judged later")
    probability = fields.optional("probability", "how likely the speaker calls it, 0 to 1")
    horizon = fields.optional("horizon", "by when")
    interestDisclosed = fields.optional("interest_disclosed", "what the speaker stands to gain, as disclosed")
  }

  public var mentions: [Mention] { [Mention(speaker, role: "speaker")] }

  public var headline: String {
    phrase("\(speaker.name): \(statement)", probability.map { percent($0) }, horizon.map { "by \($0.text)" })
  }
}
