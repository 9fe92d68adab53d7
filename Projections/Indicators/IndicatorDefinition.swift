internal import DealEvents
public import DefinitionFiles
internal import Crypto
internal import EventLog
internal import Foundation

/// What an analyst may choose about the indicators: weights, parameters, which jurisdictions are home, which claims count.
/// A YAML file; what it leaves out keeps the default that `indicators.yaml` shows.
public struct IndicatorDefinition: Sendable {
  /// How dimensions become one value (OECD/JRC Handbook, 2008, step 6).
  public enum Aggregation: String, Sendable, CaseIterable {
    /// A high dimension makes up for a low one.
    case arithmetic
    /// A dimension at 0 makes the composite 0.
    case geometric
    /// The highest dimension alone: where the company left furthest.
    case worstOf = "worst_of"
  }

  /// Longest name of a dimension of a file's own, in characters.
  static let maximumNameLength = 40

  /// The name shown with the values.
  public var id: String
  /// The jurisdictions that a company is measured as leaving.
  public var home: Set<String>
  /// The claim statuses that count.
  public var statuses: Set<String>
  public var aggregation: Aggregation
  /// The dimensions that ship, then those of the file.
  public var dimensions = IndicatorDimensions.all
  /// How the weights are perturbed for rank intervals.
  public var perturbation = Perturbation()
  /// Weight of each dimension, 0 or more.
  public var weights: [String: Double]
  /// Parameters of each dimension, and of `rooting`, by name.
  public var parameters: [String: [String: Double]]
  /// Units of the reference currency for one unit of a currency; used only to weigh rounds in different currencies.
  public var exchangeRates: [String: Double]
  /// SHA-256 of the file, so that values of another definition are not taken for these.
  public let fingerprint: String

  /// The definition that ships.
  public static let standard: IndicatorDefinition = {
    let text = String(decoding: PackageResources.indicators_yaml, as: UTF8.self)
    do throws(DefinitionError) {
      return try IndicatorDefinition(yaml: text, file: "indicators.yaml")
    } catch {
      preconditionFailure("the shipped definition is not valid: \(error)")
    }
  }()

  /// The text of the definition that ships, to copy and change.
  public static var standardText: String { String(decoding: PackageResources.indicators_yaml, as: UTF8.self) }

  /// SHA-256 of the definition that ships.
  static let standardFingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(standardText.utf8)))

  /// - Throws: `DefinitionError` with the line of the first fault.
  public init(yaml: String, file: String) throws(DefinitionError) {
    let root = try DefinitionNode(yaml: yaml, file: file)
    try root.definition(
      of: IndicatorsProjection.kind,
      known: [
        "id", "home", "statuses", "aggregation", "dimensions", "rooting", "perturbation", "exchange_rates",
      ])
    guard let id = root["id"] else { throw root.error("has no id; give the definition a name") }
    self.id = try id.text()
    home = try root.countries("home") ?? ["CN", "HK", "MO"]
    statuses = try root.statuses("statuses") ?? ["reported", "confirmed"]
    aggregation = .arithmetic
    if let node = root["aggregation"] {
      guard let value = Aggregation(rawValue: try node.text()) else {
        throw node.error("is to be one of \(Aggregation.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      aggregation = value
    }
    weights = [:]
    parameters = [:]
    for dimension in IndicatorDimensions.all {
      weights[dimension.name] = 1
      parameters[dimension.name] = Dictionary(uniqueKeysWithValues: dimension.parameters.map { ($0.name, $0.standard) })
    }
    parameters[Rooting.name] = Dictionary(uniqueKeysWithValues: Rooting.parameters.map { ($0.name, $0.standard) })
    exchangeRates = [:]
    fingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(yaml.utf8)))
    if let node = root["dimensions"] { try readDimensions(node) }
    if let node = root["perturbation"] { perturbation = try Perturbation(node) }
    if let node = root["rooting"] { try read(node, of: Rooting.name, Rooting.parameters) }
    if let node = root["exchange_rates"] {
      for (code, rate) in try node.members() {
        guard Currency(code: code) != nil else { throw rate.error("is not an ISO 4217 code") }
        let number = try rate.number(in: 1e-9...1e9)
        exchangeRates[code] = number
      }
    } else {
      // The file that ships has rates, so this does not ask for itself.
      exchangeRates = Self.standard.exchangeRates
    }
  }

  private mutating func readDimensions(_ node: DefinitionNode) throws(DefinitionError) {
    for (name, dimension) in try node.members() {
      if let node = dimension["weight"] {
        let weight = try node.number(in: 0...1000)
        weights[name] = weight
      }
      if let known = IndicatorDimensions.all.first(where: { $0.name == name }) {
        try read(dimension, of: name, known.parameters)
      } else {
        try add(name, dimension)
      }
    }
    if (weights.values.max() ?? 0) <= 0 { throw node.error("has no weight above 0") }
  }

  /// A dimension of the file's own.
  private mutating func add(_ name: String, _ node: DefinitionNode) throws(DefinitionError) {
    guard node["signals"] != nil else {
      let known = IndicatorDimensions.all.map(\.name).joined(separator: ", ")
      throw node.error("is no dimension that ships (\(known)); one of your own has meaning and signals")
    }
    let isWord =
      name.first?.isLowercase == true && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
    guard isWord, name != Rooting.name, name.utf8.count <= Self.maximumNameLength else {
      throw node.error(
        "is to be named by at most \(Self.maximumNameLength) small letters, digits and _, as in chip_access, and not rooting"
      )
    }
    dimensions.append(try DefinedDimension(name: name, node))
    weights[name] = weights[name] ?? 1
  }

  private mutating func read(
    _ node: DefinitionNode, of name: String, _ known: [DefinitionParameter]
  ) throws(DefinitionError) {
    for (key, value) in try node.members(known: known.map(\.name) + (name == Rooting.name ? [] : ["weight"])) {
      guard let parameter = known.first(where: { $0.name == key }) else { continue }
      let number = try value.number(in: parameter.range)
      parameters[name, default: [:]][key] = number
    }
  }
}
