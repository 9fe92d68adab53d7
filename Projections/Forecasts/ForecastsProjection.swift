internal import DealEvents
internal import EventLog
public import Projecting

/// Forecasts about a subject, with how they turned out and how well they were made.
public struct ForecastsProjection: Projection {
  public static let model = ReadModel(
    "forecast", "One row a forecast, in the order in which they were made.",
    columns: [
      ViewColumn("speaker", .text, "who predicts", isIndexed: true),
      ViewColumn("statement", .text, "what is predicted"),
      ViewColumn("probability", .real, "how likely the speaker called it, 0 to 1; null where not said"),
      ViewColumn("interest", .text, "what the speaker stands to gain, as disclosed"),
      ViewColumn("made", .text, "when it was made (EDTF)"), ViewColumn("horizon", .text, "by when (EDTF)"),
      ViewColumn("due_day", .text, "the last day of the horizon"),
      ViewColumn("outcome", .text, "true, false, ambiguous or void; null while not resolved"),
      ViewColumn("brier", .real, "(probability − outcome)², 0 best, 1 worst; null where it cannot be told"),
      ViewColumn("event", .text, "the forecast's event id"),
      ViewColumn("resolution", .text, "the id of the event that resolves it"),
    ])

  public let name = "forecasts"
  public let version = 2
  public var models: [ReadModel] { [Self.model] }

  public init() {}

  public func rows(for history: History) throws -> [ViewRow] {
    let own = history.factual
    // The last word holds: a resolution may be followed by another.
    var resolutions: [EventID: (outcome: ForecastResolved.Outcome, event: EventID)] = [:]
    for claim in own {
      guard let resolved = claim.payload as? ForecastResolved else { continue }
      resolutions[resolved.forecast] = (resolved.outcome, claim.id)
    }
    return own.compactMap { claim in
      guard let forecast = claim.payload as? ForecastMade else { return nil }
      let resolution = resolutions[claim.id]
      return ViewRow(
        Self.model.name,
        [
          .text(forecast.speaker.id), .text(forecast.statement), .number(forecast.probability?.fraction),
          .text(forecast.interestDisclosed), .text(claim.occurred), .text(forecast.horizon?.text),
          .text(forecast.horizon?.latest?.description), .text(resolution?.outcome.rawValue),
          .number(Self.brier(forecast.probability?.fraction, resolution?.outcome)), .text(claim.id.description),
          .text(resolution?.event.description),
        ])
    }
  }

  /// The score of one probability (G. W. Brier, Monthly Weather Review 78, 1950, in its form for two outcomes).
  static func brier(_ probability: Double?, _ outcome: ForecastResolved.Outcome?) -> Double? {
    guard let probability else { return nil }
    switch outcome {
    case .cameTrue: return (probability - 1) * (probability - 1)
    case .cameFalse: return probability * probability
    case .ambiguous, .void, nil: return nil
    }
  }
}
