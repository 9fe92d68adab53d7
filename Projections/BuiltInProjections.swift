public import Projecting

/// The projections that ship. A new one is one file or folder and one line here.
public enum BuiltInProjections {
  public static func all(_ definitions: ProjectionDefinitions = ProjectionDefinitions()) -> [any Projection] {
    [
      TimelineProjection(), IndicatorsProjection(definition: definitions.indicators), SearchProjection(),
      PlaybookProjection(definition: definitions.playbook), PolicyProjection(definition: definitions.policy),
      DocketProjection(), ForecastsProjection(), GeographyProjection(), OwnershipProjection(),
      CapitalProjection(home: definitions.indicators.home),
    ]
  }
}

/// How the projections with definition files are computed; a workspace may have its own.
public struct ProjectionDefinitions: Sendable {
  public var indicators = IndicatorDefinition.standard
  public var playbook = PlaybookDefinition.standard
  public var policy = PolicyDefinition.standard

  public init() {}
}
