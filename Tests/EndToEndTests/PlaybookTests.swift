import CanonicalJSON
import Foundation
import Testing

/// The playbook and its backtest on the shipped cases, by the real binary.
@Suite struct PlaybookTests {
  private static func cases() throws -> Binary {
    let dealtrail = try Binary()
    let appended = try dealtrail("append", CommandTests.cases.path)
    try #require(appended.code == 0, "\(appended.errors)")
    return dealtrail
  }

  private static func entries(_ outcome: Binary.Outcome) throws -> [JSONValue] {
    try JSONReader.read(Array(outcome.output.utf8.dropLast())).array ?? []
  }

  /// Who has more than before sold nothing, and a team that comes home is no head office that does.
  @Test func raisedStakesAndTeamsAreNoSteps() throws {
    func change(_ occurred: String, _ stake: Double) -> String {
      PlantedFault.claim(
        "a", "ownership_changed", occurred,
        #"{"holder":"investor/h","holder_jurisdiction":"CN","stake":\#(stake),"basis":"share_transfer"}"#)
    }
    let dealtrail = try AuditCommandTests.workspace([
      PlantedFault.claim("a", "company_profiled", "2015", #"{"names":[{"name":"A"}],"home_jurisdiction":"CN"}"#),
      change("2020", 0.1), change("2021", 0.3),
      PlantedFault.claim(
        "a", "relocation", "2022", #"{"what":"team","from":{"country":"SG"},"to":{"country":"CN"}}"#),
    ])
    defer { dealtrail.remove() }
    func entry() throws -> JSONValue {
      try #require(Self.entries(dealtrail("playbook", "a", "--format", "json")).first)
    }
    func days() throws -> [String] { try (entry()["signals"]?.array ?? []).compactMap { $0["occurred"]?.string } }
    #expect(try days() == ["2020"] && entry()["returns"]?.array?.isEmpty ?? true)
    _ = try dealtrail("append", input: change("2023", 0.2))
    #expect(try days() == ["2020"])
  }

  @Test func theShippedCasesStandWhereTheirSourcesPutThem() throws {
    let dealtrail = try Self.cases()
    defer { dealtrail.remove() }
    let entries = try Self.entries(dealtrail("playbook", "--all", "--format", "json"))
    func entry(_ name: String) throws -> JSONValue {
      try #require(entries.first { $0["subject"]?.string == "company/\(name)" }, "\(name)")
    }
    func dates(_ entry: JSONValue) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (entry["reached"]?.array ?? []).map {
          ($0["stage"]?.string ?? "", $0["occurred"]?.string ?? "")
        })
    }
    let manus = try entry("manus")
    #expect(manus["stage"]?.string == "resell" && manus["missing"]?.array == [])
    #expect(dates(manus) == ["buy_in": "2025-04", "cut_ties": "2025-06-18", "resell": "2025-12-30"])
    // The regulators' answers after the sale: opened, then blocked.
    let answers = (manus["answer"]?.array ?? []).filter { ($0["occurred"]?.string ?? "") > "2025-12-30" }
    let phases = answers.filter { $0["authority"]?.string?.hasPrefix("authority/cn-") == true }.compactMap {
      $0["phase"]?.string
    }
    #expect(phases.first == "opened" && phases.last == "blocked")
    let heygen = try entry("heygen")
    #expect(heygen["stage"]?.string == "cut_ties" && heygen["missing"]?.array?.count == 1)
    #expect(dates(heygen) == ["buy_in": "2023-11-29", "cut_ties": "2023-12/2024-03"])
    for name in ["zhipu", "minimax"] {
      #expect(try entry(name)["stage"]?.string == "none" && entry(name)["reached"]?.array == [])
    }
    // Bought and sold under CFIUS, and never rooted in China: it is not forced into the steps.
    let grindr = try entry("grindr")
    #expect(grindr["stage"]?.string == "none" && grindr["reached"]?.array == [] && grindr["answer"]?.array == [])
    // Evidence on everything that was reached.
    for entry in entries {
      for step in entry["reached"]?.array ?? [] { #expect(step["evidence"]?.array?.isEmpty == false) }
    }
  }

  @Test func theStoryAsOfADayEndsThere() throws {
    let dealtrail = try Self.cases()
    defer { dealtrail.remove() }
    let then = try #require(
      Self.entries(dealtrail("playbook", "manus", "--as-of", "2025-06-17", "--format", "json")).first)
    #expect(then["stage"]?.string == "buy_in" && then["missing"]?.array?.first?.string?.contains("leadership") == true)
    let story = try dealtrail("playbook", "manus").output
    #expect(story.contains("stage: resell") && story.contains("+172"))
    let mine = "id: mine\ncut_ties: {signals: 4}\nresell: {phases: [completed]}\n"
    let file = dealtrail.workspace.appending(path: "playbook.yaml")
    try mine.write(to: file, atomically: true, encoding: .utf8)
    let own = try #require(Self.entries(dealtrail("playbook", "manus", "--format", "json")).first)
    #expect(own["stage"]?.string == "cut_ties", "the workspace's own definition, by the views")
    #expect(try dealtrail("projections", "check").code == 0)
    try "id: mine\ncut_ties: {count: [teams]}\n".write(to: file, atomically: true, encoding: .utf8)
    let wrong = try dealtrail("playbook")
    #expect(wrong.code == 65 && wrong.errors.contains("playbook.yaml:2") && wrong.errors.contains("teams"))
  }

  @Test func theBacktestGivesTheLeadTimeOfManus() throws {
    let dealtrail = try Self.cases()
    defer { dealtrail.remove() }
    let first = try dealtrail("backtest", "--by", "occurred", "--format", "json")
    let json = try JSONReader.read(Array(first.output.utf8.dropLast()))
    #expect(json["by"]?.string == "occurred")
    let rule = try #require(json["rules"]?.array?.first { $0["rule"]?.string == "cut_ties" })
    let manus = try #require(rule["subjects"]?.array?.first { $0["subject"]?.string == "company/manus" })
    #expect(manus["alert"]?.string == "2025-06-18" && manus["outcome"]?.string == "2025-12-30")
    #expect(manus["lead_days"]?.integer == 195)
    #expect(rule["precision"]?.number == 0.5 && rule["recall"]?.number == 1)
    #expect(json["sweep"]?.array?.count == 15)
    #expect(try dealtrail("backtest", "--by", "occurred", "--format", "json").output == first.output)
    // The log was filled in later than all of it happened, so by the day of recording nothing was foreseen.
    let recorded = try JSONReader.read(Array(dealtrail("backtest", "--format", "json").output.utf8.dropLast()))
    #expect(
      recorded["by"]?.string == "recorded" && recorded["rules"]?.array?.allSatisfy { $0["recall"]?.number == 0 } == true
    )
  }

