import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

/// A company's indicators as they are printed.
struct IndicatorStanding {
  struct Dimension {
    var name: String
    var value: Double?
    var weight: Double?
    var evidence: [String]
    var note: String
  }

  var subject: Subject
  var name: String
  var value: Double?
  var lower: Double
  var upper: Double
  var coverage: Double
  var confirmedValue: Double?
  var rooting: Double?
  /// Whether a profile says that the company comes from home.
  var isHome: Bool
  /// From 1, among the companies that come from home and have any evidence; equal ones share a rank.
  var rank: Int?
  /// What the rank owes to the choices; of those that have one.
  var sensitivity: Sensitivity?
  var dimensions: [Dimension]
  var rootingDetail: Dimension?

  /// `nil` when the projection gave no rows.
  init?(_ subject: Subject, name: String, rows: [ViewRow], _ projection: IndicatorsProjection) {
    guard let total = rows.first(where: { $0.model == projection.model.name })?.values else { return nil }
    self.subject = subject
    self.name = name
    value = total[0].real
    lower = total[1].real ?? 0
    upper = total[2].real ?? 1
    coverage = total[3].real ?? 0
    confirmedValue = total[4].real
    rooting = total[5].real
    isHome = total[6] == .integer(1)
    let all = rows.filter { $0.model == projection.dimensionModel.name }.map(\.values).map { values in
      Dimension(
        name: values[0].text ?? "", value: values[1].real, weight: values[2].real,
        evidence: values[3].list, note: values[4].text ?? "")
    }
    dimensions = all.filter { $0.weight != nil }
    rootingDetail = all.first { $0.weight == nil }
  }

  /// Those that the views hold.
  static func stored(_ reader: ViewReader, _ projection: IndicatorsProjection) throws -> [IndicatorStanding] {
    let resolver = SubjectResolver(reader: reader)
    let dimensions = Dictionary(
      grouping: try reader.rows(projection.dimensionModel), by: \.subject)
    return try reader.rows(projection.model).compactMap { row in
      let parts = (dimensions[row.subject] ?? []).map { ViewRow(projection.dimensionModel.name, $0.values) }
      return IndicatorStanding(
        row.subject, name: try resolver.name(of: row.subject),
        rows: [ViewRow(projection.model.name, row.values)] + parts, projection)
    }
  }

  /// Ranks those that come from home and have evidence by the lower bound: what is known, whatever the unknown may be.
  /// So one strong claim about one dimension does not outrank a company about which much is known. Orders them by rank,
  /// then by id.
  static func rank(_ standings: inout [IndicatorStanding], _ definition: IndicatorDefinition) {
    let ranked = standings.indices.filter { standings[$0].isRanked }
    let ranks = Sensitivity.ranks(ranked.map { standings[$0].lower })
    let studies = Sensitivity.study(ranked.map { standings[$0].dimensions.map(\.value) }, definition)
    for (place, index) in ranked.enumerated() {
      standings[index].rank = ranks[place]
      standings[index].sensitivity = studies[place]
    }
    standings.sort { ($0.rank ?? .max, $0.subject) < ($1.rank ?? .max, $1.subject) }
  }

  private var isRanked: Bool { isHome && value != nil }

  func json(asOf: String?) -> JSONValue {
    [
      "subject": .string(subject.id), "name": .string(name), "as_of": .optional(asOf), "value": .optional(value),
      "lower": .number(lower), "upper": .number(upper), "coverage": .number(coverage),
      "confirmed_value": .optional(confirmedValue), "rooting": .optional(rooting),
      "rank": rank.map { .integer($0) } ?? .null,
      "rank_interval": sensitivity.map {
        .array([.integer($0.rankInterval.lowerBound), .integer($0.rankInterval.upperBound)])
      }
        ?? .null,
      "aggregations": .array((sensitivity?.aggregations ?? []).map { $0.json("aggregation") }),
      "without": .array((sensitivity?.without ?? []).map { $0.json("dimension") }),
      "dimensions": .array(dimensions.map(\.json)),
      "rooting_evidence": .array((rootingDetail?.evidence ?? []).map { .string($0) }),
      "rooting_note": .optional(rootingDetail?.note),
    ]
  }
}

extension Sensitivity.Variant {
  fileprivate func json(_ name: String) -> JSONValue {
    [
      name: .string(self.name), "value": .optional(composite.value), "lower": .number(composite.lower),
      "upper": .number(composite.upper), "rank": .integer(rank),
    ]
  }
}

extension IndicatorStanding.Dimension {
  var json: JSONValue {
    [
      "dimension": .string(name), "value": .optional(value), "weight": .optional(weight),
      "evidence": .array(evidence.map { .string($0) }), "note": .string(note),
    ]
  }
}
