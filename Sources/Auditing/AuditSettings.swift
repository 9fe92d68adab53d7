public import DefinitionFiles

/// What a workspace chooses about its audit: `audit` in `dealtrail.yaml`.
public struct AuditSettings: Sendable {
  /// The least severity of a finding that makes the exit code 3.
  public var failOn: Severity? = .error
  /// Rules that are not run.
  public var skip: [String] = []
  public var severities: [String: Severity] = [:]
  public var parameters: [String: [String: Double]] = [:]
  /// Within how many nights `--since-last` reads every row once.
  public var rotationNights = 7
  /// How many nights' results are kept in `audits/`.
  public var keep = 60
  /// Where backups are, if not in the workspace's `backups`.
  public var backups: String?

  public init() {}

  /// - Parameters:
  ///   - node: the member `audit`.
  ///   - rules: every rule that there is.
  /// - Throws: `DefinitionError` with the line of the first fault.
  public init(_ node: DefinitionNode, rules: [AuditRule]) throws(DefinitionError) {
    _ = try node.members(known: ["fail_on", "skip", "rules", "rotation_nights", "keep", "backups"])
    if let value = node["fail_on"] {
      let text = try value.text()
      failOn = Severity(rawValue: text)
      if failOn == nil, text != "never" { throw value.error("is to be error, warning, info or never") }
    }
    if let value = node["rotation_nights"] { rotationNights = try value.whole(in: 1...366) }
    if let value = node["keep"] { keep = try value.whole(in: 2...10_000) }
    if let value = node["backups"] { backups = try value.text() }
    for element in try node["skip"]?.elements() ?? [] {
      let id = try element.text()
      guard rules.contains(where: { $0.id == id }) else {
        throw element.error("is \"\(id)\", which is no rule; see them with: dealtrail audit --list")
      }
      guard rules.contains(where: { $0.id == id && $0.family != .integrity }) else {
        throw element.error("is \"\(id)\", a rule of integrity, which is not left out")
      }
      skip.append(id)
    }
    for (id, settings) in try node["rules"]?.members(known: rules.map(\.id)) ?? [] {
      let known = rules.first { $0.id == id }?.parameters ?? []
      for (key, value) in try settings.members(known: known.map(\.name) + ["severity"]) {
        if let parameter = known.first(where: { $0.name == key }) {
          parameters[id, default: [:]][key] = try value.number(in: parameter.range)
        } else {
          guard let severity = Severity(rawValue: try value.text()) else {
            throw value.error("is to be error, warning or info")
          }
          severities[id] = severity
        }
      }
    }
  }
}
