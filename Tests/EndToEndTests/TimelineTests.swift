import CanonicalJSON
import Foundation
import Testing

@Suite struct TimelineTests {
  static func timeline(_ dealtrail: Binary, _ arguments: String...) throws -> JSONValue {
    let outcome = try Binary.run(
      ["timeline"] + arguments + ["--format", "json", "--workspace", dealtrail.workspace.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try JSONReader.read(Array(outcome.output.utf8))
  }

  @Test func manusShowsTheThreeStepsAndTheReviewInOrder() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    _ = try dealtrail("append", CommandTests.cases.path)
    let entries = try #require(try Self.timeline(dealtrail, "manus")["entries"]?.array)
    let days = entries.compactMap { ($0["earliest"]?.string ?? $0["latest"]?.string) }
    #expect(days == days.sorted() && days.count == entries.count)
    func first(_ kind: String, _ part: String) -> Int? {
      entries.firstIndex { $0["kind"]?.string == kind && $0["title"]?.string?.contains(part) == true }
    }
    let steps = [
      first("funding_round", "led by benchmark"), first("relocation", "headquarters"), first("layoff", "jobs in China"),
      first("acquisition", "by meta announced"), first("regulatory_probe", "cn-mofcom review opened"),
      first("regulatory_probe", "cn-ndrc review blocked"),
    ].compactMap { $0 }
    #expect(steps.count == 6 && steps == steps.sorted())
    let early = try #require(try Self.timeline(dealtrail, "manus", "--as-of", "2025-05-01")["entries"]?.array)
    #expect(!early.isEmpty && early.allSatisfy { ($0["earliest"]?.string ?? "") <= "2025-05-01" })
    let investor = try #require(try Self.timeline(dealtrail, "investor/benchmark")["entries"]?.array)
    #expect(investor.contains { $0["role"]?.string == "lead_investor" })
  }

  @Test func whatWasKnownIsAPrefixOfTheLog() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let first =
      #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"},"count":5}}"#
    _ = try dealtrail("append", input: first)
    let event = try JSONReader.read(Array(try dealtrail("log", "--format", "jsonl").output.utf8))
    let known = try #require(event["recorded"]?.string)
    let id = try #require(event["id"]?.string)
    let correction =
      #"{"subject":"company/a","kind":"event_corrected","occurred":"2026","data":{"target":"\#(id)","reason":"recount","data":{"place":{"country":"CN"},"count":7}}}"#
    #expect(try dealtrail("append", input: correction).code == 0)
    func titles(_ arguments: String...) throws -> [String?] {
      let outcome = try Binary.run(
        ["timeline", "a", "--format", "json", "--workspace", dealtrail.workspace.path] + arguments)
      return try JSONReader.read(Array(outcome.output.utf8))["entries"]?.array?.map { $0["title"]?.string } ?? []
    }
    #expect(try titles() == ["7 jobs in China"])
    #expect(try titles("--known-at", known) == ["5 jobs in China"])
    #expect(try titles("--known-at", "2020-01-01") == [])
  }
}
