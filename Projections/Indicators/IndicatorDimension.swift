internal import DealEvents
public import DefinitionFiles
public import EventLog
public import Projecting

/// What one dimension says about a company.
public struct IndicatorReading: Sendable, Equatable {
  /// From 0, nothing left home, to 1, all that the dimension looks at did.
  public var value: Double
  /// The events that the value stands on, in the order of the world.
  public var evidence: [EventID]
  /// How the value came about, in words.
  public var note: String

  /// - Parameters:
  ///   - value: what is beyond 0 and 1 is taken as these.
  ///   - evidence: events may be in it more than once.
  public init(_ value: Double, _ evidence: [EventID], _ note: String) {
    self.value = min(1, max(0, value))
    var seen: Set<EventID> = []
    self.evidence = evidence.filter { seen.insert($0).inserted }
    self.note = note
  }
}

/// One way of leaving home, measured from claims. A new one is one file and one line in ``IndicatorDimensions``, or a few
/// lines of a definition file (``DefinedDimension``).
public protocol IndicatorDimension: Sendable {
  var name: String { get }
  var chinese: String { get }
  var meaning: String { get }
  /// How the value comes about, exactly enough to compute it again from claims: Markdown, for the methodology page.
  var method: String { get }
  var parameters: [DefinitionParameter] { get }
  /// `nil` when there is no evidence: missing is never zero.
  func reading(_ input: IndicatorInput) -> IndicatorReading?
}

public enum IndicatorDimensions {
  /// Those that ship.
  public static let all: [any IndicatorDimension] = [
    CapitalDimension(), PlaceDimension(), PeopleDimension(), PresenceDimension(), EntityDimension(), ExitDimension(),
    AssetsDimension(),
  ]
}

/// The claims that count, and what the definition says about a dimension.
public struct IndicatorInput: Sendable {
  public var claims: [Claim]
  public var definition: IndicatorDefinition
  public var dimension: String

  /// The claims about the subject itself with a payload of this type, in the order of the world.
  func all<Payload: EventPayload>(_ type: Payload.Type) -> [(claim: Claim, data: Payload)] {
    claims.compactMap { claim in
      guard claim.role == nil, let data = claim.payload as? Payload else { return nil }
      return (claim, data)
    }
  }

  func isHome(_ country: Country) -> Bool { definition.home.contains(country.code) }

  subscript(parameter: String) -> Double {
    guard let value = definition.parameters[dimension]?[parameter] else {
      preconditionFailure("\(dimension) has no parameter \(parameter)")
    }
    return value
  }
}

/// The mean of the parts that are known, by weight; `nil` when none is.
func weightedMean(_ parts: [(value: Double, weight: Double)]) -> Double? {
  let total = parts.reduce(0) { $0 + $1.weight }
  return total > 0 ? parts.reduce(0) { $0 + $1.value * $1.weight } / total : nil
}

/// A share as people read it: 0.6667 is 67%.
func percentage(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
