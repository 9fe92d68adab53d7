import CanonicalJSON
import Foundation
import Testing

@Suite struct AmendingTests {
  @Test func correctRetractDisputeConfirm() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    _ = try dealtrail(
      "append",
      input: #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"},"count":5}}"#)
    let event = try JSONReader.read(Array(try dealtrail("log", "--format", "jsonl").output.utf8))
    let id = try #require(event["id"]?.string)
    func amend(_ arguments: String...) throws -> String {
      let outcome = try Binary.run(arguments + ["--reason", "test", "--workspace", dealtrail.workspace.path])
      try #require(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.trimmingSuffix { $0.isNewline }
    }
    func shown() throws -> [String] {
      try (TimelineTests.timeline(dealtrail, "a")["entries"]?.array ?? []).map { entry in
        "\(entry["title"]?.string ?? "") \(entry["status"]?.string ?? "") \(entry["disputed"] == true)"
      }
    }
    let correction = try amend("correct", id, "--data", #"{"place":{"country":"SG"},"count":7}"#)
    #expect(try shown() == ["7 jobs in Singapore reported false"])
    _ = try amend("dispute", id)
    _ = try amend("confirm", id, "--source", "https://example.org/a")
    #expect(try shown() == ["7 jobs in Singapore confirmed true"])
    _ = try amend("retract", correction)
    #expect(try shown() == ["5 jobs in China confirmed true"])
    let retraction = try amend("retract", id)
    #expect(try shown() == [])
    _ = try amend("retract", retraction)
    #expect(try shown() == ["5 jobs in China confirmed true"])
    let wrong = try dealtrail("correct", id, "--reason", "test", "--data", #"{"count":7}"#)
    #expect(wrong.code == 65 && wrong.errors.contains("data.place: is missing"))
  }
}

extension String {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, condition(last) { text.removeLast() }
    return text
  }
}
