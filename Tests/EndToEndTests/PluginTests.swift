import CanonicalJSON
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

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
    let folder = dealtrail.workspace.appending(path: "plugins/counts")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = folder.appending(path: "plugin.py")
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
      ("type", "has a number in count that it does not take"), ("table", #"row 1 is of the table "timeline""#),
      ("no-json", "a line that is not JSON"), ("hungry", "ended with code 1"),
      ("another-subject", "wrote about company/z where company/b was asked"), ("sorry", "no rate for 2025"),
      ("nul", "has a string in ids that it does not take"),
    ])
  func aBadAnswerFailsItsSubjectAlone(mode: String, said: String) throws {
    let dealtrail = try Self.workspace(mode, "company/b", timeout: mode == "late" ? 1 : 20)
    defer { dealtrail.remove() }
    let answer = try dealtrail("projections", "rows", "claims")
    #expect(answer.code == 0 && answer.errors.contains("counts failed on company/b, which have no rows"))
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
      // Thirty seconds for the handshake, once a command.
      ("silent", "", "took longer than 30 s"),
    ])
  func aProgramThatDoesNotWorkAtAllKeepsNobodyWaiting(mode: String, shown: String, said: String) throws {
    let dealtrail = try Self.workspace(mode)
    defer { dealtrail.remove() }
    // Nobody else asks it anything.
    let other = try dealtrail("timeline", "a")
    #expect(other.code == 0 && other.output.contains("users") && other.errors.isEmpty)
    let start = ContinuousClock.now
    let answer = try dealtrail("projections", "update")
    #expect(answer.code == 1 && ContinuousClock.now - start < .seconds(80))
    #expect(answer.errors.contains("the projection counts cannot be computed") && answer.errors.contains(said))
    #expect(shown.isEmpty || answer.errors.contains(shown))
    if mode == "silent" { return }
    let checked = try dealtrail("projections", "check")
    #expect(checked.code == 1 && checked.errors.contains("its rows were never computed"))
    #expect(try dealtrail("projections", "rebuild").code == 1)
    #expect(try dealtrail("projections", "rebuild", "timeline").code == 0)
    #expect(try dealtrail("projections", "rows", "claims").code == 1)
    #expect(try dealtrail("audit", "--format", "json").output.contains("projection_unavailable"))
  }

  /// What a program could not do this time is no drift, neither of the rows that there are nor of those that it comes to.
  @Test func aSlowNightIsNoDrift() throws {
    let dealtrail = try Self.workspace("well")
    defer { dealtrail.remove() }
    _ = try Self.rows(dealtrail)
    func behave(_ mode: String) throws {
      let script = dealtrail.workspace.appending(path: "plugins/counts/plugin.py")
      // What it does changes without what it is: as on another night.
      try Data("\(mode)".utf8).write(to: dealtrail.workspace.appending(path: "mode"))
      if try !String(contentsOf: script, encoding: .utf8).contains("../../mode") {
        let text = try String(contentsOf: script, encoding: .utf8)
        try Data(
          text.replacing("mode, target = sys.argv[1]", with: "mode, target = open('../../mode').read()").utf8
        ).write(to: script)
        _ = try dealtrail("plugins", "trust", "counts")
      }
    }
    try behave("well")
    #expect(try Self.rows(dealtrail).count == 3)
    try behave("crash")
    let checked = try dealtrail("projections", "check")
    #expect(checked.code == 1 && checked.errors.contains("not compared: counts of company/a"), "\(checked.errors)")
    let audit = try dealtrail("audit", "--format", "json")
    #expect(audit.code == 0 && !audit.output.contains(#""rule":"views_drift""#), "\(audit.output)")
    // Failed in a catch-up, and well again when it is checked.
    _ = try dealtrail(
      "append", input: PlantedFault.claim("a", "metric_observed", "2024", #"{"metric":"users","value":4,"unit":"x"}"#))
    _ = try dealtrail("projections", "update")
    #expect(try Self.status(dealtrail)["failed_subjects"] != 0)
    try behave("well")
    try #expect(dealtrail("projections", "check").code == 0)
    #expect(try Self.rows(dealtrail).count == 4 && Self.status(dealtrail)["failed_subjects"] == 0)
  }

  /// A projection that takes over another's table makes that one compute anew, and removing what is left removes no other's.
  @Test func aPluginThatIsRenamedTakesItsTableAlong() throws {
    let dealtrail = try Self.workspace("well")
    defer { dealtrail.remove() }
    _ = try Self.rows(dealtrail)
    let file = dealtrail.workspace.appending(path: "dealtrail.yaml")
    let yaml = try String(contentsOf: file, encoding: .utf8)
    try Data(yaml.replacing("counts:", with: "tallies:").utf8).write(to: file)
    let plugins = dealtrail.workspace.appending(path: "plugins")
    try FileManager.default.moveItem(
      at: plugins.appending(path: "counts"), to: plugins.appending(path: "tallies"))
    try #require(try dealtrail("plugins", "trust", "tallies").code == 0)
    #expect(try Self.rows(dealtrail).count == 3)
    #expect(try !dealtrail("projections", "status").errors.contains("counts"))
    try #expect(dealtrail("projections", "check").code == 0)
    try #expect(dealtrail("projections", "drop", "counts").code == 1)
    #expect(try Self.rows(dealtrail).count == 3)
  }

  /// An interrupted command leaves nothing running.
  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptEndsTheProgram(number: Int32) throws {
    let dealtrail = try Self.workspace("late", timeout: 600)
    defer { dealtrail.remove() }
    let process = Process()
    process.executableURL = Binary.program
    process.arguments = ["projections", "update", "--workspace", dealtrail.workspace.path]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CONFIG_HOME": Binary.configuration.path]) { $1 }
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    func isRunning() throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { process in
        guard Int(process) != nil else { return false }
        let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
        return folder?.hasPrefix(dealtrail.workspace.resolvingSymlinksInPath().path) == true
      }
    }
    func wait(until running: Bool) throws -> Bool {
      for _ in 0..<600 {
        if try isRunning() == running { return true }
        Thread.sleep(forTimeInterval: 0.05)
      }
      return false
    }
    try #require(try wait(until: true))
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(try wait(until: false), "the program still runs")
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
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
    let script = dealtrail.workspace.appending(path: "plugins/counts/plugin.py")
    let text = try String(contentsOf: script, encoding: .utf8)
    try Data(("open('../../ran', 'w').close()\n" + text).utf8).write(to: script)
    let after = try dealtrail("projections", "rows", "claims")
    #expect(after.errors.contains("is not trusted, or has changed since"))
    #expect(try dealtrail("plugins", "list", "--format", "json").output.contains(#""trusted":false"#))
    _ = try dealtrail("audit")
    #expect(!FileManager.default.fileExists(atPath: marker))
    // A module that Python would take for its own.
    let planted = dealtrail.workspace.appending(path: "plugins/counts/json.py")
    try Data("open('../../ran', 'w').close()\n".utf8).write(to: planted)
    #expect(try dealtrail("projections", "rows", "claims").errors.contains("is not trusted, or has changed since"))
    try FileManager.default.removeItem(at: planted)
    #expect(!FileManager.default.fileExists(atPath: marker))
    // Two files whose names are one text to Swift: each counts.
    try Data(text.utf8).write(to: script)
    let folder = dealtrail.workspace.path + "/plugins/counts/"
    for name in ["run\u{E9}.py", "rune\u{301}.py"] { try Data("1".utf8).write(to: URL(filePath: folder + name)) }
    #expect(try dealtrail("plugins", "trust", "counts").code == 0)
    for name in ["run\u{E9}.py", "rune\u{301}.py"] {
      #expect(try dealtrail("plugins", "list", "--format", "json").output.contains(#""trusted":true"#))
      try Data("2".utf8).write(to: URL(filePath: folder + name))
      #expect(try dealtrail("plugins", "list", "--format", "json").output.contains(#""trusted":false"#))
      try Data("1".utf8).write(to: URL(filePath: folder + name))
    }
    for name in ["run\u{E9}.py", "rune\u{301}.py"] { try FileManager.default.removeItem(atPath: folder + name) }
    #expect(try dealtrail("plugins", "trust", "counts").code == 0)
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
      ("plugins: {x: {run: [a], version: 1.5, tables: {}}}", "a whole number"),
      ("plugins: {../x: {run: [a], tables: {}}}", "is to be named by"),
      (
        "plugins: {x: {run: [a], tables: {a_words_data: {meaning: m, columns: {c: {type: text, meaning: m}}}}}}",
        "_words"
      ),
    ])
  func aDeclarationThatCannotBeUsedIsRefused(yaml: String, said: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    try Data("format: 1\n\(yaml)\n".utf8).write(to: dealtrail.workspace.appending(path: "dealtrail.yaml"))
    let outcome = try dealtrail("playbook")
    #expect(outcome.code == 65 && outcome.errors.contains(said), "\(outcome.errors)")
  }
}
