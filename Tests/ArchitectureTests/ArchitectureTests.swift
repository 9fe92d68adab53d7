import Foundation
import Testing

/// Reads the sources: who imports whom, how long files are, and what is banned.
@Suite struct ArchitectureTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  static func files(_ folder: String) -> [URL] {
    let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  static func lines(_ file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(
    arguments: [
      ("Sources", ["DealEvents", "DealProjections", "DealImport", "ArgumentParser"]),
      ("Events", ["DealProjections", "DealImport", "SQLiteLog", "SQLiteViews", "GRDB", "Foundation"]),
      ("Projections", ["DealImport", "SQLiteLog", "SQLiteViews", "GRDB", "ArgumentParser"]),
      ("Sources/Auditing/Checks", ["SQLiteLog", "SQLiteStorage", "GRDB"]),
      ("Tools/Audit/Checks", ["SQLiteLog", "SQLiteViews", "GRDB", "ArgumentParser"]),
    ])
  func importsPointDownwards(folder: String, banned: [String]) throws {
    let files = Self.files(folder)
    try #require(!files.isEmpty)
    for file in files {
      for line in try Self.lines(file) where line.contains("import ") {
        let module = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(!banned.contains(module), "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  /// A projection or a check has no clock, no randomness, no input or output.
  @Test(arguments: ["Projections", "Sources/Projecting", "Sources/Auditing/Checks", "Tools/Audit"])
  func projectionsAndChecksArePure(folder: String) throws {
    let banned = ["Date()", "Timestamp.now", "random", "SystemRandom", "FileManager", "getenv", "print("]
    for file in Self.files(folder) {
      for line in try Self.lines(file) where !line.contains("//") {
        for word in banned { #expect(!line.contains(word), "\(file.lastPathComponent): \(line)") }
      }
    }
  }

  /// Prose in help is filled to whatever width a terminal has; an example that is too long for 80 columns would be broken.
  @Test func examplesInHelpFitATerminal() throws {
    var examples = 0
    for file in Self.files("Tools/dealtrail") {
      let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "discussion: \"\"\"\n")
        .dropFirst()
      for part in parts {
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false).prefix {
          !$0.drop { $0 == " " }.hasPrefix("\"\"\"")
        }
        let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        for line in lines.map({ $0.dropFirst(indent) }) where line.hasPrefix("  ") {
          examples += 1
          #expect(line.count <= 80, "\(file.lastPathComponent): \(line)")
        }
      }
    }
    #expect(examples > 80)
  }

  @Test(arguments: ["Sources", "Events", "Projections", "Tools", "Tests", "docs/examples/swift-projection/Sources"])
  func filesAreShortAndWellNamed(folder: String) throws {
    for file in Self.files(folder) {
      let lines = try Self.lines(file)
      // Tables that a script of Tools generates say so.
      if lines.dropFirst().first?.hasPrefix("// Generated from ") == true { continue }
      #expect(lines.count <= 400, "\(file.lastPathComponent) is too long")
      for word in ["Utils", "Manager", "Helper"] { #expect(!file.lastPathComponent.contains(word)) }
    }
  }
}
