import Foundation
import Testing

/// Files from strangers that are too large, too deep, no text, or that lead elsewhere: refused with the limit or the reason,
/// in bounded memory, and nothing is written.
@Suite struct HostileInputTests {
  static let event =
    #"{"subject":"company/a","kind":"layoff","occurred":"2025-01","data":{"place":{"country":"CN"},"count":3},"sources":[{"publisher":"P"}]}"#

  /// Most memory that a refusal may take, in MiB; the debug build has 40 before it reads anything.
  static let maximumMemory = 200

  /// Runs the program, and measures its memory.
  static func run(_ arguments: [String]) throws -> (outcome: Binary.Outcome, memory: Int) {
    let script = """
      import resource, subprocess, sys
      code = subprocess.run(sys.argv[1:]).returncode
      print("memory", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)
      sys.exit(code)
      """
    let outcome = try Binary.run(
      ["-c", script, Binary.program.path] + arguments, program: URL(filePath: "/usr/bin/python3"))
    let memory = outcome.errors.split(separator: "\n").last?.split(separator: " ").last.flatMap { Int($0) }
    return (outcome, try #require(memory))
  }

  struct Line: Sendable, CustomStringConvertible {
    var description: String
    var bytes: @Sendable () -> [UInt8]
    var reason: String

    init(_ description: String, _ reason: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
      (self.description, self.reason, self.bytes) = (description, reason, bytes)
    }

    /// The event with something in the place of something.
    init(_ description: String, _ reason: String, _ old: String, _ new: String) {
      self.init(description, reason) { Array(event.replacing(old, with: new).utf8) }
    }
  }

  static let lines = [
    Line("a line of 100 MB", "more than 4194304 bytes") {
      let parts = event.split(separator: "CN", maxSplits: 1)
      return Array(parts[0].utf8) + [UInt8](repeating: 0x78, count: 100_000_000) + Array(parts[1].utf8)
    },
    // Taken for a blank line once, and lost without a word.
    Line("100 MB of spaces before an event", "more than 4194304 bytes") {
      [UInt8](repeating: 0x20, count: 100_000_000) + Array(event.utf8)
    },
    Line("a million brackets", "nested more than 128") { [UInt8](repeating: 0x5B, count: 1_000_000) },
    Line("a part of two MiB", "at most 1048576") {
      Array(event.replacing("\"count\":3", with: "\"reason\":\"\(String(repeating: "x", count: 2 << 20))\"").utf8)
    },
    Line("bytes that are no text", "not valid UTF-8") {
      Array("{\"subject\":\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)
    },
    Line("UTF-16", "not valid JSON") { event.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } },
    Line("a NUL byte", "must be escaped", "company/a", "company/a\0"),
    Line("a NUL in a subject", "subject", "company/a", #"company/a\u0000"#),
    Line("a path as a subject", "subject", "company/a", "company/../../etc"),
    Line("a long subject", "200", "company/a", "company/" + String(repeating: "a", count: 500)),
    Line("the year 99999", "year", "2025-01", "99999-01-01"),
    Line("the year Y99999", "year", "2025-01", "Y99999"),
    Line("the 30th of February", "date", "2025-01", "2025-02-30"),
    Line("a huge integer", "beyond ±2^53", "3}", String(repeating: "9", count: 30) + "}"),
    Line("an integer in another notation", "beyond ±2^53", "3}", "9007199254740993.0}"),
    Line("a number that would be 0", "too small", "3}", "1e-400}"),
    Line("a huge double", "too large", "3}", "1e400}"),
    Line("a count beyond whole numbers", "whole number", "3}", "1e300}"),
    Line("a name twice", "twice", "\"count\":3", "\"count\":3,\"count\":4"),
  ]

  @Test("A line that cannot be read is refused, and no other line of the file is written", arguments: lines)
  func lineIsRefused(line: Line) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let file = dealtrail.workspace.appending(path: "input.jsonl")
    try Data(Array("\(Self.event)\n".utf8) + line.bytes() + Array("\n".utf8)).write(to: file)
    let (outcome, memory) = try Self.run(["append", file.path, "--workspace", dealtrail.workspace.path])
    #expect(outcome.code == 65, "\(outcome.errors.prefix(600))")
    #expect(
      outcome.errors.contains("input.jsonl:2") && outcome.errors.contains(line.reason), "\(outcome.errors.prefix(600))")
    #expect(outcome.errors.count < 2000)
    #expect(memory < Self.maximumMemory)
    #expect(try dealtrail("log", "--format", "jsonl").output.isEmpty)
  }

