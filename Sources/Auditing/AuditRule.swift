public import DefinitionFiles

/// What an audit looks for, as `audit --list` shows it.
public struct AuditRule: Sendable {
  public enum Family: String, Sendable, CaseIterable {
    case integrity, views, quality, playbook, upkeep

    /// The family's name for people; policy rules and playbooks are looked at together.
    public var shown: String { self == .playbook ? "policy and playbook" : rawValue }
  }

  /// Snake_case; stable, since acceptances and settings name it.
  public var id: String
  public var family: Family
  public var severity: Severity
  /// One sentence: what is found.
  public var meaning: String
  /// What to do about it.
  public var remedy: String
  /// What `dealtrail.yaml` may set, under `audit.rules.ID`.
  public var parameters: [DefinitionParameter]
  /// What the cases of one import are called when they are one finding: `claims without a source`. `nil` where each case
  /// is a finding of its own wherever it comes from.
  public var groupedAs: String?

  public init(
    _ id: String, _ family: Family, _ severity: Severity, _ meaning: String, remedy: String,
    parameters: [DefinitionParameter] = [], groupedAs: String? = nil
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.meaning = meaning
    self.remedy = remedy
    self.parameters = parameters
    self.groupedAs = groupedAs
  }
}
