internal import Foundation

/// The composite of the dimensions, after the OECD/JRC handbook: declared weights and aggregation, and what is not known
/// shown as bounds instead of being filled in.
public struct Composite: Sendable, Equatable {
  /// Over the dimensions with evidence; `nil` when there is none.
  public var value: Double?
  /// With every unknown dimension at 0, and at 1.
  public var lower: Double
  public var upper: Double
  /// The part of the weight that has evidence, 0…1.
  public var coverage: Double

  /// - Parameter parts: a value (`nil` for unknown) and a weight for each dimension; weights add up to more than 0.
  init(_ parts: [(value: Double?, weight: Double)], _ aggregation: IndicatorDefinition.Aggregation) {
    let known = parts.compactMap { part in part.value.map { ($0, part.weight) } }
    coverage = known.reduce(0) { $0 + $1.1 } / parts.reduce(0) { $0 + $1.weight }
    value = Self.mean(known, aggregation)
    lower = Self.mean(parts.map { ($0.value ?? 0, $0.weight) }, aggregation) ?? 0
    upper = Self.mean(parts.map { ($0.value ?? 1, $0.weight) }, aggregation) ?? 1
  }

  /// The lower bound alone: with every unknown dimension at 0.
  static func lower(
    of values: [Double?], _ weights: [Double], _ aggregation: IndicatorDefinition.Aggregation
  ) -> Double {
    mean(zip(values, weights).map { ($0 ?? 0, $1) }, aggregation) ?? 0
  }

  private static func mean(_ parts: [(Double, Double)], _ aggregation: IndicatorDefinition.Aggregation) -> Double? {
    let total = parts.reduce(0) { $0 + $1.1 }
    guard total > 0 else { return nil }
    switch aggregation {
    case .arithmetic: return parts.reduce(0) { $0 + $1.0 * $1.1 } / total
    case .geometric:
      let weighty = parts.filter { $0.1 > 0 }
      if weighty.contains(where: { $0.0 == 0 }) { return 0 }
      return exp(weighty.reduce(0) { $0 + log($1.0) * $1.1 } / total)
    case .worstOf: return parts.filter { $0.1 > 0 }.map(\.0).max()
    }
  }
}
