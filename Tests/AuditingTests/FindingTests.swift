import EventLog
import Testing

@testable import Auditing

@Suite struct FindingTests {
  private static let rule = AuditRule(
    "r", .quality, .warning, "Something is.", remedy: "Mend it.", groupedAs: "things")

  private static func finding(_ subject: String, _ cause: [String], _ message: String = "m") -> Finding {
    Finding(rule: rule, severity: .warning, subject: subject, cause: cause, evidence: [], message: message)
  }

  /// The id is a promise: acceptances outlive programs. Recomputed by: printf '1:r9:company/a1:x' | sha256sum | cut -c1-12
  @Test func theIdIsTheSameForTheSameCauseForGood() {
    let id = Self.finding("company/a", ["x"]).id
    #expect(id == "4ab2e70eda21")
    #expect(Self.finding("company/a", ["x"], "other words").id == id)
  }

  /// Texts are preceded by their lengths, so that no two causes run together.
  @Test func differentCausesHaveDifferentIds() {
    let causes = [["ab"], ["a", "b"], ["", "ab"], ["ab", ""], [], ["b", "a"], ["1:a1:b"]]
    #expect(Set(causes.map { Self.finding("company/a", $0).id }).count == causes.count)
    #expect(Self.finding("company/a1", []).id != Self.finding("company/a", ["1"]).id)
  }

  enum Check: FactCheck {
    static let rules = [FindingTests.rule]
    static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] { [] }
  }

  @Test func theCasesOfAnImportAreOneFindingAndOthersAreNot() {
    let checks = AuditChecks([Check.self])
    let seen = (0..<500).map {
      Observation(Self.rule, about: "company/a\($0)", origin: $0 < 400 ? "import/x" : $0 < 499 ? "import/y" : nil, "m")
    }
    let grouped = checks.findings(seen, running: ["r"], groups: true, AuditSettings())
    #expect(
      grouped.map(\.count) == [1, 400, 99] && grouped.map(\.subject) == ["company/a499", "import/x", "import/y"])
    #expect(checks.findings(seen, running: ["r"], groups: false, AuditSettings()).count == 500)
    #expect(checks.findings(seen, running: [], groups: true, AuditSettings()).isEmpty)
    // Whatever the order in which cores deliver.
    #expect(
      checks.findings(seen.shuffled(), running: ["r"], groups: true, AuditSettings()).map(\.id) == grouped.map(\.id))
  }

  @Test func anAcceptanceHoldsThroughItsLastDay() {
    let day = CivilDate(year: 2026, month: 12, day: 31)
    let acceptance = Acceptance(
      finding: "x", until: day, reason: "r", event: EventID("00000000-0000-8000-8000-000000000001")!)
    #expect(acceptance.holds(on: day) && !acceptance.holds(on: CivilDate(day: day.day + 1)))
  }
}
