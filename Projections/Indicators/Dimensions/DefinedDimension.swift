public import DefinitionFiles
internal import EventLog
internal import Projecting

/// A dimension that a definition file declares: conditions on claims, each with a value.
public struct DefinedDimension: IndicatorDimension {
  /// How the values of several claims become one.
  public enum Combination: String, Sendable, CaseIterable {
    /// The highest.
    case highest
    /// The sum, at most 1.
    case sum
    /// The last in the order of the world.
    case latest
  }

  /// A condition, and the value of a claim that meets it.
  public struct Signal: Sendable {
    public var when: ClaimExpression
    public var text: String
    public var value: Double
  }

  public let name: String
  public let chinese: String
  public let meaning: String
  public let combination: Combination
  public let signals: [Signal]
  public let parameters: [DefinitionParameter] = []

  public var method: String {
    let rules = signals.map { "  - `\($0.text)`: \($0.value)\n" }.joined()
    return """
      Each claim has the value of the first of these conditions that it meets, and none where it meets none:
      \(rules)
      The value is the \(combination == .sum ? "sum of these, at most 1" : "\(combination.rawValue) of these").
      """
  }

  /// - Parameter node: with `meaning`, `signals`, and, if wanted, `chinese` and `combine`.
  /// - Throws: `DefinitionError` with the line of the first fault.
  init(name: String, _ node: DefinitionNode) throws(DefinitionError) {
    _ = try node.members(known: ["weight", "meaning", "chinese", "combine", "signals"])
    self.name = name
    guard let meaning = node["meaning"] else { throw node.error("has no meaning; say in a few words what it measures") }
    self.meaning = try meaning.text()
    chinese = try node["chinese"]?.text() ?? name
    var combination = Combination.highest
    if let node = node["combine"] {
      guard let named = Combination(rawValue: try node.text()) else {
        throw node.error("is to be one of \(Combination.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      combination = named
    }
    self.combination = combination
    var signals: [Signal] = []
    for node in try node["signals"]?.elements() ?? [] {
      _ = try node.members(known: ["when", "value"])
      guard let when = node["when"], let value = node["value"] else { throw node.error("is to have when and value") }
      signals.append(
        Signal(when: try ClaimExpression(when), text: try when.text(), value: try value.number(in: 0...1)))
    }
    guard !signals.isEmpty else { throw node.error("has no signals; give at least one, with when and value") }
    self.signals = signals
  }

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let claims = input.claims.filter { $0.role == nil }
    let found = ClaimScope.all(claims, home: input.definition.home).compactMap { scope in
      signals.first { scope.holds($0.when) }.map { (claim: scope.claim, value: $0.value) }
    }
    guard let last = found.last else { return nil }
    let values = found.map(\.value)
    let value =
      switch combination {
      case .highest: values.max()!
      case .sum: values.reduce(0, +)
      case .latest: last.value
      }
    return IndicatorReading(value, found.flatMap(\.claim.evidence), "\(found.count) of \(claims.count) claims count")
  }
}
