import Auditing
import CanonicalJSON
import DealAudit
import DefinitionFiles

/// Every rule of the audit, for people and programs.
enum AuditRuleList {
  static func print(_ printing: PrintOptions) {
    let rules = AuditChecks(DealChecks.all).rules
    Report(
      columns: [
        .init("id", "Rule", "规则"), .init("family", "Family", "类别"), .init("severity", "Severity", "级别"),
        .init("meaning", "What is found", "含义"), .init("parameters", "Thresholds", "阈值"),
        .init("remedy", "Remedy", "处理"),
      ],
      rows: rules.map { rule in
        let parameters = rule.parameters.map { "\($0.name) \(number($0.standard)): \($0.meaning)" }
        return [
          .init(rule.id), .init(rule.family.shown), .init(rule.severity.rawValue, paint: rule.severity.paint),
          .init(rule.meaning), .init(parameters.isEmpty ? nil : parameters.joined(separator: "; ")), .init(rule.remedy),
        ]
      }
    ).print(printing) {
      .array(
        rules.map { rule in
          [
            "id": .string(rule.id), "family": .string(rule.family.rawValue),
            "severity": .string(rule.severity.rawValue), "meaning": .string(rule.meaning),
            "remedy": .string(rule.remedy),
            "parameters": .array(
              rule.parameters.map {
                [
                  "name": .string($0.name), "standard": .number($0.standard), "minimum": .number($0.range.lowerBound),
                  "maximum": .number($0.range.upperBound), "meaning": .string($0.meaning),
                ]
              }),
          ]
        })
    }
  }

  private static func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}

extension Severity {
  var paint: Style.Paint {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info: .blue
    }
  }
}