  /// A labelled set: its companies, and its word on what came of them.
  @Test func aBacktestTakesItsLabelsFromAFile() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    let file = dealtrail.workspace.appending(path: "labels.csv")
    func backtest(_ labels: String) throws -> Binary.Outcome {
      try Data(labels.utf8).write(to: file)
      return try dealtrail("backtest", "--by", "occurred", "--labels", file.path, "--format", "json")
    }
    let outcome = try backtest("subject,outcome,note\nmanus,2026-01,later than the log says\nHeyGen,,\nzhipu,,\n")
    let result = try JSONReader.read(Array(outcome.output.utf8.dropLast()))
    let rule = try #require(result["rules"]?.array?.first { $0["rule"]?.string == "cut_ties" })
    let found = try #require(rule["subjects"]?.array)
    #expect(found.map { $0["subject"]?.string } == ["company/heygen", "company/manus"])
    // 195 days to the sale of 2025-12-30 and two more to the day that the file gives.
    #expect(found[1]["lead_days"] == 197 && found[0]["outcome"]?.isNull == true)
    #expect(rule["precision"] == 0.5 && rule["recall"] == 1)
    for (labels, said) in [
      ("subject,day\nmanus,\n", "labels.csv:1:"), ("subject,outcome\nmanus,soon\n", "labels.csv:2:"),
      ("subject,outcome\nmanus,\nmanus,\n", "labels.csv:3:"), ("subject,outcome\n", "has no rows"),
    ] {
      let wrong = try backtest(labels)
      #expect(wrong.code == 65 && wrong.errors.contains(said), "\(wrong.errors)")
    }
    let unknown = try backtest("subject,outcome\nnobody at all,\nmanus,soon\n")
    #expect(unknown.code == 65 && unknown.errors.contains("labels.csv:2:") && unknown.errors.contains("labels.csv:3:"))
  }
}
