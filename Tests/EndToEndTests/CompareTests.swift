import CanonicalJSON
import Foundation
import Testing

@Suite struct CompareTests {
  @Test func companiesStandSideBySide() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    let rows = try ViewsCommandTests.json(dealtrail("compare", "manus", "zhipu", "--format", "json"))
    func row(_ aspect: String) throws -> JSONValue { try #require(rows.first { $0["aspect"]?.string == aspect }) }
    #expect(try row("stage")["company/manus"]?.string == "resell" && row("stage")["company/zhipu"]?.string == "none")
    #expect(
      try row("reviews")["company/manus"]?.string == "approval_missing"
        && row("reviews")["company/zhipu"]?.isNull == true)
    // The numbers are those of the indicators.
    let indicators = try ViewsCommandTests.json(dealtrail("indicators", "manus", "--format", "json"))
    #expect(try row("composite")["company/manus"]?.number == indicators[0]["value"]?.number)
    let then = try ViewsCommandTests.json(
      dealtrail("compare", "manus", "zhipu", "--as-of", "2025-05-31", "--format", "json"))
    #expect(then.first { $0["aspect"]?.string == "stage" }?["company/manus"]?.string == "buy_in")
    #expect(try dealtrail("compare", "manus").code == 64)
  }

  @Test func aDifferenceIsWhatWasLearnedAndWhatItMoved() throws {
    let profile = #"{"names":[{"name":"A"}],"home_jurisdiction":"CN"}"#
    let dealtrail = try AuditCommandTests.workspace([PlantedFault.claim("a", "company_profiled", "2020", profile)])
    defer { dealtrail.remove() }
    func now() -> String {
      // To the microsecond, so that the moment is between the two appends.
      let parts = String(format: "%.6f", Date().timeIntervalSince1970).split(separator: ".")
      let whole = Date(timeIntervalSince1970: Double(parts[0])!).ISO8601Format().dropLast()
      return "\(whole).\(parts[1])Z"
    }
    let before = now()
    let move = #"{"what":"headquarters","from":{"country":"CN"},"to":{"country":"SG"}}"#
    _ = try dealtrail("append", input: PlantedFault.claim("a", "relocation", "2025", move))
    let after = now()
    func diff(_ moments: String...) throws -> JSONValue {
      let outcome = try Binary.run(
        ["diff", "--workspace", dealtrail.workspace.path, "--format", "json", "--known-at"] + moments)
      return try JSONReader.read(Array(outcome.output.utf8.dropLast()))
    }
    let changed = try diff(before, after)
    #expect(changed["learned"]?.array?.map { $0["kind"]?.string } == ["relocation"])
    let moved = changed["moved"]?.array ?? []
    func change(_ aspect: String) -> JSONValue? { moved.first { $0["aspect"]?.string == aspect } }
    #expect(change("place")?["before"]?.isNull == true && change("place")?["after"]?.number == 1)
    #expect(change("claims")?["before"]?.integer == 1 && change("claims")?["after"]?.integer == 2)
    #expect(change("stage") == nil && change("coverage") != nil, "only what moved")
    // Nothing between one moment and itself; the other way round is refused.
    #expect(try diff(after, after)["moved"]?.array == [] && diff(after, after)["learned"]?.array == [])
    let refused = try Binary.run(["diff", "--workspace", dealtrail.workspace.path, "--known-at", after, before])
    #expect(refused.code == 65 && refused.errors.contains("is after"))
    #expect(try dealtrail("diff", "--known-at", after).code == 64)
  }
}
