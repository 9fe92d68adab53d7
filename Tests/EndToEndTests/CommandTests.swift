import CanonicalJSON
import Foundation
import Testing

/// Runs the real binary, as built beside the tests.
struct Binary {
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  let workspace: URL

  init() throws {
    workspace = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
    let made = try Self.run(["init", workspace.path])
    try #require(made.code == 0, "\(made.errors)")
  }

  func callAsFunction(_ arguments: String..., input: String = "") throws -> Outcome {
    try Self.run(arguments + ["--workspace", workspace.path], input: input)
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  /// The binary beside the tests, else that of the debug build.
  static var program: URL {
    let beside = Bundle.main.executableURL!.deletingLastPathComponent().appending(path: "dealtrail")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : root.appending(path: ".build/debug/dealtrail")
  }

  /// Where the runs of this process keep what an account keeps, so that nobody's own is touched.
  static let configuration: URL = {
    atexit { try? FileManager.default.removeItem(at: Binary.configuration) }
    return FileManager.default.temporaryDirectory.appending(
      path: "dealtrail-config-\(ProcessInfo.processInfo.processIdentifier)")
  }()

  /// - Parameters:
  ///   - program: another one than dealtrail; it runs in the project's folder.
  ///   - environment: what it sees besides ours.
  static func run(
    _ arguments: [String], input: String = "", program: URL = program, environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-io-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appending(path: name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CONFIG_HOME": configuration.path].merging(environment) { $1 }, uniquingKeysWith: { $1 })
    process.currentDirectoryURL = root
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }

  func remove() { try? FileManager.default.removeItem(at: workspace) }
}

@Suite struct CommandTests {
  static let cases = Binary.root.appending(path: "Events/Cases/cases.jsonl")

  @Test func theCaseFileIsAppendedOnceAndReadBack() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let lines = try String(contentsOf: Self.cases, encoding: .utf8).split(separator: "\n").count
    let first = try dealtrail("append", Self.cases.path, "--format", "json")
    #expect(
      first.output == #"{"appended":\#(lines),"duplicates":0,"first_position":1,"last_position":\#(lines)}"# + "\n")
    let again = try dealtrail("append", Self.cases.path, "--format", "json")
    #expect(try JSONReader.read(Array(again.output.utf8.dropLast()))["duplicates"]?.integer == lines)
    let log = try dealtrail("log", "--format", "jsonl").output.split(separator: "\n")
    #expect(log.count == lines)
    let events = try log.map { try JSONReader.read(Array($0.utf8)) }
    #expect(events.map { $0["position"]?.integer } == Array(1...lines))
    #expect(events.allSatisfy { !($0["sources"]?.array ?? []).isEmpty }, "every shipped claim has a source")
    // What one log exports, another takes whole: same ids, same claims.
    let other = try Binary()
    defer { other.remove() }
    let copied = try other("append", "--format", "json", input: log.joined(separator: "\n"))
    #expect(copied.output == first.output)
  }

  @Test func everyBadLineIsNamedAndNothingIsWritten() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let good = #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"}}}"#
    let outcome = try dealtrail(
      "append",
      input: [good, "{", good.replacing("2025", with: "2025-13"), "", good.replacing("CN", with: "XX")]
        .joined(separator: "\n"))
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    for place in ["stdin:2:", "stdin:3: occurred:", "stdin:5: data.place.country:"] {
      #expect(outcome.errors.contains(place))
    }
    #expect(try dealtrail("log").output.isEmpty)
  }

  @Test(
    arguments: [
      (["bogus"], 64), (["append", "/no/such/file"], 1), (["show", "xyz"], 65),
      (["show", "00000000-0000-8000-8000-000000000000"], 1), (["log", "--subject", "A B"], 1),
    ] as [([String], Int32)])
  func exitCodes(arguments: [String], code: Int32) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let outcome = try Binary.run(
      arguments == ["bogus"] ? arguments : arguments + ["--workspace", dealtrail.workspace.path])
    #expect(outcome.code == code && !outcome.errors.isEmpty)
  }
}
