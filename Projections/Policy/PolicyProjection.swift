internal import EventLog
public import DefinitionFiles
public import Projecting

/// The policy rules by which each company needs a review, with evidence and what is missing.
public struct PolicyProjection: DefinedProjection {
  public static let kind = "policy"

  private static let shape = ReadModel(
    "policy", "One row a company and rule that claims call for.",
    columns: [
      ViewColumn("rule", .text, "the rule's id", isIndexed: true),
      ViewColumn("version", .integer, "the rule's version"),
      ViewColumn("result", .text, "needs_review"),
      ViewColumn("since", .text, "the date of the first claim that calls for it (EDTF)"),
      ViewColumn("evidence", .text, "the ids of the events that call for it, a JSON array"),
      ViewColumn("missing", .text, "what is not on record, a JSON array of texts"),
      ViewColumn("definition", .text, "the id of the definition"),
    ])

  public let name: String
  public let version = 2
  public let model: ReadModel
  private let own: PolicyDefinition?
  /// The one that ships is read when rows are computed by it, and not with every command.
  public var definition: PolicyDefinition { own ?? .standard }
  public var parameters: String { own?.fingerprint ?? PolicyDefinition.standardFingerprint }
  public var models: [ReadModel] { [model] }

  /// - Parameter definition: `nil` for the one that ships.
  public init(definition: PolicyDefinition?, label: String? = nil) {
    own = definition
    name = label ?? Self.kind
    model = Self.shape.labelled(label)
  }

  public init() { self.init(definition: nil) }

  public static func definition(yaml: String, file: String) throws(DefinitionError) -> PolicyDefinition {
    try PolicyDefinition(yaml: yaml, file: file)
  }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let claims = history.standing(definition.statuses)
    guard claims.comesFrom(definition.home) == true else { return [] }
    let scopes = ClaimScope.all(claims, home: definition.home)
    return definition.rules.compactMap { row($0, scopes) }
  }

  private func row(_ rule: PolicyRule, _ scopes: [ClaimScope]) -> ViewRow? {
    if let unless = rule.unless, scopes.contains(where: { $0.holds(unless) }) { return nil }
    // A deal is judged by the rule in force on the first day that it may have happened.
    let calling = scopes.filter { rule.isInForce(on: $0.claim.days.countsFrom) && $0.holds(rule.when) }.map(\.claim)
    guard let first = calling.first else { return nil }
    return ViewRow(
      model.name,
      [
        .text(rule.id), .integer(Int64(rule.version)), .text("needs_review"), .text(first.occurred),
        .list(calling.flatMap(\.evidence)), .list(rule.missing), .text(definition.id),
      ])
  }
}
