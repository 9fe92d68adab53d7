public import Projecting

/// The projections that ship. A new one is one file or folder and one line here.
public enum BuiltInProjections {
  public static func all(_ definitions: ProjectionDefinitions = ProjectionDefinitions()) -> [any Projection] {
    [
      TimelineProjection(), definitions.indicators, SearchProjection(), definitions.playbook, definitions.policy,
      DocketProjection(), ForecastsProjection(), GeographyProjection(), OwnershipProjection(),
      CapitalProjection(following: definitions.indicators),
    ] + definitions.added
  }
}

/// How the projections with definition files are computed; a workspace may have its own, and more of them.
public struct ProjectionDefinitions: Sendable {
  /// The workspace's own indicators, else those that ship.
  public var indicators = IndicatorsProjection()
  /// Its own playbook, else the one that ships.
  public var playbook = PlaybookProjection()
  /// Its own rules, else those that ship.
  public var policy = PolicyProjection()
  /// Those of the folder `projections`.
  public var added: [any Projection] = []

  public init() {}

  /// The one that a name means: a label.
  public func added<Added: Projection>(_ name: String, as type: Added.Type = Added.self) -> Added? {
    added.first { $0.name == name } as? Added
  }

  /// Every playbook, the workspace's own first.
  public var playbooks: [PlaybookProjection] { [playbook] + added.compactMap { $0 as? PlaybookProjection } }
  /// Every set of rules, the workspace's own first.
  public var policies: [PolicyProjection] { [policy] + added.compactMap { $0 as? PolicyProjection } }
}
