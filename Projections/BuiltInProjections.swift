public import Projecting

/// The projections that ship. A new one is one file or folder and one line here.
public enum BuiltInProjections {
  /// - Parameter indicators: how the indicators are computed; a workspace may have its own.
  public static func all(indicators: IndicatorDefinition = .standard) -> [any Projection] {
    [TimelineProjection(), IndicatorsProjection(definition: indicators), SearchProjection()]
  }
}
