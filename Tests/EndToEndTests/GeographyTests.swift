import CanonicalJSON
import Testing

@Suite struct GeographyTests {
  private static func move(_ occurred: String, _ what: String, _ from: String, _ to: String) -> String {
    PlantedFault.claim(
      "a", "relocation", occurred, #"{"what":"\#(what)","from":{"country":"\#(from)"},"to":{"country":"\#(to)"}}"#)
  }

  private static func rows(_ outcome: Binary.Outcome) throws -> [String] {
    try (JSONReader.read(Array(outcome.output.utf8.dropLast())).array ?? []).map { row in
      let people = row["count"]?.integer.map { " \($0)" } ?? ""
      let since = row["since"]?.string ?? "–"
      let until = row["until"]?.string ?? "–"
      return "\(row["aspect"]?.string ?? "") \(row["country"]?.string ?? "") \(since) \(until)\(people)"
        + (row["disputed"]?.bool == true ? " !" : "")
    }
  }

  @Test func entitiesComeBackAndPlacesAreToldMoreFinely() throws {
    func entity(_ occurred: String, _ name: String, _ change: String, _ more: String = "") -> String {
      PlantedFault.claim(
        "a", "entity_changed", occurred, #"{"entity":"\#(name)","jurisdiction":"CN","change":"\#(change)"\#(more)}"#)
    }
    func seat(_ occurred: String, _ city: String, status: String = "confirmed") -> String {
      PlantedFault.claim(
        "a", "relocation", occurred, #"{"what":"headquarters","to":{"country":"SG"\#(city)}}"#, status: status)
    }
    let profile = #"{"names":[{"name":"A"}],"legal_entities":[{"name":"New","jurisdiction":"CN"}]}"#
    let dealtrail = try AuditCommandTests.workspace([
      entity("2018", "Back", "registered"), entity("2020", "Back", "deregistered"),
      entity("2024", "Back", "registered"),
      PlantedFault.claim("a", "company_profiled", "2019", profile),
      entity("2021", "Old", "renamed", #","new_name":"New""#),
      entity("2022", "New", "deregistered"), seat("2019", ""), seat("2020", #","city":"Singapore""#), seat("2021", ""),
      seat("2023", #","city":"Elsewhere""#, status: "denied"), entity("2024", "Brief", "deregistered"),
      entity("2024-03-01", "Brief", "registered"),
      PlantedFault.claim(
        "a", "relocation", "2025",
        #"{"what":"headquarters","from":{"country":"SG","city":"Jurong"},"to":{"country":"SG","city":"Tuas"}}"#),
    ])
    defer { dealtrail.remove() }
    let rows = try Self.rows(dealtrail("geography", "a", "--format", "json"))
    #expect(
      rows == [
        "headquarters SG 2019 2025", "headquarters SG 2025 –", "entity CN 2018 2020", "entity CN – 2022",
        "entity CN 2024 –", "entity CN 2024-03-01 2024",
      ], "\(rows)")
  }

  @Test func movesMakeAChainAndFiguresEndOneAnother() throws {
    let profile =
      #"{"names":[{"name":"A"}],"headcount":[{"country":"CN","count":90}],"#
      + #""legal_entities":[{"name":"A Beijing","jurisdiction":"CN","founded":"2018"}]}"#
    let dealtrail = try AuditCommandTests.workspace([
      PlantedFault.claim("a", "company_profiled", "2020", profile),
      PlantedFault.claim("a", "company_profiled", "2023", profile.replacing("90", with: "20")),
      Self.move("2021-05", "headquarters", "CN", "SG"), Self.move("2021-06-02", "headquarters", "CN", "SG"),
      Self.move("2024", "headquarters", "SG", "US"), Self.move("2022", "research", "CN", "JP"),
      PlantedFault.claim(
        "a", "entity_changed", "2024-02", #"{"entity":"A Beijing","jurisdiction":"CN","change":"deregistered"}"#),
      PlantedFault.claim("a", "relocation", "2025", #"{"what":"headquarters","to":{"country":"KY"}}"#),
    ])
    defer { dealtrail.remove() }
    let last = try JSONReader.read(Array(dealtrail("log", "--from", "8", "--format", "jsonl").output.utf8.dropLast()))
    _ = try dealtrail("dispute", last["id"]?.string ?? "", "--reason", "a letterbox")
    #expect(
      try Self.rows(dealtrail("geography", "a", "--format", "json")) == [
        "headquarters CN – 2021-05", "headquarters SG 2021-05 2024", "headquarters US 2024 –",
        "headquarters KY 2025 – !",
        "research JP 2022 –", "staff CN 2020 2023 90", "staff CN 2023 – 20", "entity CN 2018 2024-02",
      ])
    #expect(
      try Self.rows(dealtrail("geography", "a", "--aspect", "headquarters", "--as-of", "2022", "--format", "json"))
        == ["headquarters CN – 2021-05", "headquarters SG 2021-05 –"])
    #expect(try dealtrail("projections", "check").code == 0)
  }
}
