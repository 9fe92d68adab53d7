import Auditing
import DealAudit
import EventLog
import Foundation

/// An audit as CI systems read it: a suite a family of rules, a case a finding, and a passed case for a rule that found
/// nothing. Format: https://github.com/testmoapp/junitxml, which describes what these systems have in common.
struct JUnitContent {
  struct Suite {
    var name: String
    var tests: Int
    var failures: Int
    var skipped: Int
    var cases: [Case]
  }

  struct Case {
    var rule: String
    var name: String
    var failure: Failure?
    /// Why it does not count. Not `skipped`: Mustache takes what a case does not have from its suite.
    var skip: String?
    var output: String?
  }

  struct Failure {
    var message: String
    var type: String
    var text: String
  }

  var tests: Int
  var failures: Int
  var skipped: Int
  var time: String
  var timestamp: String
  var suites: [Suite]

  /// - Parameter failOn: the least severity of a failure; a breach of integrity always is one.
  init(_ result: AuditResult, failOn: Severity?) {
    let found = Dictionary(grouping: result.ordered) { $0.finding.rule }
    let families = Dictionary(grouping: AuditChecks(DealChecks.all).rules) { $0.family }
    suites = AuditRule.Family.allCases.compactMap { family in
      guard let rules = families[family] else { return nil }
      let cases = rules.flatMap { rule -> [Case] in
        let carried = result.carried.filter { $0.rule == rule.id && !$0.wasAccepted }
          .map { Self.shown($0, failOn) }
        guard result.rules.contains(rule.id) else {
          return carried.isEmpty ? [Case(rule: rule.id, name: rule.id, skip: "not run")] : carried
        }
        if !carried.isEmpty { return carried + (found[rule.id] ?? []).map { Self.shown($0, rule, failOn) } }
        guard let entries = found[rule.id] else { return [Case(rule: rule.id, name: rule.id)] }
        return entries.map { Self.shown($0, rule, failOn) }
      }
      return Suite(
        name: family.shown, tests: cases.count, failures: cases.count { $0.failure != nil },
        skipped: cases.count { $0.skip != nil }, cases: cases)
    }
    tests = suites.map(\.tests).reduce(0, +)
    failures = suites.map(\.failures).reduce(0, +)
    skipped = suites.map(\.skipped).reduce(0, +)
    time = String(format: "%.3f", Double(result.finished.microseconds - result.started.microseconds) / 1e6)
    timestamp = String(result.started.description.prefix(19))
  }

  /// A finding of an earlier night that was not looked at again, which counts as it did.
  private static func shown(_ known: KnownFinding, _ failOn: Severity?) -> Case {
    var shown = Case(rule: SafeText.shown(known.rule), name: SafeText.shown("\(known.subject) \(known.id)"))
    let message = "found since \(known.since), and not looked at again"
    if IntegrityCheck.isBreach(known.rule) || failOn.map({ known.severity >= $0 }) ?? false {
      shown.failure = Failure(message: message, type: known.severity.rawValue, text: message)
    } else {
      shown.output = "\(known.severity.rawValue): \(message)"
    }
    return shown
  }

  private static func shown(_ entry: AuditResult.Entry, _ rule: AuditRule, _ failOn: Severity?) -> Case {
    let finding = entry.finding
    var shown = Case(rule: rule.id, name: SafeText.shown("\(finding.subject) \(finding.id)"))
    let message = SafeText.shown(finding.message)
    if let acceptance = entry.acceptance {
      shown.skip = SafeText.shown("accepted: \(acceptance.reason)")
    } else if IntegrityCheck.isBreach(rule.id) || failOn.map({ finding.severity >= $0 }) ?? false {
      let evidence = finding.evidence.map(\.description).joined(separator: " ")
      shown.failure = Failure(
        message: message, type: finding.severity.rawValue, text: "\(finding.remedy) Evidence: \(evidence)")
    } else {
      shown.output = "\(finding.severity.rawValue): \(message)"
    }
    return shown
  }
}
