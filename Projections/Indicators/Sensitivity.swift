public import DefinitionFiles
internal import Seeded

/// How weights are perturbed to see what ranks owe to them (OECD/JRC Handbook, 2008, step 7, uncertainty analysis).
public struct Perturbation: Sendable, Equatable {
  /// Its parameters, as a definition file gives them.
  public static let parameters = [
    DefinitionParameter("seed", 1, in: 0...9_007_199_254_740_991, "where the sequence of draws starts; whole"),
    DefinitionParameter("draws", 1000, in: 1...100_000, "how many sets of weights are drawn; whole"),
    DefinitionParameter("spread", 0.5, "how far a weight may move: by this part of itself, up or down"),
    DefinitionParameter("level", 0.9, in: 0.5...1, "the part of the draws, in the middle, that an interval covers"),
  ]

  /// Where the sequence of draws starts.
  public var seed: UInt64 = 1
  /// How many sets of weights are drawn.
  public var draws = 1000
  /// How far a weight may move: by this part of itself, up or down.
  public var spread = 0.5
  /// The part of the draws, in the middle, that an interval covers.
  public var level = 0.9

  public init() {}

  init(_ node: DefinitionNode) throws(DefinitionError) {
    for (key, value) in try node.members(known: Self.parameters.map(\.name)) {
      let range = Self.parameters.first { $0.name == key }!.range
      switch key {
      case "seed": seed = UInt64(try value.whole(in: range))
      case "draws": draws = try value.whole(in: range)
      case "spread": spread = try value.number(in: range)
      default: level = try value.number(in: range)
      }
    }
  }
}

/// What the composites and ranks of companies owe to weights, to the aggregation and to single dimensions.
public struct Sensitivity: Sendable, Equatable {
  /// A composite by other rules, and the rank by its lower bound.
  public struct Variant: Sendable, Equatable {
    /// The aggregation, or the dimension that was left out.
    public var name: String
    public var composite: Composite
    public var rank: Int
  }

  /// The ranks between which the middle part of the draws lies.
  public var rankInterval: ClosedRange<Int>
  /// By each aggregation, with the weights of the definition.
  public var aggregations: [Variant]
  /// Without each dimension in turn.
  public var without: [Variant]

  /// - Parameter companies: of each, the value of every dimension in the definition's order; `nil` for unknown.
  /// - Returns: one for each company.
  public static func study(_ companies: [[Double?]], _ definition: IndicatorDefinition) -> [Sensitivity] {
    if companies.isEmpty { return [] }
    let weights = definition.dimensions.map { definition.weights[$0.name] ?? 0 }
    let intervals = rankIntervals(companies, weights, definition)
    let aggregations = IndicatorDefinition.Aggregation.allCases.map { aggregation in
      variants(aggregation.rawValue, companies, weights, aggregation)
    }
    let without = definition.dimensions.indices.compactMap { left -> [Variant]? in
      var rest = weights
      rest[left] = 0
      guard rest.contains(where: { $0 > 0 }) else { return nil }
      return variants(definition.dimensions[left].name, companies, rest, definition.aggregation)
    }
    return companies.indices.map { index in
      Sensitivity(
        rankInterval: intervals[index], aggregations: aggregations.map { $0[index] }, without: without.map { $0[index] }
      )
    }
  }

  private static func variants(
    _ name: String, _ companies: [[Double?]], _ weights: [Double], _ aggregation: IndicatorDefinition.Aggregation
  ) -> [Variant] {
    let composites = companies.map { Composite(Array(zip($0, weights)), aggregation) }
    return zip(composites, ranks(composites.map(\.lower))).map { Variant(name: name, composite: $0, rank: $1) }
  }

  private static func rankIntervals(
    _ companies: [[Double?]], _ weights: [Double], _ definition: IndicatorDefinition
  ) -> [ClosedRange<Int>] {
    let perturbation = definition.perturbation
    var generator = SplitMix64(seed: perturbation.seed)
    // How often each company had each rank, the ranks of which there are no more than companies.
    var counts = companies.map { _ in [Int](repeating: 0, count: companies.count) }
    for _ in 0..<perturbation.draws {
      let moved = weights.map { $0 * (1 + perturbation.spread * (2 * generator.unit() - 1)) }
      // A spread of 1 may draw weights that are all 0, which says nothing.
      let drawing = moved.contains { $0 > 0 } ? moved : weights
      let lower = companies.map { Composite.lower(of: $0, drawing, definition.aggregation) }
      for (index, rank) in ranks(lower).enumerated() { counts[index][rank - 1] += 1 }
    }
    let tail = tail(perturbation)
    return counts.map { counts in
      rank(counts, after: tail)...rank(counts, after: perturbation.draws - 1 - tail)
    }
  }

  /// The rank that so many draws, sorted by rank, come before.
  private static func rank(_ counts: [Int], after draws: Int) -> Int {
    var passed = 0
    for (index, count) in counts.enumerated() {
      passed += count
      if passed > draws { return index + 1 }
    }
    return counts.count
  }

  /// How many draws are left out at either end. What is whole but for the last bit, as 50 of 1000 at 0.9, is whole.
  static func tail(_ perturbation: Perturbation) -> Int {
    Int((1 - perturbation.level) / 2 * Double(perturbation.draws) + 1e-9)
  }

  /// From 1, by value, the highest first; equal ones share a rank. Values are compared as they are stored, to 12 digits after
  /// the point.
  public static func ranks(_ values: [Double]) -> [Int] {
    let rounded = values.map { ($0 * 1e12).rounded() }
    let sorted = rounded.sorted(by: >)
    var first: [Double: Int] = [:]
    for (index, value) in sorted.enumerated() where first[value] == nil { first[value] = index + 1 }
    // What is not a number, which views that somebody altered may come to, is ranked last.
    return rounded.map { first[$0] ?? rounded.count }
  }
}
