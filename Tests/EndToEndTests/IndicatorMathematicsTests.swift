import CanonicalJSON
import Foundation
import Testing

/// The methodology page, and a second implementation in Python that was written from the page alone.
@Suite struct IndicatorMathematicsTests {
  private static let strangers = Binary.root.appending(path: "Tests/EndToEndTests/Strangers")

  @Test func theMethodologyPageIsCurrent() throws {
    let page = Binary.root.appending(path: "docs/methodology.md")
    #expect(
      try String(contentsOf: page, encoding: .utf8) == Binary.run(["indicators", "--methodology"]).output,
      "record it with: dealtrail indicators --methodology > docs/methodology.md")
  }

  /// Every dimension, bound, rank, rank interval, other aggregation and leave-one-out, of the shipped cases and of claims that
  /// were written to try the rules that these do not.
  @Test(arguments: [("arithmetic", 1), ("geometric", 2), ("worst_of", 3)])
  func aSecondImplementationAgrees(aggregation: String, seed: Int) throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    let more = Self.strangers.appending(path: "indicator_claims.jsonl").path
    try #require(dealtrail("append", more).code == 0)
    // One claim in three is confirmed, one disputed.
    let added = try ViewsCommandTests.json(dealtrail("log", "--from", "189", "--limit", "1000", "--format", "json"))
    #expect(added.count > 250)
    for (index, event) in added.enumerated() where index % 12 == 0 {
      try #require(dealtrail("confirm", event["id"]?.string ?? "", "--reason", "heard it too").code == 0)
      let next = added[index + 1]["id"]?.string ?? ""
      try #require(dealtrail("dispute", next, "--reason", "heard otherwise").code == 0)
    }
    let definition = dealtrail.workspace.appending(path: "indicators.yaml")
    try Data("id: x\naggregation: \(aggregation)\nperturbation: {seed: \(seed)}\n".utf8).write(to: definition)
    let histories = try dealtrail("export", "histories")
    try #require(histories.code == 0)
    let companies = try histories.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }.filter {
      $0["claims"]?.array?.contains { $0["role"]?.isNull == true } == true
    }.compactMap { $0["subject"]?.string }.filter { $0.hasPrefix("company/") }
    #expect(companies.count > 70)
    let printed = try Binary.run(
      ["indicators"] + companies + ["--format", "json", "--workspace", dealtrail.workspace.path])
    let files = try ["histories": histories.output, "indicators": printed.output].map { name, text in
      let file = dealtrail.workspace.appending(path: name)
      try Data(text.utf8).write(to: file)
      return ["--\(name)", file.path]
    }
    let script = Self.strangers.appending(path: "indicators_check.py").path
    let outcome = try Binary.run(
      ["python3", script, "--aggregation", aggregation, "--seed", "\(seed)"] + files.flatMap { $0 },
      program: URL(filePath: "/usr/bin/env"))
    #expect(
      outcome.code == 0 && outcome.output.contains("values agree to 1e-09"), "\(outcome.output)\(outcome.errors)")
  }
}
