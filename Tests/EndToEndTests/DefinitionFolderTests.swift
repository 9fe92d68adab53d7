import CanonicalJSON
import Foundation
import Testing

/// Definitions in the workspace's folder `projections`: picked up without building, and projections like any other.
@Suite struct DefinitionFolderTests {
  private static func write(_ text: String, _ name: String, _ dealtrail: Binary) throws {
    let folder = dealtrail.workspace.appending(path: "projections")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private static let chips = """
    projection: indicators
    id: chips-1
    dimensions:
      capital: {weight: 0}
      place: {weight: 0}
      people: {weight: 0}
      presence: {weight: 0}
      entity: {weight: 0}
      assets: {weight: 0}
      chip_access:
        weight: 3
        meaning: access to chips that was refused
        combine: sum
        signals:
          - {when: kind = license_decision and topic = chip_export and decision = denied, value: 0.5}
          - {when: kind = license_decision and topic = chip_export, value: 0.25}
    """

  private static let rule = """
    projection: policy
    id: team-1
    rules:
      - id: any_move
        version: 1
        effective_from: 2000-01-01
        meaning: Something moved abroad.
        source: a test
        when: kind = relocation and to.country is abroad
        missing: a look
    """

  @Test func aNewIndicatorAPlaybookAndARuleArePickedUp() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    _ = try dealtrail("timeline", "manus")
    try Self.write(Self.chips, "chips.yaml", dealtrail)
    try Self.write("projection: playbook\nid: one-1\ncut_ties: {signals: 1}\n", "hasty.yaml", dealtrail)
    try Self.write(Self.rule, "team.yaml", dealtrail)
    for decision in ["denied", "applied"] {
      let data = #"{"authority":"authority/us-bis","topic":"chip_export","decision":"\#(decision)"}"#
      try #expect(
        dealtrail("append", input: PlantedFault.claim("manus", "license_decision", "2026-05", data)).code == 0)
    }
    let manus = try #require(
      try ViewsCommandTests.json(dealtrail("indicators", "manus", "--definitions", "chips", "--format", "json")).first)
    let chips = try #require(manus["dimensions"]?.array?.last)
    #expect(chips["dimension"]?.string == "chip_access" && chips["value"]?.number == 0.75)
    #expect(chips["evidence"]?.array?.count == 2 && chips["weight"]?.number == 3)
    // The sale is the one other dimension with a weight: (0.3 · 1 + 0.75 · 3) / 4.
    #expect(manus["value"]?.number == 0.6375 && manus["coverage"]?.number == 1)
    #expect(try dealtrail("indicators", "--definitions", "chips").output.contains("Chip Access"))
    #expect(
      try dealtrail("indicators", "--definitions", "chips", "--methodology").output.contains("chip_export"))
    // The workspace's own values are what they were.
    let standard = try #require(
      try ViewsCommandTests.json(dealtrail("indicators", "manus", "--format", "json")).first)
    #expect(standard["dimensions"]?.array?.count == 7)

    func stage(_ more: String...) throws -> String? {
      let words = ["playbook", "heygen", "--format", "json", "--workspace", dealtrail.workspace.path] + more
      let reached = try ViewsCommandTests.json(Binary.run(words)).first?["reached"]?.array
      return reached?.first { $0["stage"]?.string == "cut_ties" }?["occurred"]?.string
    }
    let (usual, hasty) = (try #require(try stage()), try #require(try stage("--definitions", "hasty")))
    #expect(hasty < usual)

    let reviews = try ViewsCommandTests.json(dealtrail("policy", "manus", "--format", "json"))
    #expect(reviews.contains { $0["rule"]?.string == "any_move" } && reviews.count > 1)
    #expect(
      try ViewsCommandTests.json(dealtrail("policy", "manus", "--definitions", "team", "--format", "json")).count == 1)
    #expect(try dealtrail("policy", "--rules").output.contains("Something moved abroad."))
    let found = try dealtrail("audit", "--format", "json").output
    #expect(found.contains("team/any_move") && found.contains("hasty/"))
  }

  /// They are listed, caught up, rebuilt and checked, and computed again when the file changes.
  @Test func definitionsAreProjectionsLikeAnyOther() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    try Self.write(Self.rule, "team.yaml", dealtrail)
    #expect(try dealtrail("projections", "list").output.contains("team_policy"))
    let rows = try ViewsCommandTests.json(dealtrail("projections", "rows", "team_policy", "--format", "json"))
    #expect(!rows.isEmpty && rows.allSatisfy { $0["rule"]?.string == "any_move" })
    let then = try ViewsCommandTests.json(
      dealtrail("projections", "rows", "team_policy", "--as-of", "2024", "--format", "json"))
    #expect(then.count < rows.count)
    try #expect(dealtrail("projections", "check", "team").code == 0)
    try #expect(dealtrail("projections", "rebuild", "team").code == 0)
    try Self.write(Self.rule.replacing("kind = relocation and", with: "kind = acquisition or"), "team.yaml", dealtrail)
    let changed = try ViewsCommandTests.json(dealtrail("projections", "rows", "team_policy", "--format", "json"))
    #expect(changed != rows)
    try #expect(dealtrail("projections", "check").code == 0)
    #expect(try dealtrail("projections", "rows", "nothing").code == 65)
  }

  @Test(
    arguments: [
      ("a.yaml", "id: x\n", "does not say what it defines"), ("a.yaml", "projection: weather\nid: x\n", "a.yaml:1:"),
      ("A b.yaml", "projection: playbook\nid: x\n", "is not named"),
      ("timeline.yaml", "projection: playbook\nid: x\n", "has the name of another"),
      ("engine_x.yaml", "projection: playbook\nid: x\n", "which is the engine's"),
      ("a.yaml", "projection: indicators\nid: x\ndimensions:\n  chips: {weight: 1}\n", "a.yaml:4:"),
      (
        "a.yaml",
        "projection: indicators\nid: x\ndimensions:\n  chips: {meaning: m, signals: [{when: nothing = 1, value: 1}]}\n",
        "reads nothing, which no claim has"
      ),
      (
        "a.yaml",
        "projection: policy\nid: x\nrules:\n  - {id: r, version: 1, effective_from: 2020-01-01, meaning: m, source: s, missing: x,\n     when: kind = data_transfr}\n",
        "is never data_transfr"
      ),
      ("a.yaml", "projection: policy\nid: x\nsignals: 2\n", "is not known here"),
    ])
  func whatIsWrongIsRefusedWithItsPlace(name: String, text: String, said: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    try Self.write(text, name, dealtrail)
    let outcome = try dealtrail("playbook")
    #expect(outcome.code == 65 && outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func aFileOfAnotherKindIsNotTakenForThisOne() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    try Self.write(Self.rule, "team.yaml", dealtrail)
    let file = dealtrail.workspace.appending(path: "projections/team.yaml").path
    let outcome = try dealtrail("playbook", "--definitions", file)
    #expect(outcome.code == 65 && outcome.errors.contains("is policy, and this is read as playbook"))
    #expect(try dealtrail("playbook", "--definitions", "team").errors.contains("defines no playbook of that name"))
  }
}
