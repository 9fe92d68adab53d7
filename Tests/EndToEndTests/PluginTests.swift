import CanonicalJSON
import Foundation
import Testing

/// Programs that compute projections: that they are projections like any other, and what a bad one can do.
@Suite struct PluginTests {
  /// A workspace with three companies and a plug-in that behaves as `mode` says.
  static func workspace(_ mode: String, _ target: String = "", timeout: Double = 20) throws -> Binary {
    let dealtrail = try AuditCommandTests.workspace(
      ["a", "b", "c"].map {
        PlantedFault.claim($0, "metric_observed", "2025", #"{"metric":"users","value":5,"unit":"users"}"#)
      })
    try declare(mode, target, timeout: timeout, dealtrail)
    return dealtrail
  }

  private static func declare(_ mode: String, _ target: String, timeout: Double, _ dealtrail: Binary) throws {
    let script = Binary.root.appending(path: "Tests/EndToEndTests/Strangers/plugin.py")
    let copy = dealtrail.workspace.appending(path: "plugin.py")
    if !FileManager.default.fileExists(atPath: copy.path) { try FileManager.default.copyItem(at: script, to: copy) }
    let yaml = """
      format: 1
      plugins:
        counts:
          run: [python3, plugin.py, \(mode)\(target.isEmpty ? "" : ", " + target)]
          timeout_seconds: \(timeout)
          tables:
            claims:
              meaning: how many claims there are
              columns:
                count: {type: integer, meaning: how many}
                share: {type: real, meaning: a number}
                ids: {type: text, meaning: which, indexed: true}
      """
    try Data(yaml.utf8).write(to: dealtrail.workspace.appending(path: "dealtrail.yaml"))
    let trusted = try dealtrail("plugins", "trust", "counts")
    try #require(trusted.code == 0, "\(trusted.errors)")
  }

  private static func status(_ dealtrail: Binary) throws -> JSONValue {
    try #require(
      ViewsCommandTests.json(dealtrail("projections", "status", "--format", "json")).first {
        $0["name"]?.string == "counts"
      })
  }

  private static func rows(_ dealtrail: Binary) throws -> [JSONValue] {
    try ViewsCommandTests.json(dealtrail("projections", "rows", "claims", "--format", "json"))
  }

