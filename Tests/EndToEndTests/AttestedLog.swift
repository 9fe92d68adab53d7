import CanonicalJSON
import Foundation
import Testing

/// A workspace whose log was signed, for tests of proofs: `events` events, a checkpoint after each number of `signed`.
struct AttestedLog {
  let dealtrail: Binary
  var folder: String { dealtrail.workspace.path }
  let key: String

  init(_ batches: [Range<Int>], signs: Bool = true) throws {
    dealtrail = try Binary()
    for batch in batches {
      let appended = try dealtrail("append", input: KillTests.lines(batch))
      try #require(appended.code == 0, "\(appended.errors)")
      if signs { try #require(dealtrail("checkpoint").code == 0) }
    }
    key = try dealtrail("key", "show").output.trimmingCharacters(in: .newlines)
  }

  func path(_ name: String) -> String { dealtrail.workspace.appending(path: name).path }

  func checkpoint(_ size: Int) -> String { path("checkpoints/" + String(format: "%012d", size) + ".checkpoint") }

  func id(at position: Int) throws -> String {
    let line = try dealtrail("log", "--from", "\(position)", "--limit", "1", "--format", "jsonl").output
    return try #require(JSONReader.read(Array(line.utf8.dropLast()))["id"]?.string)
  }

  /// What `verify` prints as JSON, and its exit code.
  static func verify(_ arguments: [String]) throws -> (JSONValue, Int32) {
    let outcome = try Binary.run(["verify", "--format", "json"] + arguments)
    return (try JSONReader.read(Array(outcome.output.utf8.dropLast())), outcome.code)
  }

  func verify(_ arguments: String...) throws -> (JSONValue, Int32) {
    try Self.verify(arguments + ["--workspace", folder])
  }

  /// Holds that the workspace does not verify, and that the first finding is this one.
  func expectFinding(_ rule: String, at position: Int?, _ arguments: String..., line: SourceLocation = #_sourceLocation)
    throws
  {
    let (json, code) = try Self.verify(arguments + ["--workspace", folder])
    let first = json["findings"]?.array?.first
    #expect(
      code == 5 && json["intact"]?.bool == false && first?["rule"]?.string == rule
        && first?["position"]?.integer == position, "\(json)", sourceLocation: line)
  }

  func remove() { dealtrail.remove() }
}

extension FileManager {
  /// Every file below a folder, with its bytes.
  func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      if fileExists(atPath: folder + "/" + name, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
      }
    }
    return files
  }
}
