import CanonicalJSON
import Foundation
import Testing

/// One night after the other.
@Suite struct AuditNightsTests {
  @Test func whatThereWasNoTimeForIsCarriedOver() throws {
    let dealtrail = try AuditCommandTests.workspace([PlantedFault.all[0].lines[0]])
    defer { dealtrail.remove() }
    func audit(_ day: String, _ more: String...) throws -> AuditOutcome {
      try AuditOutcome(
        Binary.run(["audit", "--workspace", dealtrail.workspace.path, "--format", "json", "--today", day] + more))
    }
    let id = try #require(audit("2026-11-01").findings(of: "no_source").first?["id"]?.string)
    let short = try audit("2026-11-02", "--max-duration", "0s")
    let parts = short.findings(of: "audit_unfinished").compactMap { $0["message"]?.string }
    let unfinished = Set(parts.map { String($0.prefix { $0 != ":" }) })
    #expect(unfinished == ["views", "catch-up", "movements", "standings", "quality"], "\(parts)")
    #expect(short.state(of: id) == nil && !short.gone.contains(id))
    // However short the time, a part of the log is read, so that every scan gets on.
    #expect(short.json["whole_scan"]?.bool == true)
    #expect(short.json["carried"]?.array?.contains { $0["id"]?.string == id } == true)
    let full = try audit("2026-11-03")
    let finding = try #require(full.findings.first { $0["id"]?.string == id })
    #expect(finding["state"]?.string == "persisting" && finding["since"]?.string == "2026-11-01")
    // A rule that was left out takes nothing with it.
    let other = try audit("2026-11-04", "--only", "no_archive")
    #expect(!other.gone.contains(id) && other.json["root"]?.string != nil)
    #expect(try audit("2026-11-05").state(of: id) == "persisting")
  }

  @Test func anIndicatorThatMovedIsSaidOnceWithItsEvidence() throws {
    let profile = #"{"names":[{"name":"A"}],"home_jurisdiction":"CN"}"#
    let dealtrail = try AuditCommandTests.workspace([PlantedFault.claim("a", "company_profiled", "2020", profile)])
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    let move = #"{"what":"headquarters","from":{"country":"CN"},"to":{"country":"SG"}}"#
    _ = try dealtrail("append", input: PlantedFault.claim("a", "relocation", "2025", move))
    let second = try AuditOutcome(dealtrail("audit", "--format", "json"))
    let moved = try #require(second.findings(of: "indicator_moved").first)
    let event = try JSONReader.read(
      Array(dealtrail("log", "--format", "jsonl", "--from", "3", "--limit", "1").output.utf8.dropLast()))
    #expect(moved["subject"]?.string == "company/a" && moved["evidence"]?.array?.contains(event["id"] ?? .null) == true)
    #expect(
      try String(contentsOf: dealtrail.workspace.appending(path: "audits/latest.html"), encoding: .utf8).contains(
        "<polyline"))
    let third = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(third.findings(of: "indicator_moved").isEmpty && third.gone == [moved["id"]?.string])
  }

  /// Results repeat what claims say; what was erased is to be in none of them.
  @Test func anErasedClaimIsInNoResult() throws {
    let secret = "张伟甲"
    let sources = #"{"url":"https://example.org/a","title":"\#(secret) one"}"#
    let other = #"{"url":"https://example.org/a","title":"Tax returns"}"#
    let layoff = #"{"place":{"country":"SG"}}"#
    let dealtrail = try AuditCommandTests.workspace([
      PlantedFault.claim("a", "layoff", "2024", layoff, sources: sources),
      PlantedFault.claim("b", "layoff", "2024", layoff, sources: other),
    ])
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    let output = dealtrail.workspace.appending(path: "pages").path
    // Folders whose names are one text to Swift.
    for name in ["caf\u{E9}", "cafe\u{301}"] {
      #expect(try dealtrail("audit", "--output", dealtrail.workspace.path + "/" + name).code == 0)
    }
    let second = try AuditOutcome(dealtrail("audit", "--format", "json", "--output", output))
    #expect(second.findings(of: "conflicting_titles").first?["message"]?.string?.contains(secret) == true)
    #expect(try RedactTests.files(in: dealtrail.workspace.path, with: secret).count { $0.hasPrefix("audits/") } == 7)
    func pages(_ name: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: dealtrail.workspace.path + "/" + name)
    }
    for name in ["caf\u{E9}", "cafe\u{301}"] { #expect(try pages(name).count == 4) }
    let id = try JSONReader.read(Array(dealtrail("log", "--format", "jsonl", "--limit", "1").output.utf8.dropLast()))[
      "id"]?.string
    let redacted = try dealtrail("redact", id ?? "", "--reason", "asked for")
    #expect(redacted.code == 0, "\(redacted.errors)")
    for name in ["caf\u{E9}", "cafe\u{301}"] { #expect(try pages(name).isEmpty) }
    #expect(try RedactTests.files(in: dealtrail.workspace.path, with: secret).isEmpty)
    // The next night still knows the one before.
    let third = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(third.gone.contains(second.findings(of: "conflicting_titles").first?["id"]?.string ?? "?"))
    #expect(third.findings.contains { $0["state"]?.string == "persisting" })
  }
}
