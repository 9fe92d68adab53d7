import Auditing
import CanonicalJSON
import DealAudit
import Foundation
import Testing

@Suite struct AuditQualityTests {
  @Test(arguments: PlantedFault.all)
  func aPlantedFaultIsFoundAndWhatIsSoundIsNot(fault: PlantedFault) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let appended = try dealtrail("append", input: fault.lines.joined(separator: "\n"))
    try #require(appended.code == 0, "\(appended.errors)")
    let arguments = ["--only", fault.rule, "--today", "2026-01-01", "--format", "json", "--fail-on", "info"]
    let outcome = try Binary.run(["audit", "--workspace", dealtrail.workspace.path] + arguments)
    let findings = try #require(JSONReader.read(Array(outcome.output.utf8.dropLast()))["findings"]?.array)
    #expect(outcome.code == 3, "\(outcome.errors)")
    #expect(findings.count == fault.findings, "\(outcome.output)")
    for finding in findings {
      // Of a pair of subjects, the first in the order of their bytes stands for both.
      let subject = finding["subject"]?.string ?? ""
      let expected = ["company/faulty", "company/another", "example.org/x"]
      #expect(expected.contains(subject) && finding["rule"]?.string == fault.rule)
      #expect(!(finding["evidence"]?.array ?? []).isEmpty && finding["message"]?.string?.isEmpty == false)
    }
  }

  @Test func everyRuleOfQualityHasAPlantedFault() {
    let rules = AuditChecks(DealChecks.all).rules.filter { $0.family == .quality }.map(\.id)
    #expect(Set(rules) == Set(PlantedFault.all.map(\.rule)))
  }

  /// What is disputed or retracted has been looked at, whatever the rule; that a claim has no source stays true of it.
  @Test(arguments: ["dispute", "retract"], PlantedFault.all.filter { $0.findings == 1 && $0.rule != "no_source" })
  func whatAHumanDealtWithIsFoundNoMore(command: String, fault: PlantedFault) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    _ = try dealtrail("append", input: fault.lines.joined(separator: "\n"))
    func audit() throws -> AuditOutcome {
      try AuditOutcome(dealtrail("audit", "--format", "json", "--only", fault.rule, "--today", "2026-01-01"))
    }
    let found = try audit()
    let target = try #require(found.findings.first?["evidence"]?.array?.first?.string)
    _ = try dealtrail(command, target, "--reason", "the other source is the filing")
    let after = try audit()
    #expect(after.findings.isEmpty && after.gone == found.ids)
  }
}

/// What `audit --format json` printed.
struct AuditOutcome {
  var json: JSONValue
  var code: Int32

  init(_ outcome: Binary.Outcome) throws {
    json = try JSONReader.read(Array(outcome.output.utf8.dropLast()))
    code = outcome.code
  }

  var findings: [JSONValue] { json["findings"]?.array ?? [] }
  var ids: [String] { findings.compactMap { $0["id"]?.string } }
  var gone: [String] { (json["gone"]?.array ?? []).compactMap(\.string) }

  func findings(of rule: String) -> [JSONValue] { findings.filter { $0["rule"]?.string == rule } }
  func state(of id: String) -> String? { findings.first { $0["id"]?.string == id }?["state"]?.string }
}
