internal import DealEvents
internal import EventLog
public import DefinitionFiles
public import Projecting

/// How far a company has left home, dimension by dimension, with evidence, bounds and coverage.
public struct IndicatorsProjection: DefinedProjection {
  public static let kind = "indicators"

  private static let shape = ReadModel(
    "indicator", "One row a company: the composite of its dimensions.",
    columns: [
      ViewColumn("value", .real, "over the dimensions with evidence, 0 to 1; null when there is none"),
      ViewColumn("lower", .real, "with unknown dimensions at 0"),
      ViewColumn("upper", .real, "with unknown dimensions at 1"),
      ViewColumn("coverage", .real, "the part of the weight that has evidence, 0 to 1"),
      ViewColumn("confirmed_value", .real, "over confirmed claims alone; null when there is none"),
      ViewColumn("rooting", .real, "the counter-indicator, 0 to 1; null when there is no evidence"),
      ViewColumn("is_home", .integer, "1 when the company comes from home, null when no profile says"),
      ViewColumn("definition", .text, "the id of the definition"),
    ])
  private static let dimensionShape = ReadModel(
    "indicator_dimension", "One row a company and dimension, and one for rooting.",
    columns: [
      ViewColumn("dimension", .text, "the dimension"), ViewColumn("value", .real, "0 to 1; null without evidence"),
      ViewColumn("weight", .real, "its weight in the composite"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
      ViewColumn("note", .text, "how the value came about"),
    ])

  public let name: String
  public let version = 3
  public let model: ReadModel
  public let dimensionModel: ReadModel
  private let own: IndicatorDefinition?
  /// The one that ships is read when rows are computed by it, and not with every command.
  public var definition: IndicatorDefinition { own ?? .standard }
  public var parameters: String { own?.fingerprint ?? IndicatorDefinition.standardFingerprint }
  public var models: [ReadModel] { [model, dimensionModel] }

  /// - Parameter definition: `nil` for the one that ships.
  public init(definition: IndicatorDefinition?, label: String? = nil) {
    own = definition
    name = label ?? Self.kind
    model = Self.shape.labelled(label)
    dimensionModel = Self.dimensionShape.labelled(label)
  }

  public init() { self.init(definition: nil) }

  public static func definition(yaml: String, file: String) throws(DefinitionError) -> IndicatorDefinition {
    try IndicatorDefinition(yaml: yaml, file: file)
  }

  /// Only companies have indicators, and only those about which there is a claim of their own.
  public func rows(for history: History) throws -> [ViewRow] {
    let own = history.claims.filter { $0.role == nil }
    guard history.subject.category == "company", !own.isEmpty else { return [] }
    let counted = own.filter { definition.statuses.contains($0.currentStatus) }
    let readings = readings(counted)
    let confirmed = self.readings(counted.filter { $0.currentStatus == "confirmed" })
    let composite = composite(readings)
    let rooting = Rooting.reading(input(counted, Rooting.name))
    let isHome = counted.comesFrom(definition.home)
    let total = ViewRow(
      model.name,
      [
        .number(composite.value), .number(composite.lower), .number(composite.upper), .number(composite.coverage),
        .number(self.composite(confirmed).value), .number(rooting?.value), isHome.map { .integer($0 ? 1 : 0) } ?? .null,
        .text(definition.id),
      ])
    let dimensions = zip(definition.dimensions, readings).map { dimension, reading in
      row(dimension.name, reading, weight: definition.weights[dimension.name])
    }
    return [total] + dimensions + [row(Rooting.name, rooting, weight: nil)]
  }

  private func row(_ name: String, _ reading: IndicatorReading?, weight: Double?) -> ViewRow {
    ViewRow(
      dimensionModel.name,
      [
        .text(name), .number(reading?.value), .number(weight), .list(reading?.evidence ?? []),
        .text(reading?.note ?? "no evidence"),
      ])
  }

  private func input(_ claims: [Claim], _ dimension: String) -> IndicatorInput {
    IndicatorInput(claims: claims, definition: definition, dimension: dimension)
  }

  private func readings(_ claims: [Claim]) -> [IndicatorReading?] {
    definition.dimensions.map { $0.reading(input(claims, $0.name)) }
  }

  private func composite(_ readings: [IndicatorReading?]) -> Composite {
    Composite(
      zip(definition.dimensions, readings).map { ($1?.value, definition.weights[$0.name] ?? 0) },
      definition.aggregation)
  }
}