  @Test("A number of too many digits is refused with how many there may be")
  func digits() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let amount = "{\"value\":\"\(String(repeating: "9", count: 5000))\",\"currency\":\"USD\"}"
    let round =
      #"{"subject":"company/a","kind":"funding_round","occurred":"2025","data":{"stage":"seed","amount":"# + amount
      + "}}"
    let outcome = try dealtrail("append", "-", input: round)
    #expect(outcome.code == 65 && outcome.errors.contains("at most 40 digits"), "\(outcome.errors.prefix(300))")
  }

  @Test(
    "A definition that is too large or too deep is refused with the limit",
    arguments: [
      (5_000_000, "at most 4194304 bytes|more than 4194304 bytes"), (100_000, "deeper than 1000"),
      (3000, "deeper than 1000"),
    ])
  func definition(count: Int, reasons: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let settings = dealtrail.workspace.appending(path: "dealtrail.yaml")
    try Data("audit: \(String(repeating: "[", count: count))".utf8).write(to: settings)
    let (outcome, memory) = try Self.run(["audit", "--workspace", dealtrail.workspace.path])
    #expect(
      outcome.code == 65 && reasons.split(separator: "|").contains { outcome.errors.contains($0) }, "\(outcome.errors)")
    #expect(memory < Self.maximumMemory)
  }

  @Test("A table that says that it has 600 MB is not read to find out")
  func largeTable() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let file = dealtrail.workspace.appending(path: "large.csv")
    try Data("a,b\n".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 600_000_000)
    try handle.close()
    let (outcome, memory) = try Self.run(
      ["import", "csv", file.path, "--mapping", "sec-aaer", "--workspace", dealtrail.workspace.path])
    #expect(outcome.code == 65 && outcome.errors.contains("more than 134217728 bytes"), "\(outcome)")
    #expect(memory < Self.maximumMemory)
  }

  @Test(
    "A mapping cannot name a file outside of the workspace",
    arguments: ["../../evil", "/tmp/evil", "..", ".hidden", "a/b", "a\\0b", " "])
  func mappingID(id: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let mapping = dealtrail.workspace.appending(path: "mapping.yaml")
    let shipped = try Binary.run(["import", "csv", "--print-mapping", "us-hq-moves"]).output
    try Data(shipped.replacing("id: us-hq-moves", with: "id: \"\(id)\"").utf8).write(to: mapping)
    let table = dealtrail.workspace.appending(path: "table.csv")
    try Data("a\n1\n".utf8).write(to: table)
    let outcome = try dealtrail("import", "csv", table.path, "--mapping", mapping.path)
    #expect(outcome.code == 65 && outcome.errors.contains("ASCII letters"), "\(outcome.errors)")
  }

  /// The id of the first event.
  private func firstID(_ dealtrail: Binary) throws -> String {
    String(try dealtrail("log", "--format", "jsonl").output.split(separator: "\"id\":\"")[1].prefix(36))
  }

  /// A workspace with an event and a checkpoint.
  private func office() throws -> Binary {
    let dealtrail = try Binary()
    try #require(try dealtrail("append", "-", "--quiet", input: Self.event).code == 0)
    try #require(try dealtrail("checkpoint", "--quiet").code == 0)
    return dealtrail
  }

  @Test(
    "A result is not written over the workspace, nor over a file with something else",
    arguments: ["log.sqlite", "keys/signer", "dealtrail.yaml", ""])
  func outputs(name: String) throws {
    let dealtrail = try office()
    defer { dealtrail.remove() }
    let mine = URL(filePath: dealtrail.workspace.path + "-mine")
    let target = name.isEmpty ? mine : dealtrail.workspace.appending(path: name)
    try Data("mine".utf8).write(to: mine)
    defer { try? FileManager.default.removeItem(at: mine) }
    let before = try Data(contentsOf: target)
    let id = try firstID(dealtrail)
    let proved = try dealtrail("prove", id, "--output", target.path)
    #expect(proved.code == 64, "\(proved)")
    let table = dealtrail.workspace.appending(path: "table.csv")
    try Data("a\n1\n".utf8).write(to: table)
    let imported = try dealtrail("import", "csv", table.path, "--mapping", "us-hq-moves", "--rejects", target.path)
    #expect(imported.code == 64, "\(imported)")
    #expect(try Data(contentsOf: target) == before)
  }

  @Test("A log that is lost is not begun anew", arguments: [true, false])
  func lostLog(isEmpty: Bool) throws {
    let dealtrail = try office()
    defer { dealtrail.remove() }
    let log = dealtrail.workspace.appending(path: "log.sqlite")
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.path + suffix) }
    if isEmpty { try Data().write(to: log) }
    for arguments in [["append", "-"], ["log"], ["timeline", "a"], ["checkpoint"], ["verify"]] {
      let outcome = try Binary.run(arguments + ["--workspace", dealtrail.workspace.path], input: Self.event)
      #expect(outcome.code == 5, "\(arguments): \(outcome)")
    }
    #expect(try Binary.run(["init", dealtrail.workspace.path]).code == 5)
    #expect((try? Data(contentsOf: log))?.isEmpty ?? true)
  }

  /// Refused folders were remembered once, and the next erasure would have reached for what is in them.
  @Test(
    "Publishing into a folder of something else changes and remembers nothing",
    arguments: ["", "keys", "other", "file"])
  func publish(name: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let other = dealtrail.workspace.appending(path: "other")
    try FileManager.default.createDirectory(at: other.appending(path: "payload"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: other.appending(path: "payload/mine.txt"))
    try Data("mine".utf8).write(to: other.appending(path: "index.html"))
    try Data("mine".utf8).write(to: dealtrail.workspace.appending(path: "file"))
    let appended = try dealtrail("append", "-", "--format", "jsonl", input: Self.event)
    #expect(appended.code == 0)
    let outcome = try dealtrail("publish", dealtrail.workspace.path + "/" + name)
    #expect(outcome.code == 1, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: dealtrail.workspace.path + "/publications"))
    let id = try firstID(dealtrail)
    let redacted = try dealtrail("redact", id, "--reason", "asked for")
    #expect(redacted.code == 0, "\(redacted.errors)")
    #expect(try String(contentsOf: other.appending(path: "payload/mine.txt"), encoding: .utf8) == "mine")
  }

  /// One that cannot be reached kept an erasure from all folders after it.
  @Test("A folder of another log is not remembered, and one that is gone keeps no other from an erasure")
  func erasureGoesOn() throws {
    let (dealtrail, other) = (try office(), try office())
    defer { dealtrail.remove() }
    defer { other.remove() }
    let folders = ["gone", "kept"].map { dealtrail.workspace.path + "-" + $0 }
    let foreign = other.workspace.path + "-public"
    defer { for folder in folders + [foreign] { try? FileManager.default.removeItem(atPath: folder) } }
    #expect(try other("publish", foreign).code == 0)
    #expect(try dealtrail("publish", foreign).code == 1)
    for folder in folders { #expect(try dealtrail("publish", folder).code == 0) }
    try FileManager.default.removeItem(atPath: folders[0])
    let id = try firstID(dealtrail)
    let redacted = try dealtrail("redact", id, "--reason", "asked for")
    #expect(
      redacted.code == 1 && redacted.errors.contains(folders[0]) && !redacted.errors.contains(foreign), "\(redacted)")
    let payload = try String(contentsOfFile: folders[1] + "/payload/000.jsonl", encoding: .utf8)
    #expect(!payload.contains("\"count\""))
  }

  /// A tile that is full takes the place of its parts, which are removed.
  @Test func tilesAreNotWrittenOrRemovedThroughLinks() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let elsewhere = dealtrail.workspace.path + "-elsewhere"
    defer { try? FileManager.default.removeItem(atPath: elsewhere) }
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    for name in ["7", "letter.txt"] { try Data("mine".utf8).write(to: URL(filePath: elsewhere + "/" + name)) }
    #expect(try dealtrail("append", "-", input: KillTests.lines(0..<200)).code == 0)
    #expect(try dealtrail("checkpoint").code == 0)
    let partials = dealtrail.workspace.path + "/checkpoints/tile/0/000.p"
    try FileManager.default.removeItem(atPath: partials)
    try FileManager.default.createSymbolicLink(atPath: partials, withDestinationPath: elsewhere)
    #expect(try dealtrail("append", "-", input: KillTests.lines(200..<300)).code == 0)
    let refused = try dealtrail("checkpoint")
    #expect(refused.code == 65 && refused.errors.contains("000.p is a symbolic link"), "\(refused)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).sorted() == ["7", "letter.txt"])
    try FileManager.default.removeItem(atPath: partials)
    #expect(try dealtrail("checkpoint").code == 0)
  }

  @Test(
    "A name of the program's in a workspace that is a link is not followed",
    arguments: [
      "log.sqlite", "log.sqlite.lock", "views.sqlite", "keys", "checkpoints", "audits", "imports", "publications",
      "dealtrail.yaml",
      "erasure.pending",
    ])
  func link(name: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let elsewhere = dealtrail.workspace.path + "-elsewhere"
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: elsewhere + end) } }
    let path = dealtrail.workspace.path + "/" + name
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.moveItem(atPath: path, toPath: elsewhere)
    }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
    let before = try? FileManager.default.attributesOfItem(atPath: elsewhere)[.modificationDate] as? Date
    for arguments in [
      ["append", "-"], ["timeline", "a"], ["checkpoint"], ["audit"], ["backup", elsewhere + "-backups"],
    ] {
      let outcome = try Binary.run(arguments + ["--workspace", dealtrail.workspace.path], input: Self.event)
      #expect(outcome.code == 65 && outcome.errors.contains("symbolic link"), "\(arguments): \(outcome)")
    }
    let after = try? FileManager.default.attributesOfItem(atPath: elsewhere)[.modificationDate] as? Date
    #expect(after == before)
    let doctor = try dealtrail("doctor")
    #expect(doctor.output.contains("symbolic_link"), "\(doctor.output)")
  }
}
