import CanonicalJSON
import Foundation
import GRDB
import Testing

/// Workspaces of every released format are opened, and those that are newer are not.
@Suite struct UpgradeTests {
  /// A workspace as a program of its time left it.
  struct Released {
    let folder: URL
    let printed: [JSONValue]

    init(_ name: String) throws {
      let fixture = Binary.root.appending(path: "Tests/EndToEndTests/Formats/\(name)")
      folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
      try FileManager.default.copyItem(at: fixture, to: folder)
      let dump = try String(contentsOf: folder.appending(path: "log.sql"), encoding: .utf8)
      let log = try DatabaseQueue(path: folder.appending(path: "log.sqlite").path)
      try log.inDatabase { try $0.execute(sql: dump) }
      try log.close()
      printed = try Self.lines(String(contentsOf: folder.appending(path: "log.jsonl"), encoding: .utf8))
      for name in ["log.sql", "log.jsonl"] { try FileManager.default.removeItem(at: folder.appending(path: name)) }
      let signer = folder.appending(path: "keys/signer")
      if FileManager.default.fileExists(atPath: signer.path) {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: signer.path)
      }
    }

    func callAsFunction(_ arguments: String...) throws -> Binary.Outcome {
      try Binary.run(arguments + ["--workspace", folder.path])
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func sql<T: DatabaseValueConvertible & StatementColumnConvertible>(
      _ sql: String, in name: String = "log.sqlite"
    ) throws -> T? {
      try DatabaseQueue(path: folder.appending(path: name).path).read { try T.fetchOne($0, sql: sql) }
    }

    var copy: String { folder.appending(path: "log.sqlite.format-1").path }

    static func lines(_ text: String) throws -> [JSONValue] {
      try text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    }
  }

