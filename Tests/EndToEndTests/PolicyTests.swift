import CanonicalJSON
import Foundation
import Testing

@Suite struct PolicyTests {
  private static func profile(_ subject: String, _ more: String = #","restricted_technologies":["x"]"#) -> String {
    PlantedFault.claim(
      subject, "company_profiled", "2015", #"{"names":[{"name":"\#(subject)"}],"home_jurisdiction":"CN"\#(more)}"#)
  }

  private static func stake(_ subject: String, _ occurred: String, _ stake: Double) -> String {
    PlantedFault.claim(
      subject, "ownership_changed", occurred, #"{"holder":"investor/us","holder_jurisdiction":"US","stake":\#(stake)}"#)
  }

  private static func parts(_ subject: String, _ occurred: String, _ stakes: [Double]) -> String {
    let investors = stakes.enumerated().map { #"{"id":"investor/i\#($0)","jurisdiction":"US","stake":\#($1)}"# }
    return PlantedFault.claim(
      subject, "funding_round", occurred, #"{"stage":"seed","investors":[\#(investors.joined(separator: ","))]}"#)
  }

  private static func move(_ subject: String, _ occurred: String) -> String {
    PlantedFault.claim(
      subject, "relocation", occurred, #"{"what":"research","from":{"country":"CN"},"to":{"country":"SG"}}"#)
  }

  private static func licence(_ subject: String, _ topic: String, _ decision: String) -> String {
    PlantedFault.claim(
      subject, "license_decision", "2024-06",
      #"{"authority":"authority/cn","topic":"\#(topic)","decision":"\#(decision)"}"#)
  }

  private static func data(_ subject: String, _ reviewed: String = "") -> String {
    PlantedFault.claim(
      subject, "data_transfer", "2024",
      #"{"category":"users","from":{"country":"CN"},"to":{"country":"US"}\#(reviewed)}"#)
  }

  /// What each company is to be found by, and why the like one beside it is not.
  private static let lines = [
    profile("stake"), stake("stake", "2022", 0.51), profile("stake-half"), stake("stake-half", "2022", 0.5),
    profile("stake-early"), stake("stake-early", "2020", 0.9), profile("stake-plain", ""),
    stake("stake-plain", "2022", 0.9),
    profile("stake-approved"), stake("stake-approved", "2022", 0.9),
    licence("stake-approved", "foreign_investment", "approved"),
    // Parts that make exactly a half, and a holder who left, though the claim does not say where it is from.
    profile("stake-parts"), parts("stake-parts", "2022", [0.02, 0.07, 0.07, 0.17, 0.17]),
    profile("stake-left"), stake("stake-left", "2019", 0.9),
    PlantedFault.claim(
      "stake-left", "ownership_changed", "2020", #"{"holder":"investor/us","stake":0,"basis":"exit"}"#),
    PlantedFault.claim(
      "stake-left", "statement_made", "2024", #"{"speaker":"person/p","stance":"explains","text":"t"}"#),
    profile("move"), move("move", "2024-05"), profile("move-early"), move("move-early", "2019"),
    profile("move-approved"), move("move-approved", "2024-05"),
    licence("move-approved", "technology_export", "approved"),
    profile("move-denied"), move("move-denied", "2024-05"), licence("move-denied", "technology_export", "denied"),
    profile("data", ""), data("data"), profile("data-reviewed", ""), data("data-reviewed", #","reviewed":true"#),
    move("foreign", "2024-05"),
  ]

  private static func found(_ outcome: Binary.Outcome) throws -> [String] {
    try (JSONReader.read(Array(outcome.output.utf8.dropLast())).array ?? []).map {
      "\($0["subject"]?.string ?? "") \($0["rule"]?.string ?? "") \($0["since"]?.string ?? "")"
    }
  }

  @Test func eachRuleFindsItsCaseAndLeavesTheOthers() throws {
    let dealtrail = try AuditCommandTests.workspace(Self.lines)
    defer { dealtrail.remove() }
    let expected = [
      "company/data data_review_missing 2024", "company/move approval_missing 2024-05",
      "company/move-denied approval_missing 2024-05", "company/stake foreign_stake_cap 2022",
    ]
    let outcome = try dealtrail("policy", "--format", "json")
    #expect(try Self.found(outcome) == expected)
    for review in try JSONReader.read(Array(outcome.output.utf8.dropLast())).array ?? [] {
      #expect(review["result"]?.string == "needs_review" && review["evidence"]?.array?.count == 1)
      #expect(review["missing"]?.array?.isEmpty == false)
    }
    // What had happened by then: the approval came later.
    #expect(
      try Self.found(dealtrail("policy", "--as-of", "2023", "--format", "json"))
        == [expected[3], "company/stake-approved foreign_stake_cap 2022"])
    #expect(try Self.found(dealtrail("policy", "move", "--format", "json")) == [expected[1]])
    #expect(try dealtrail("projections", "check").code == 0)
    // The audit says what is new, once.
    let first = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(
      first.findings(of: "policy_review").map { $0["subject"]?.string }
        == expected.map { $0.split(separator: " ").first.map(String.init) })
    _ = try dealtrail("append", input: Self.licence("move", "technology_export", "approved"))
    let second = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(second.findings(of: "policy_review").count == 3 && second.gone.count == 1)
  }

  /// A rule of the user's own, in the workspace, without building anything.
  @Test func aRuleOfOnesOwnIsPickedUp() throws {
    let dealtrail = try AuditCommandTests.workspace(
      Self.lines + [
        Self.profile("loud", ""),
        PlantedFault.claim("loud", "layoff", "2025", #"{"place":{"country":"CN"},"count":900}"#),
      ])
    defer { dealtrail.remove() }
    let mine = """
      id: mine
      rules:
        - id: large_layoff_at_home
          version: 3
          effective_from: 2024-01-01
          effective_until: 2025-12-31
          meaning: A layoff of more than 500 at home.
          source: our own rule
          when: kind = layoff and count > 500 and place.country is home
          unless: kind = statement_made and stance = explains
          missing: [an explanation]
      """
    let file = dealtrail.workspace.appending(path: "policy.yaml")
    try Data(mine.utf8).write(to: file)
    #expect(try Self.found(dealtrail("policy", "--format", "json")) == ["company/loud large_layoff_at_home 2025"])
    #expect(try dealtrail("policy", "--rules").output.contains("our own rule"))
    try Data(mine.replacing("2025-12-31", with: "2024-12-31").utf8).write(to: file)
    #expect(try Self.found(dealtrail("policy", "--format", "json")).isEmpty)
  }
}
