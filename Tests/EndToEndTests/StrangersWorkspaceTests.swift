import CanonicalJSON
import Foundation
import GRDB
import Testing

/// A workspace, or a folder that it publishes into, that a stranger made: nothing outside of it is written or removed, and nothing crashes.
@Suite struct StrangersWorkspaceTests {
  private static func workspace() throws -> Binary {
    let dealtrail = try Binary()
    let profile =
      #"{"subject":"company/c1","kind":"company_profiled","occurred":"2009","data":{"names":[{"name":"C"}],"home_jurisdiction":"CN"}}"#
    #expect(try dealtrail("append", "-", input: profile + "\n" + KillTests.lines(0..<299)).code == 0)
    #expect(try dealtrail("timeline", "c1").code == 0)
    return dealtrail
  }

  private static func change(_ path: String, _ sql: [String], dropsTriggers: Bool = false) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let raw = try DatabaseQueue(path: path, configuration: configuration)
    try raw.write { db in
      let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      if dropsTriggers { for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") } }
      for statement in sql { try db.execute(sql: statement) }
    }
    try raw.close()
  }

  private static func tables(_ path: String) throws -> [String] {
    let raw = try DatabaseQueue(path: path)
    defer { try? raw.close() }
    return try raw.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }
  }

  /// Holds that commands end by themselves, each with an exit code of the contract.
  private static func expectOrder(in dealtrail: Binary, _ commands: [[String]], input: String = "") throws {
    for command in commands {
      let outcome = try Binary.run(command + ["--workspace", dealtrail.workspace.path], input: input)
      #expect([0, 1, 3, 4, 5, 64, 65].contains(outcome.code), "\(command): \(outcome)")
    }
  }

  private static let questions = [
    ["timeline", "c1"], ["indicators"], ["indicators", "--sensitivity"], ["indicators", "c1", "--evidence"],
    ["projections", "status"], ["projections", "check"],
    ["projections", "rows", "indicator", "--format", "json"], ["audit", "--quiet"], ["projections", "rebuild"],
    ["indicators"],
    ["doctor"],
  ]

  @Test(arguments: [
    "x\"; ATTACH DATABASE '%' AS e; CREATE TABLE e.t(a); --",
    "growing_x\"; ATTACH DATABASE '%' AS e; DROP TABLE e.kept; --",
  ])
  func namesOfTablesAreNoStatements(name: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let other = dealtrail.workspace.path + "-other"
    defer { try? FileManager.default.removeItem(atPath: other) }
    try Self.change(other, ["CREATE TABLE kept (a)"])
    let table = name.replacing("%", with: other).replacing("\"", with: "\"\"")
    for version in ["3", "4"] {
      try Self.change(
        dealtrail.workspace.path + "/views.sqlite",
        ["CREATE TABLE IF NOT EXISTS \"\(table)\" (a)", "PRAGMA user_version = \(version)"])
      try Self.expectOrder(in: dealtrail, Self.questions)
    }
    #expect(try Self.tables(other) == ["kept"])
    #expect(try dealtrail("timeline", "c1").code == 0)
  }

  @Test(
    arguments: [
      "DELETE FROM engine_index", "UPDATE engine_index SET position = 1000000",
      "UPDATE engine_subject SET failure = 'x', failed_position = NULL",
      "UPDATE engine_projection SET position = 1000000",
      "UPDATE indicator SET value = 1e308, lower = 9e999, coverage = -1e300",
      "UPDATE indicator_dimension SET weight = -1, value = -1", "UPDATE indicator_dimension SET weight = NULL",
      "DELETE FROM engine_projection",
      "UPDATE engine_touch SET position = position + 100000", "DELETE FROM engine_subject",
    ])
  func alteredViewsEndNoProgram(statement: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    try Self.change(dealtrail.workspace.path + "/views.sqlite", [statement])
    try Self.expectOrder(in: dealtrail, Self.questions)
    #expect(try dealtrail("projections", "check").code == 0, "a rebuild mends all")
  }

  @Test(
    arguments: [
      "UPDATE event SET position = 1000000000 WHERE position = 300",
      "UPDATE event SET revision = 9223372036854775807 WHERE position = 300",
      "UPDATE node SET number = 9223372036854775807 WHERE number = 10",
    ])
  func alteredLogsEndNoProgram(statement: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let saved = dealtrail.workspace.path + "-saved"
    defer { try? FileManager.default.removeItem(atPath: saved) }
    try Self.change(dealtrail.workspace.path + "/log.sqlite", [statement], dropsTriggers: true)
    try Self.expectOrder(
      in: dealtrail, Self.questions + [["append", "-"], ["verify"], ["doctor", "--salvage", saved]],
      input: KillTests.lines(300..<301))
    #expect(try dealtrail("verify").code == 5)
  }

  @Test(arguments: ["payload", "tile", "tile/0/000.p"]) func nothingIsPublishedThroughLinks(name: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let (folder, elsewhere) = (dealtrail.workspace.path + "-public", dealtrail.workspace.path + "-elsewhere")
    defer { for path in [folder, elsewhere] { try? FileManager.default.removeItem(atPath: path) } }
    #expect(try dealtrail("publish", folder).code == 0)
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: elsewhere + "/7"))
    try? FileManager.default.removeItem(atPath: folder + "/" + name)
    try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: elsewhere)
    #expect(try dealtrail("append", "-", input: KillTests.lines(300..<600)).code == 0)
    let refused = try dealtrail("publish", folder)
    #expect(refused.code == 65 && refused.errors.contains("symbolic link"), "\(refused)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == ["7"])
    // A link of the office's own, where nothing is written, is nobody's business.
    let other = folder + "-other"
    defer { try? FileManager.default.removeItem(atPath: other) }
    #expect(try dealtrail("publish", other).code == 0)
    try FileManager.default.createSymbolicLink(atPath: other + "/latest", withDestinationPath: "checkpoint")
    #expect(try dealtrail("publish", other).code == 0)
  }

  /// What one legal claim says ends no program.
  @Test func countsBeyondAllBoundsAreAddedUp() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let staff = [String](repeating: #"{"country":"CN","count":9007199254740992}"#, count: 1100).joined(separator: ",")
    let line =
      #"{"subject":"company/a","kind":"company_profiled","occurred":"2025","data":{"names":[{"name":"A"}],"home_jurisdiction":"CN","headcount":[\#(staff)]}}"#
    let layoff =
      #"{"subject":"company/a","kind":"layoff","occurred":"2026","data":{"place":{"country":"CN"},"count":5}}"#
    #expect(try dealtrail("append", "-", input: line + "\n" + layoff).code == 0)
    try Self.expectOrder(in: dealtrail, Self.questions + [["geography", "a"], ["export", "ftm"]])
  }

  /// A list of lines that a stranger made very long is not read.
  @Test(arguments: ["keys/verifiers", "keys/witnesses", "publications", "erasure.pending", "audits/outputs"])
  func listsHaveALimit(name: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let path = dealtrail.workspace.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data(repeating: 0x0A, count: 3 << 20).write(to: URL(filePath: path))
    try Self.expectOrder(
      in: dealtrail, [["timeline", "c1"], ["checkpoint"], ["audit", "--quiet"], ["doctor"], ["verify"]])
  }

  /// `add` is held to what `append` is: the log does not say that something was erased that is there.
  @Test func addErasesNothingAndCorrectsByTheKind() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let line = try dealtrail("log", "--limit", "1", "--format", "jsonl").output
    let event = try JSONReader.read(Array(line.utf8.dropLast()))
    let (id, subject) = (event["id"]?.string ?? "", event["subject"]?.string ?? "")
    for more in [["--causation", id], []] {
      let refused = try Binary.run(
        [
          "add", "event-redacted", subject, "--date", "2025", "--target", id, "--reason", "r", "--workspace",
          dealtrail.workspace.path,
        ]
          + more)
      #expect(refused.code == 65, "\(refused)")
    }
    let misfit = try dealtrail(
      "add", "event-corrected", subject, "--date", "2025", "--target", id, "--reason", "r", "--data", #"{"nonsense":1}"#
    )
    #expect(misfit.code == 65, "\(misfit)")
    #expect(try dealtrail("log", "--format", "jsonl").output.split(separator: "\n").count == 300)
  }
}
