/// The checks of an audit: those of the engine, and those that know what claims mean.
public struct AuditChecks: Sendable {
  /// The checks that every log has.
  public static let engine: [any AuditCheck.Type] = [
    IntegrityCheck.self, ViewsCheck.self, MovementCheck.self, StandingCheck.self, UpkeepCheck.self,
  ]

  public let checks: [any AuditCheck.Type]

  /// - Precondition: no rule is there twice.
  public init(_ checks: [any AuditCheck.Type]) {
    self.checks = Self.engine + checks
    let ids = rules.map(\.id)
    precondition(Set(ids).count == ids.count, "two checks have one rule")
  }

  /// Every rule, by family.
  public var rules: [AuditRule] {
    let all = checks.flatMap { $0.rules }
    return AuditRule.Family.allCases.flatMap { family in all.filter { $0.family == family } }
  }

  /// The findings of what was seen under the rules that run: one each, or one for all that came with one import. By
  /// severity, the worst first, then rule and subject.
  /// - Parameter groups: whether imports are grouped.
  func findings(
    _ observations: [Observation], running: Set<String>, groups isGrouped: Bool, _ settings: AuditSettings
  ) -> [Finding] {
    let rules = Dictionary(uniqueKeysWithValues: self.rules.map { ($0.id, $0) })
    var findings: [Finding] = []
    var groups: [[String]: [Observation]] = [:]
    for seen in observations where running.contains(seen.rule) {
      let rule = rules[seen.rule]!
      if isGrouped, rule.groupedAs != nil, let origin = seen.origin {
        groups[[seen.rule, origin], default: []].append(seen)
      } else {
        findings.append(
          Finding(
            rule: rule, severity: settings.severities[rule.id] ?? rule.severity, subject: seen.subject,
            cause: seen.cause, evidence: seen.evidence, message: seen.message))
      }
    }
    for (key, seen) in groups {
      let rule = rules[key[0]]!
      findings.append(
        Finding(
          rule: rule, severity: settings.severities[rule.id] ?? rule.severity, subject: key[1], cause: ["group"],
          evidence: seen.flatMap { $0.evidence.prefix(1) }, count: seen.count,
          message: seen.count == 1
            ? "\(seen[0].subject): \(seen[0].message)" : "\(seen.count) \(rule.groupedAs!) came with \(key[1])"))
    }
    let order = Dictionary(uniqueKeysWithValues: self.rules.enumerated().map { ($0.element.id, $0.offset) })
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.id).inserted }.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return (order[a.rule]!, a.subject, a.id) < (order[b.rule]!, b.subject, b.id)
    }
  }
}
