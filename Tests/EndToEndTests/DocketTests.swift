import CanonicalJSON
import Testing

@Suite struct DocketTests {
  private static func probe(_ occurred: String, _ phase: String, _ authority: String = "us-cfius") -> String {
    PlantedFault.claim(
      "a", "regulatory_probe", occurred,
      #"{"authority":"authority/\#(authority)","jurisdiction":"US","phase":"\#(phase)","topic":"worded on \#(occurred)"}"#
    )
  }

  private static func rows(_ outcome: Binary.Outcome) throws -> [JSONValue] {
    try JSONReader.read(Array(outcome.output.utf8.dropLast())).array ?? []
  }

  @Test func aMatterIsOneUntilItEndsAndAnotherAfterThat() throws {
    let licence = #"{"authority":"authority/cn","topic":"data_export","decision":"applied"}"#
    let dealtrail = try AuditCommandTests.workspace([
      Self.probe("2020-03-01", "opened"), Self.probe("2020-05", "extended"), Self.probe("2020-09-30", "cleared"),
      Self.probe("2020-10-02", "closed"), Self.probe("2022-01-01", "opened"), Self.probe("2021-01-01", "opened", "eu"),
      PlantedFault.claim("a", "license_decision", "2023", licence),
      PlantedFault.claim("a", "license_decision", "2024-02-01", licence.replacing("applied", with: "denied")),
    ])
    defer { dealtrail.remove() }
    let rows = try Self.rows(dealtrail("docket", "--as-of", "2024-03-01", "--format", "json"))
    let shown = rows.map { row in
      ["type", "authority", "state", "phase", "opened"].map { row[$0]?.string ?? "" } + [
        "\(row["age_days"]?.integer ?? -1)"
      ]
    }
    #expect(
      shown == [
        ["probe", "authority/us-cfius", "closed", "closed", "2020-03-01", "215"],
        ["probe", "authority/eu", "open", "opened", "2021-01-01", "1155"],
        ["probe", "authority/us-cfius", "open", "opened", "2022-01-01", "790"],
        ["licence", "authority/cn", "closed", "denied", "2023", "396"],
      ], "\(shown)")
    #expect(rows.allSatisfy { $0["evidence"]?.array?.isEmpty == false } && rows[0]["evidence"]?.array?.count == 4)
    #expect(try Self.rows(dealtrail("docket", "a", "--open", "--as-of", "2020-04-01", "--format", "json")).count == 1)
    #expect(try Self.rows(dealtrail("docket", "--format", "json")).count == 4)
    #expect(try dealtrail("projections", "check").code == 0)
  }

  /// An end that is known by its year alone comes before its beginning, and is its end all the same.
  @Test func anEndThatIsKnownLessFinelyEndsTheMatter() throws {
    let licence = #"{"authority":"authority/cn","topic":"data_export","decision":"applied"}"#
    let dealtrail = try AuditCommandTests.workspace([
      Self.probe("2024-03", "opened"), Self.probe("2024", "cleared"), Self.probe("2025-01", "opened"),
      PlantedFault.claim("a", "license_decision", "2024-05", licence),
      PlantedFault.claim("a", "license_decision", "2024", licence.replacing("applied", with: "approved")),
      PlantedFault.claim(
        "a", "regulatory_probe", "2024-06",
        #"{"authority":"authority/eu","jurisdiction":"US","phase":"opened","topic":"t"}"#, status: "denied"),
    ])
    defer { dealtrail.remove() }
    let rows = try Self.rows(dealtrail("docket", "--format", "json")).map { row in
      ["type", "state", "phase", "opened"].map { row[$0]?.string ?? "" }
    }
    #expect(
      rows == [
        ["probe", "closed", "cleared", "2024-03"], ["licence", "closed", "approved", "2024-05"],
        ["probe", "open", "opened", "2025-01"],
      ], "\(rows)")
  }

  /// Scores by hand: (0.8 − 1)² = 0.04 and (0.3 − 0)² = 0.09, whose mean is 0.065.
  @Test func forecastsAreDueResolvedAndScored() throws {
    func forecast(_ number: Int, _ more: String) -> String {
      #"{"id":"00000000-0000-8000-8000-00000000000\#(number)","subject":"sector/ai","kind":"forecast_made","occurred":"2024","#
        + #""data":{"speaker":"person/p-1","statement":"s\#(number)"\#(more)},"sources":[]}"#
    }
    func resolved(_ number: Int, _ outcome: String) -> String {
      #"{"subject":"sector/ai","kind":"forecast_resolved","occurred":"2025","#
        + #""data":{"forecast":"00000000-0000-8000-8000-00000000000\#(number)","outcome":"\#(outcome)"},"sources":[]}"#
    }
    let dealtrail = try AuditCommandTests.workspace([
      forecast(1, #","probability":0.8,"horizon":"2025""#), forecast(2, #","probability":0.3"#),
      forecast(3, #","probability":0.9,"horizon":"2024-06""#), forecast(4, #","horizon":"2030""#),
      forecast(5, #","probability":0.5"#), resolved(1, "true"), resolved(2, "false"), resolved(4, "true"),
      resolved(5, "ambiguous"),
    ])
    defer { dealtrail.remove() }
    let rows = try Self.rows(dealtrail("forecasts", "--format", "json"))
    #expect(rows.map { $0["state"]?.string } == ["resolved", "resolved", "due", "resolved", "resolved"])
    let scores = rows.map { $0["brier"]?.number.map { ($0 * 1e9).rounded() / 1e9 } }
    #expect(scores == [0.04, 0.09, nil, nil, nil])
    let speakers = try Self.rows(dealtrail("forecasts", "--by-speaker", "--format", "json"))
    #expect(speakers.count == 1 && speakers[0]["scored"]?.integer == 2 && speakers[0]["due"]?.integer == 1)
    #expect(abs((speakers[0]["brier"]?.number ?? 0) - 0.065) < 1e-12)
    // Before the resolutions were made, nothing was resolved; what is due depends on the day.
    let then = try Self.rows(dealtrail("forecasts", "--as-of", "2024-12-31", "--format", "json"))
    #expect(then.map { $0["state"]?.string } == ["open", "open", "due", "open", "open"])
    #expect(try Self.rows(dealtrail("forecasts", "person/p-1", "--due", "--format", "json")).count == 1)
  }
}
