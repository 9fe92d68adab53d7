import Foundation
import Testing

/// The pages that show how to plug in: their commands, copied and pasted into a shell.
@Suite struct ExamplePagesTests {
  /// What a page's commands print.
  private static func run(_ page: String, in dealtrail: Binary) throws -> Binary.Outcome {
    let text = try String(contentsOf: Binary.root.appending(path: "docs/\(page)"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    try #require(!blocks.isEmpty)
    return try Binary.run(
      ["-euo", "pipefail", "-c", blocks.joined(separator: "\n")], program: URL(filePath: "/bin/bash"),
      environment: [
        "DEALTRAIL_WORKSPACE": dealtrail.workspace.path,
        "PATH": Binary.program.deletingLastPathComponent().path + ":" + ProcessInfo.processInfo.environment["PATH"]!,
      ])
  }

  @Test(
    arguments: [
      ("definitions.md", ["chips_indicator", "head_office_abroad", "Chip Access", "licences for chips"]),
      ("plugins.md", ["funding_gap", "2024-11", "151"]),
      // Builds a package of its own, from nothing.
      ("adding-a-projection.md", ["office", "company/manus", "2025-06-18", "SG"]),
    ])
  func thePagesCommandsWork(page: String, shown: [String]) throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    let outcome = try Self.run(page, in: dealtrail)
    #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output.suffix(2000))")
    for text in shown { #expect(outcome.output.contains(text), "\(text)") }
  }

  /// Rows that nothing computes any more are named, and can be removed.
  @Test func rowsOfAProjectionThatWasTakenAwayCanBeRemoved() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    _ = try Self.run("definitions.md", in: dealtrail)
    try #expect(dealtrail("projections", "drop", "chips").code == 65)
    try FileManager.default.removeItem(at: dealtrail.workspace.appending(path: "projections/chips.yaml"))
    #expect(try dealtrail("projections", "status").errors.contains("rows of chips, which nothing here computes"))
    try #expect(dealtrail("projections", "drop", "chips").code == 0)
    #expect(try !dealtrail("projections", "status").errors.contains("chips"))
    try #expect(dealtrail("projections", "drop", "chips").code == 1)
    try #expect(dealtrail("projections", "check").code == 0)
  }
}
