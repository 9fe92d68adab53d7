import CanonicalJSON
import Foundation
import FoundationXML
import Testing
import TimerUnits

/// What the audit writes for people and for other systems, and how it is run at night.
@Suite struct AuditPagesTests {
  /// Counts the elements of an XML document, and fails where it is none.
  private final class Elements: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var attributes: [String: [String: String]] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
      self.attributes[name] = self.attributes[name] ?? attributes
    }
  }

  private static let hostile = #"<script>alert(1)</script> | `x` ](javascript:1) \u0007\u202e & \"q\" ]]>"#

  private static func audited() throws -> (dealtrail: Binary, output: String) {
    let dealtrail = try AuditCommandTests.workspace([
      PlantedFault.claim(
        "faulty", "statement_made", "2024", #"{"speaker":"person/a","stance":"denies","text":"\#(hostile)"}"#,
        status: "rumoured",
        sources: #"{"url":"https://example.org/?a=\"><script>","title":"\#(hostile)"},{"title":"no link"}"#),
      PlantedFault.claim("faulty", "layoff", "2025", #"{"place":{"country":"SG"}}"#, sources: ""),
    ])
    let output = dealtrail.workspace.appending(path: "pages").path
    let outcome = try dealtrail("audit", "--output", output, "--fail-on", "warning", "--today", "2026-01-01")
    try #require(outcome.code == 3, "\(outcome.errors)")
    return (dealtrail, output)
  }

  @Test func junitIsWellFormedAndCounts() throws {
    let (dealtrail, output) = try Self.audited()
    defer { dealtrail.remove() }
    let parser = try XMLParser(data: Data(contentsOf: URL(filePath: output + "/audit.xml")))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    let totals = try #require(elements.attributes["testsuites"])
    #expect(elements.counts["testcase"].map { "\($0)" } == totals["tests"])
    #expect(elements.counts["failure"].map { "\($0)" } == totals["failures"] && elements.counts["failure"] ?? 0 >= 3)
    #expect(elements.counts["skipped"].map { "\($0)" } ?? "0" == totals["skipped"], "a case that passed counts")
  }

  /// What was found on an earlier night, and not looked at again, is told by every form that the exit code is told by.
  @Test func whatIsCarriedOverIsToldByEveryForm() throws {
    let (dealtrail, _) = try Self.audited()
    defer { dealtrail.remove() }
    let first = try JSONReader.read(Array(dealtrail("audit", "--format", "json").output.utf8.dropLast()))
    let warnings = (first["findings"]?.array ?? []).filter { $0["severity"]?.string != "info" }
    let skip = Set(warnings.compactMap { $0["rule"]?.string }).sorted().flatMap { ["--skip", $0] }
    try #require(!warnings.isEmpty)
    let output = dealtrail.workspace.path + "/carried"
    let outcome = try Binary.run(
      ["audit", "--fail-on", "warning", "--output", output, "--workspace", dealtrail.workspace.path] + skip)
    #expect(
      outcome.code == 3 && outcome.output.contains("\(warnings.count) of earlier nights to look at"), "\(outcome)")
    let xml = try String(contentsOfFile: output + "/audit.xml", encoding: .utf8)
    #expect(xml.contains("failures=\"\(warnings.count)\" errors"), "\(xml.prefix(300))")
    let page = try String(contentsOfFile: output + "/audit.md", encoding: .utf8)
    #expect(page.contains("\(warnings.count) of earlier nights"))
  }

  @Test func theHtmlPageRunsNothingLoadsNothingAndLinksEveryFindingToItsEvidence() throws {
    let (dealtrail, output) = try Self.audited()
    defer { dealtrail.remove() }
    let page = try String(contentsOfFile: output + "/audit.html", encoding: .utf8)
    #expect(try String(contentsOf: dealtrail.workspace.appending(path: "audits/latest.html"), encoding: .utf8) == page)
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;") && !page.contains("\u{202E}"))
    for loader in ["<link", "<img", "src=", "@import", "url("] { #expect(!page.contains(loader), "\(loader)") }
    #expect(page.contains(#"<a href="https://example.org/?a=&quot;&gt;&lt;script&gt;""#))
    let json = try JSONReader.read(
      Array(String(contentsOfFile: output + "/audit.json", encoding: .utf8).utf8.dropLast()))
    for finding in json["findings"]?.array ?? [] {
      let id = finding["id"]?.string ?? ""
      let start = try #require(page.range(of: "id=\"finding-\(id)\""), "\(id)")
      let end = page.range(of: "id=\"finding-", range: start.upperBound..<page.endIndex)?.lowerBound ?? page.endIndex
      for event in finding["evidence"]?.array ?? [] {
        #expect(page[start.upperBound..<end].contains(event.string ?? "?"))
      }
    }
  }

  @Test func markdownShowsClaimsAsTheyAre() throws {
    let (dealtrail, output) = try Self.audited()
    defer { dealtrail.remove() }
    let page = try String(contentsOfFile: output + "/audit.md", encoding: .utf8)
    #expect(page.hasPrefix("# Audit of ") && page.contains("\\<script\\>"))
    #expect(!page.replacing("\\<", with: "").contains("<"), "every one is escaped")
    #expect(page.contains("### warning: no\\_source (1)"))
  }

  /// Systemd's own judge, where there is one.
  @Test func theUnitsAreCleanByTheirJudge() throws {
    let judge = "/usr/bin/systemd-analyze"
    guard FileManager.default.isExecutableFile(atPath: judge) else {
      print("systemd-analyze is not installed; passing over its verdict on the units")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for unit in TimerUnits.all {
      // A program that is there, and a user.
      let text = unit.text.replacing("/usr/local/bin/dealtrail", with: "/bin/true")
        .replacing("/usr/bin/logger", with: "/bin/true").replacing("User=dealtrail", with: "User=root")
      try Data(text.utf8).write(to: folder.appending(path: unit.name.replacing("@.", with: "@srv-deals.")))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { folder.path + "/" + $0 }
    #expect(files.count == 3)
    let process = Process()
    process.executableURL = URL(filePath: judge)
    process.arguments = ["verify", "--man=no"] + files
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Other units of the machine may have faults of their own.
    let ours = said.split(separator: "\n").filter { $0.contains("dealtrail") }
    #expect(ours.isEmpty, "\(said)")
  }

  @Test(arguments: [
    "plain", "it's", "it'\u{301}s; exit 7; '\u{301}", "100% \"$HOME\" `exit 7`", "\u{600}'; exit 7; \u{600}'",
  ])
  func theTimerScriptIsAShellScriptForThisWorkspace(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = folder.path + "/" + name
    try #require(Binary.run(["init", workspace]).code == 0)
    let script = try Binary.run(["audit", "--install-timer", "--workspace", workspace]).output
    #expect(script.hasPrefix("#!/bin/sh"))
    for unit in TimerUnits.all { #expect(script.contains(unit.name)) }
    let shell = URL(filePath: "/bin/sh")
    #expect(try Binary.run(["-n", "-c", script], program: shell).code == 0)
    // What the shell hands to systemd.
    let line = try #require(script.split(separator: "\n").first { $0.hasPrefix("systemctl enable") })
      .replacing("systemctl enable --now", with: "printf %s").replacing("systemd-escape", with: "printf '%s\\n'")
    let handed = try Binary.run(["-c", String(line)], program: shell)
    #expect(handed.code == 0 && handed.output.hasSuffix("\n" + workspace), "\(handed)")
  }

  /// As cron starts it.
  @Test func anEmptyEnvironmentIsEnough() throws {
    let dealtrail = try AuditCommandTests.workspace()
    defer { dealtrail.remove() }
    let process = Process()
    process.executableURL = Binary.program
    process.arguments = ["audit", "--workspace", dealtrail.workspace.path, "--quiet"]
    process.environment = [:]
    process.currentDirectoryURL = URL(filePath: "/")
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try dealtrail("log", "--format", "jsonl").output.contains("audit_completed"))
  }

  @Test func everyRuleIsDescribed() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let rules = try #require(
      JSONReader.read(Array(dealtrail("audit", "--list", "--format", "json").output.utf8.dropLast())).array)
    #expect(Set(rules.compactMap { $0["family"]?.string }) == ["integrity", "views", "quality", "playbook", "upkeep"])
    for rule in rules {
      for member in ["id", "severity", "meaning", "remedy"] { #expect(rule[member]?.string?.isEmpty == false) }
    }
    let unknown = try dealtrail("audit", "--only", "no_such_rule")
    #expect(unknown.code == 64 && unknown.errors.contains("--list"))
  }
}
