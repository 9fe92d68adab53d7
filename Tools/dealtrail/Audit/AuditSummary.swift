import Auditing
import CanonicalJSON
import EventLog
import Transparency

/// What an audit prints on a terminal: how things stand, then the findings, new ones first.
struct AuditSummary {
  /// Most findings of one rule that are printed.
  static let cap = 5

  var result: AuditResult
  var folder: String

  var hasPages: Bool

  /// With `--quiet`, the findings and nothing else, so that a night without any prints nothing.
  func print(_ printing: PrintOptions) {
    let report = Self.report(result, limit: Self.cap)
    if printing.quiet { return report.print(printing) }
    let style = printing.style
    StandardOutput.print(style(AuditVerdict(result).text, result.integrity == .breached ? .red : .bold))
    let root = result.root.map { "\($0)".prefix(16) + "…" } ?? "unknown"
    StandardOutput.print(
      style(
        "\(result.logSize) events, root \(root), checkpoint \(result.checkpoint.map { "\($0.size)" } ?? "none")", .dim))
    if !result.entries.isEmpty { StandardOutput.print("") }
    report.print(printing)
    for (rule, hidden) in Self.hidden(result) { StandardError.print("… and \(hidden) more of \(rule)") }
    if !result.gone.isEmpty { StandardError.print("gone since the audit before: \(result.gone.count)") }
    if !result.carried.isEmpty, hasPages {
      StandardError.print("of the audit before, and not looked at again: \(result.carried.count)")
    }
    if hasPages { StandardError.print("the page: \(folder)/audits/latest.html") }
    StandardError.print("all cases of a rule: dealtrail audit --only RULE --each")
  }

  /// - Parameter limit: how many of a rule.
  static func report(_ result: AuditResult, limit: Int?) -> Report {
    var shown: [String: Int] = [:]
    let entries = result.ordered.filter { entry in
      shown[entry.finding.rule, default: 0] += 1
      return limit.map { shown[entry.finding.rule]! <= $0 } ?? true
    }
    return Report(
      columns: [
        .init("id", "Finding", "发现"), .init("state", "State", "状态"), .init("severity", "Severity", "级别"),
        .init("rule", "Rule", "规则"), .init("subject", "Subject", "对象"),
        .init("count", "Count", "数量", alignsRight: true), .init("message", "What was found", "内容"),
      ],
      rows: entries.map { entry in
        let finding = entry.finding
        return [
          .init(finding.id), .init(entry.state.rawValue, paint: entry.state == .new ? .bold : .dim),
          .init(finding.severity.rawValue, paint: finding.severity.paint), .init(finding.rule), .init(finding.subject),
          .init(finding.count), .init(finding.message),
        ]
      })
  }

  private static func hidden(_ result: AuditResult) -> [(String, Int)] {
    Dictionary(grouping: result.entries) { $0.finding.rule }.compactMap { rule, entries in
      entries.count > cap ? (rule, entries.count - cap) : nil
    }.sorted { $0.0 < $1.0 }
  }
}

/// One sentence on how things stand.
struct AuditVerdict {
  enum Level: String { case breach, attention, clear }

  var level: Level
  var text: String

  init(_ result: AuditResult) {
    let counts = [Severity.error, .warning].map { ($0, result.count($0)) }.filter { $0.1 > 0 }
      .map { "\($0.1) \($0.0.rawValue)\($0.1 == 1 ? "" : "s")" }
    // Of earlier nights, and not looked at again, so still to look at.
    let carried = result.carried.count { !$0.wasAccepted && $0.severity > .info }
    let parts = counts + (carried > 0 ? ["\(carried) of earlier nights"] : [])
    let work = parts.isEmpty ? "nothing needs a human" : parts.joined(separator: " and ") + " to look at"
    level =
      result.integrity == .breached ? .breach : parts.isEmpty && result.integrity == .intact ? .clear : .attention
    switch result.integrity {
    case .breached: text = "The log does not verify. Stop writing to it and see the findings of integrity."
    case .unknown: text = "Whether the log is intact was not looked at; \(work)."
    case .intact: text = "The log is intact; \(Self.views(result)); \(work)."
    }
  }

  private static func views(_ result: AuditResult) -> String {
    let rules = Set(ViewsCheck.rules.map(\.id))
    if result.entries.contains(where: { rules.contains($0.finding.rule) && $0.finding.severity > .info }) {
      return "the views need a look"
    }
    return rules.isSubset(of: result.rules) && rules.isDisjoint(with: result.incomplete)
      ? "the views equal it" : "the views were not looked at"
  }
}