  @Test("A workspace of a released format says what it said, and goes on", arguments: ["log-1", "log-2"])
  func opens(name: String) throws {
    let released = try Released(name)
    defer { released.remove() }
    let log = try released("log", "--format", "jsonl")
    #expect(log.code == 0, "\(log.errors)")
    let lines = try Released.lines(log.output)
    #expect(lines.count == released.printed.count)
    for (line, printed) in zip(lines, released.printed) {
      for member in try #require(printed.object).members {
        #expect(line[member.key] == member.value, "\(member.key) of \(printed["id"] ?? .null)")
      }
    }
    if name == "log-1" {
      let refused = try Binary.run(["init", released.folder.path])
      #expect(refused.code == 1 && refused.errors.contains("--first-key"), "\(refused.errors)")
      let made = try Binary.run(["init", released.folder.path, "--first-key"])
      #expect(made.code == 0, "\(made.errors)")
    }
    // Tiles are made from the log; the fixtures leave them out.
    #expect(try released("checkpoint", "--quiet").code == 0)
    let verified = try released("verify")
    #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    #expect(try released("timeline", "company/manus").output.contains("80 jobs"))
    let added = try released("append", "Events/Cases/cases.jsonl", "--quiet")
    #expect(added.code == 0, "\(added.errors)")
    #expect(try released("checkpoint", "--quiet").code == 0)
    #expect(try released("projections", "check", "--quiet").code == 0)
    #expect(try released("verify").code == 0)
  }

  @Test("A log is copied before it is brought up to date, and the copy is erased with a redaction")
  func copies() throws {
    let released = try Released("log-1")
    defer { released.remove() }
    let doctor = try released("doctor")
    #expect(doctor.code == 3 && doctor.output.contains("log_older"), "\(doctor.output)\(doctor.errors)")
    #expect(try released.sql("PRAGMA user_version") == 1)
    let first = try released("log")
    #expect(first.errors.contains(released.copy), "\(first.errors)")
    #expect(try released.sql("PRAGMA user_version") == 2)
    #expect(try released.sql("PRAGMA user_version", in: "log.sqlite.format-1") == 1)
    #expect(try released.sql("SELECT count(*) FROM event", in: "log.sqlite.format-1") == released.printed.count)
    let attributes = try FileManager.default.attributesOfItem(atPath: released.copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try !released("log").errors.contains("brought up to date"))
    let id = try #require(released.printed[1]["id"]?.string)
    _ = try Binary.run(["init", released.folder.path, "--first-key"])
    let redacted = try released("redact", id, "--reason", "asked for")
    #expect(redacted.code == 0 && redacted.errors.contains(released.copy), "\(redacted.errors)")
    #expect(!FileManager.default.fileExists(atPath: released.copy))
  }

  @Test("Some that open a log of an older format at once bring it up to date once")
  func together() throws {
    let released = try Released("log-1")
    defer { released.remove() }
    let processes = try (0..<4).map { _ in
      let process = Process()
      process.executableURL = Binary.program
      process.arguments = ["log", "--workspace", released.folder.path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: released.folder.path)
    #expect(names.filter { $0.contains(".format-") } == ["log.sqlite.format-1"])
    #expect(try released.sql("SELECT count(*) FROM event") == released.printed.count)
    #expect(try released.sql("PRAGMA user_version") == 2)
  }

  @Test("A copy that is there is not written over, and a log that only says that it is old is not copied")
  func copiesOfOthers() throws {
    let released = try Released("log-1")
    defer { released.remove() }
    try Data("mine".utf8).write(to: URL(filePath: released.copy))
    #expect(try released("log").code == 0)
    #expect(try String(contentsOfFile: released.copy, encoding: .utf8) == "mine")
    #expect(FileManager.default.fileExists(atPath: released.copy + "-2"))
    let other = try Released("log-2")
    defer { other.remove() }
    try DatabaseQueue(path: other.folder.appending(path: "log.sqlite").path).inDatabase {
      try $0.execute(sql: "PRAGMA user_version = 1")
    }
    let refused = try other("log")
    #expect(refused.code == 1 && refused.errors.contains("is not of that format"), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: other.copy))
  }

  @Test("Where no copy can be made, the log stays as it was")
  func withoutCopy() throws {
    let released = try Released("log-1")
    defer { released.remove() }
    try FileManager.default.createDirectory(atPath: released.copy + ".new", withIntermediateDirectories: true)
    let log = try released("log")
    #expect(log.code == 1 && log.errors.contains(released.copy), "\(log.errors)")
    #expect(try released.sql("PRAGMA user_version") == 1)
    #expect(try released.sql("SELECT count(*) FROM sqlite_schema WHERE name = 'node'") == 0)
  }

  @Test(
    "A workspace of a newer format, and a database of something else, are refused and not touched",
    arguments: [
      ("PRAGMA user_version = 3", "format 3, newer than the 2"), ("PRAGMA application_id = 1", "not a Dealtrail log"),
    ])
  func newer(change: String, reason: String) throws {
    let released = try Released("log-2")
    defer { released.remove() }
    let file = released.folder.appending(path: "log.sqlite")
    try DatabaseQueue(path: file.path).inDatabase { try $0.execute(sql: change) }
    let before = try Data(contentsOf: file)
    for arguments in [
      ["log"], ["append", "Events/Cases/cases.jsonl"], ["verify"], ["backup", released.folder.path + "-b"],
    ] {
      let refused = try Binary.run(arguments + ["--workspace", released.folder.path])
      #expect(refused.code != 0 && (refused.errors + refused.output).contains(reason), "\(arguments): \(refused)")
    }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test("Views of another version are made anew, a database of something else is left as it is")
  func foreignViews() throws {
    let released = try Released("log-2")
    defer { released.remove() }
    let views = released.folder.appending(path: "views.sqlite")
    let older = try DatabaseQueue(path: views.path)
    try older.inDatabase {
      try $0.execute(sql: "CREATE TABLE engine_index (a); CREATE TABLE old (a); PRAGMA user_version = 1")
    }
    let fresh = try released("timeline", "company/manus")
    #expect(fresh.code == 0 && fresh.output.contains("80 jobs"), "\(fresh.errors)")
    try older.inDatabase { try $0.execute(sql: "PRAGMA application_id = 7; PRAGMA user_version = 1") }
    let refused = try released("timeline", "company/manus")
    #expect(refused.code == 1 && refused.errors.contains("something else"), "\(refused)")
    #expect(try released.sql("SELECT count(*) > 5 FROM sqlite_schema", in: "views.sqlite") == true)
  }

  @Test(
    "A workspace whose settings are of a newer format is refused", arguments: ["timeline", "append", "init", "audit"])
  func newerSettings(command: String) throws {
    let released = try Released("log-2")
    defer { released.remove() }
    let settings = released.folder.appending(path: "dealtrail.yaml")
    try Data("# newer\nformat: 2\n".utf8).write(to: settings)
    let refused =
      switch command {
      case "timeline": try released("timeline", "manus")
      case "append": try released("append", "Events/Cases/cases.jsonl")
      case "init": try Binary.run(["init", released.folder.path])
      default: try released("audit")
      }
    #expect(refused.code == 65 && refused.errors.contains("dealtrail.yaml:2"), "\(refused)")
    #expect(refused.errors.contains("update dealtrail"))
  }
}