  @Test func rowsAreCaughtUpRebuiltAndCheckedLikeOthers() throws {
    let dealtrail = try Self.workspace("well")
    defer { dealtrail.remove() }
    let rows = try Self.rows(dealtrail)
    #expect(rows.map { $0["subject"]?.string } == ["company/a", "company/b", "company/c"])
    #expect(rows.allSatisfy { $0["count"] == 1 && $0["share"] == 0.333333333333 })
    _ = try dealtrail(
      "append",
      input: PlantedFault.claim("a", "metric_observed", "2024", #"{"metric":"users","value":4,"unit":"users"}"#))
    let grown = try Self.rows(dealtrail)
    #expect(grown.map { $0["count"]?.integer } == [2, 1, 1])
    let digest = try Self.status(dealtrail)["digest"]
    try #expect(dealtrail("projections", "check", "counts").code == 0)
    try #expect(dealtrail("projections", "rebuild", "counts").code == 0)
    #expect(try Self.status(dealtrail)["digest"] == digest)
    let then = try ViewsCommandTests.json(
      dealtrail("projections", "rows", "claims", "a", "--as-of", "2024", "--format", "json"))
    #expect(then.map { $0["count"]?.integer } == [1])
    #expect(try dealtrail("projections", "list").output.contains("how many claims there are"))
    // What is changed in the file behind its back is drift, of a plug-in too.
    try AuditCommandTests.changed(
      dealtrail, "views.sqlite", ["UPDATE claims SET count = 9 WHERE subject = 'company/b'"])
    let drift = try dealtrail("projections", "check", "--format", "json")
    #expect(drift.code == 3 && drift.output.contains(#""projection":"counts""#))
    #expect(try dealtrail("audit", "--format", "json").code == 3)
  }

  /// What goes wrong on one subject fails this subject, by name, and nothing else.
  @Test(
    arguments: [
      ("crash", "ended with code 3"), ("late", "took longer than 1 s"), ("endless-rows", "wrote more than 100000 rows"),
      ("endless-line", "a line of more than 1048576 bytes"), ("column", #"row 1 of claims has a column "size""#),
      ("type", "has a number in count, which is integer"), ("table", #"row 1 is of the table "timeline""#),
      ("no-json", "a line that is not JSON"), ("hungry", "ended with code 1"),
      ("another-subject", "ended company/z where company/b was asked"), ("sorry", "no rate for 2025"),
    ])
  func aBadAnswerFailsItsSubjectAlone(mode: String, said: String) throws {
    let dealtrail = try Self.workspace(mode, "company/b", timeout: mode == "late" ? 1 : 20)
    defer { dealtrail.remove() }
    let answer = try dealtrail("timeline", "b")
    #expect(answer.code == 0 && !answer.output.isEmpty)
    let status = try Self.status(dealtrail)
    #expect(status["position"] == status["log_position"])
    let failures = try #require(status["failures"]?.array)
    #expect(failures.count == 1 && failures[0]["subject"]?.string == "company/b")
    let message = try #require(failures[0]["error"]?.string)
    #expect(message.contains(said) && message.contains("the plug-in counts on company/b"), "\(message)")
    #expect(try Self.rows(dealtrail).map { $0["subject"]?.string } == ["company/a", "company/c"])
    #expect(try dealtrail("projections", "check").code == 0)
    // Mended, it is computed.
    try Self.declare("well", "", timeout: 20, dealtrail)
    #expect(try Self.rows(dealtrail).count == 3)
  }

  @Test func aProcessThatEndsIsStartedAnew() throws {
    let dealtrail = try Self.workspace("crash-once", "company/b")
    defer { dealtrail.remove() }
    #expect(try Self.rows(dealtrail).count == 3 && Self.status(dealtrail)["failed_subjects"] == 0)
  }

  /// A program that says more than it was asked spoils no other subject: its process is not used again.
  @Test func whatIsSaidUnaskedIsNoRowOfTheNextSubject() throws {
    let dealtrail = try Self.workspace("chatty", "company/a")
    defer { dealtrail.remove() }
    #expect(try Self.rows(dealtrail).map { $0["count"] } == [1, 1, 1])
  }

  @Test(
    arguments: [
      ("mute", "cannot find my data", "ended with code 1"), ("future", "", "speaks another protocol"),
      ("deaf", "", "took longer than 1 s"),
    ])
  func aProgramThatDoesNotWorkAtAllKeepsNobodyWaiting(mode: String, shown: String, said: String) throws {
    let dealtrail = try Self.workspace(mode, timeout: 1)
    defer { dealtrail.remove() }
    let answer = try dealtrail("timeline", "a")
    #expect(answer.code == 0 && answer.output.contains("users"))
    if mode == "deaf" {
      #expect(try Self.status(dealtrail)["failed_subjects"] == 3)
      return
    }
    #expect(answer.errors.contains("the projection counts cannot be computed") && answer.errors.contains(said))
    #expect(shown.isEmpty || answer.errors.contains(shown))
    #expect(try dealtrail("projections", "rebuild").code == 1)
    #expect(try dealtrail("projections", "rebuild", "timeline").code == 0)
    #expect(try dealtrail("projections", "rows", "claims").code == 1)
    #expect(try dealtrail("audit", "--format", "json").output.contains("projection_unavailable"))
  }

  @Test func standardErrorIsShownSafelyAndInBounds() throws {
    let dealtrail = try Self.workspace("noisy", "company/a")
    defer { dealtrail.remove() }
    let errors = try dealtrail("projections", "rows", "claims").errors
    #expect(errors.contains("counts: ") && errors.contains("line 0") && !errors.contains("\u{1B}"))
    #expect(errors.split(separator: "\n").count < 250 && errors.contains("the rest is not shown"))
    #expect(try Self.rows(dealtrail).count == 3)
  }

  /// What a program started ends with it, and nothing is waited for.
  @Test func childrenOfAProgramAreEnded() throws {
    let dealtrail = try Self.workspace("children")
    defer { dealtrail.remove() }
    #expect(try Self.rows(dealtrail).count == 3)
    let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
    let commands = processes.compactMap { FileManager.default.contents(atPath: "/proc/\($0)/cmdline") }
    #expect(!commands.contains(Data("sleep\061234\0".utf8)), "a child is left")
  }

  /// A workspace from a stranger runs nothing; nor does one that was changed since it was trusted.
  @Test func nothingRunsBeforeItIsTrustedOrAfterItChanged() throws {
    let dealtrail = try Self.workspace("well")
    defer { dealtrail.remove() }
    _ = try Self.rows(dealtrail)
    let marker = dealtrail.workspace.appending(path: "ran").path
    let script = dealtrail.workspace.appending(path: "plugin.py")
    let text = try String(contentsOf: script, encoding: .utf8)
    try Data(("open('ran', 'w').close()\n" + text).utf8).write(to: script)
    let after = try dealtrail("projections", "rows", "claims")
    #expect(after.errors.contains("is not trusted, or has changed since"))
    #expect(try dealtrail("plugins", "list", "--format", "json").output.contains(#""trusted":false"#))
    _ = try dealtrail("audit")
    #expect(!FileManager.default.fileExists(atPath: marker))
    // A copy of a trusted workspace is another one.
    try Data(text.utf8).write(to: script)
    #expect(try dealtrail("plugins", "list", "--format", "json").output.contains(#""trusted":true"#))
    let copy = dealtrail.workspace.path + "-copy"
    try FileManager.default.copyItem(atPath: dealtrail.workspace.path, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let list = try Binary.run(["plugins", "list", "--format", "json", "--workspace", copy])
    #expect(list.output.contains(#""trusted":false"#))
    _ = try dealtrail("plugins", "distrust", "counts")
    #expect(try dealtrail("projections", "rows", "claims").errors.contains("is not trusted"))
    #expect(try dealtrail("plugins", "trust", "nothing").code == 65)
  }

  @Test(
    arguments: [
      ("plugins: {x: {tables: {}}}", "has no run"), ("plugins: {x: {run: [a], tables: {}}}", "is empty"),
      (
        "plugins: {x: {run: [a], tables: {t: {meaning: m, columns: {c: {type: blob, meaning: m}}}}}}",
        "dealtrail.yaml:2:"
      ),
      ("plugins: {x: {run: [a], tables: {timeline: {meaning: m, columns: {c: {type: text, meaning: m}}}}}}", "so has"),
      (
        "plugins: {x: {run: [a], tables: {t: {meaning: m, columns: {ordinal: {type: text, meaning: m}}}}}}", "rename it"
      ),
      (
        #"plugins: {x: {run: [a], tables: {'t"; DROP': {meaning: m, columns: {c: {type: text, meaning: m}}}}}}"#,
        "is not named"
      ),
      ("plugins: {x: {run: [a], memory_mib: 1, tables: {}}}", "from 16.0 to"),
    ])
  func aDeclarationThatCannotBeUsedIsRefused(yaml: String, said: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    try Data("format: 1\n\(yaml)\n".utf8).write(to: dealtrail.workspace.appending(path: "dealtrail.yaml"))
    let outcome = try dealtrail("playbook")
    #expect(outcome.code == 65 && outcome.errors.contains(said), "\(outcome.errors)")
  }
}
