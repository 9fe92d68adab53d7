internal import Crypto
internal import DealEvents
public import DefinitionFiles
public import EventLog

/// A rule by which claims about a company need a review.
public struct PolicyRule: Sendable {
  public var id: String
  public var version: Int
  /// The days on which it is in force, both inclusive; `nil` where it has no end.
  public var effectiveFrom: CivilDate
  public var effectiveUntil: CivilDate?
  public var meaning: String
  /// The text that the rule simplifies.
  public var source: String
  /// What a claim has to say.
  public var when: ClaimExpression
  /// What any claim on record may say so that no review is needed.
  public var unless: ClaimExpression?
  /// What is missing then, in words.
  public var missing: [String]

  public func isInForce(on day: CivilDate) -> Bool {
    effectiveFrom <= day && effectiveUntil.map { day <= $0 } ?? true
  }
}

/// The policy rules of an analyst: a YAML file, as `policy.yaml` shows it.
public struct PolicyDefinition: Sendable {
  /// The name shown with the results.
  public var id: String
  public var home: Set<String> = ["CN", "HK", "MO"]
  public var statuses: Set<String> = ["reported", "confirmed"]
  public var rules: [PolicyRule] = []
  /// SHA-256 of the file, so that results of another definition are not taken for these.
  public let fingerprint: String

  /// The definition that ships.
  public static let standard: PolicyDefinition = {
    do throws(DefinitionError) {
      return try PolicyDefinition(yaml: standardText, file: "policy.yaml")
    } catch {
      preconditionFailure("the shipped definition is not valid: \(error)")
    }
  }()

  /// The text of the definition that ships, to copy and change.
  public static var standardText: String { String(decoding: PackageResources.policy_yaml, as: UTF8.self) }

  /// SHA-256 of the definition that ships.
  static let standardFingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(standardText.utf8)))

  /// - Throws: `DefinitionError` with the line of the first fault.
  public init(yaml: String, file: String) throws(DefinitionError) {
    fingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(yaml.utf8)))
    let root = try DefinitionNode(yaml: yaml, file: file)
    try root.definition(of: PolicyProjection.kind, known: ["id", "home", "statuses", "rules"])
    guard let id = root["id"] else { throw root.error("has no id; give the definition a name") }
    self.id = try id.text()
    home = try root.countries("home") ?? home
    statuses = try root.statuses("statuses") ?? statuses
    for node in try root["rules"]?.elements() ?? [] {
      let rule = try PolicyRule(node)
      guard !rules.contains(where: { $0.id == rule.id && $0.version == rule.version }) else {
        throw node.error("has the id and version of a rule above: \(rule.id), \(rule.version)")
      }
      rules.append(rule)
    }
  }
}

extension PolicyRule {
  fileprivate init(_ node: DefinitionNode) throws(DefinitionError) {
    _ = try node.members(
      known: ["id", "version", "effective_from", "effective_until", "meaning", "source", "when", "unless", "missing"])
    func required(_ key: String) throws(DefinitionError) -> DefinitionNode {
      guard let value = node[key] else { throw node.error("has no \(key)") }
      return value
    }
    func day(_ node: DefinitionNode) throws(DefinitionError) -> CivilDate {
      guard let day = CivilDate(text: try node.text()) else { throw node.error("is to be a day, such as 2021-01-18") }
      return day
    }
    id = try required("id").text()
    version = try required("version").whole(in: 1...1_000_000)
    effectiveFrom = try day(try required("effective_from"))
    effectiveUntil = nil
    if let until = node["effective_until"] { effectiveUntil = try day(until) }
    meaning = try required("meaning").text()
    source = try required("source").text()
    when = try ClaimExpression(try required("when"))
    unless = nil
    if let node = node["unless"] { unless = try ClaimExpression(node) }
    let missing = try required("missing")
    self.missing = []
    if missing.isList {
      for element in try missing.elements() { self.missing.append(try element.text()) }
    } else {
      self.missing = [try missing.text()]
    }
  }
}
