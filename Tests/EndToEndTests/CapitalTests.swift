import CanonicalJSON
import Foundation
import Testing

@Suite struct CapitalTests {
  private static func workspace(_ claims: (kind: String, occurred: String, data: String)...) throws -> Binary {
    try AuditCommandTests.workspace(claims.map { PlantedFault.claim("a", $0.kind, $0.occurred, $0.data) })
  }

  private static func capital(_ dealtrail: Binary, _ more: String...) throws -> JSONValue {
    let outcome = try Binary.run(["capital", "a", "--format", "json", "--workspace", dealtrail.workspace.path] + more)
    return try #require(JSONReader.read(Array(outcome.output.utf8.dropLast())).array?.first, "\(outcome.errors)")
  }

  private static let profile = (
    kind: "company_profiled", occurred: "2015", data: #"{"names":[{"name":"A"}],"home_jurisdiction":"CN"}"#
  )

  private static func parts(_ answer: JSONValue) -> [String] {
    (answer["parts"]?.array ?? []).map { part in
      ["investor", "origin", "country", "amount", "currency", "basis"].map { part[$0]?.string ?? "–" }.joined(
        separator: " ")
    }
  }

  /// A price that nobody paid raised nothing; a company may be listed twice.
  @Test func listingsCountOnceForEachTime() throws {
    func listing(_ exchange: String, _ phase: String, _ value: Int?) -> String {
      let raised = value.map { #","raised":{"value":"\#($0)","currency":"USD"}"# } ?? ""
      return #"{"exchange":"\#(exchange)","jurisdiction":"HK","phase":"\#(phase)"\#(raised)}"#
    }
    let dealtrail = try Self.workspace(
      Self.profile, ("listing", "2021-03-01", listing("HKEX", "priced", 900)),
      ("listing", "2021-04-01", listing("HKEX", "withdrawn", nil)),
      ("listing", "2015-03-02", listing("SGX", "priced", 10)), ("listing", "2015-03-03", listing("SGX", "listed", 10)),
      ("listing", "2018-03-01", listing("SGX", "delisted", nil)),
      ("listing", "2010-03-01", listing("LSE", "priced", 5)), ("listing", "2010-03-02", listing("LSE", "listed", nil)),
      ("listing", "2012-03-01", listing("LSE", "withdrawn", nil)),
      ("listing", "2023-03-01", listing("SGX", "listed", 20)))
    defer { dealtrail.remove() }
    #expect(
      try Self.parts(Self.capital(dealtrail)) == [
        "– public HK 5 USD whole", "– public HK 10 USD whole", "– public HK 20 USD whole",
      ])
  }

  @Test func partsOfARoundAreStatedSplitOrUnknown() throws {
    let round = """
      {"stage":"seed","amount":{"value":"100","currency":"CNY"},"investors":[
      {"id":"investor/x","jurisdiction":"US","amount":{"value":"40","currency":"CNY"}},{"id":"investor/y","jurisdiction":"HK"},
      {"id":"investor/z","jurisdiction":"CN","government":true},{"id":"investor/w"}]}
      """.replacing("\n", with: "")
    let dealtrail = try Self.workspace(
      Self.profile, ("funding_round", "2024-07-05", round),
      // One more report of the same round, in fewer words.
      ("funding_round", "2024-07", #"{"stage":"seed","amount":{"value":"100","currency":"CNY"},"investors":[]}"#),
      ("funding_round", "2024", #"{"stage":"secondary","amount":{"value":"9","currency":"USD"},"investors":[]}"#),
      ("funding_round", "2004", #"{"stage":"angel","amount":{"value":"7","currency":"CNY"},"investors":[]}"#),
      ("funding_round", "2023", #"{"stage":"pre_a","investors":[{"id":"investor/x","jurisdiction":"US"}]}"#),
      (
        "listing", "2025-01-08",
        #"{"exchange":"HKEX","jurisdiction":"HK","phase":"listed","raised":{"value":"5","currency":"USD"}}"#
      ))
    defer { dealtrail.remove() }
    let answer = try Self.capital(dealtrail)
    #expect(
      Self.parts(answer) == [
        "– unknown – 7 CNY whole", "investor/x foreign US – – undisclosed", "investor/x foreign US 40 CNY stated",
        "investor/y domestic HK 20 CNY equal_split", "investor/z government CN 20 CNY equal_split",
        "investor/w unknown – 20 CNY equal_split", "– public HK 5 USD whole",
      ])
    // The ECB published 1.0824 dollars and 7.8655 yuan for 2024-07-05.
    let stated = answer["parts"]?.array?.first { $0["basis"]?.string == "stated" }
    let usd = try #require(stated?["usd"]?.number)
    #expect(abs(usd - 40 * 1.0824 / 7.8655) < 1e-9 && stated?["rate_day"]?.string == "2024-07-05")
    #expect(stated?["evidence"]?.array?.count == 2)
    #expect(answer["missing_rates"] == ["CNY"] && answer["undisclosed_parts"] == 1 && answer["assumed_parts"] == 3)
    let total = try #require(answer["total_usd"]?.number)
    #expect(abs(total - (100 * 1.0824 / 7.8655 + 5)) < 1e-9)
    let year = answer["years"]?.array?.first { $0["year"] == 2004 }
    #expect(year?["missing_rate"] == true && year?["usd"]?.isNull == true && year?["amount"]?.string == "7")
    #expect(try Self.parts(Self.capital(dealtrail, "--as-of", "2023")).count == 2)
    let table = try dealtrail("capital", "a")
    #expect(table.output.contains("no rate") && table.errors.contains("an assumption"))
  }

  /// A company from elsewhere is at home where it comes from, and one of which no profile says has no foreigners.
  @Test func originIsSeenFromTheCompanysHome() throws {
    let round =
      #"{"stage":"seed","amount":{"value":"10","currency":"USD"},"investors":[{"id":"investor/x","jurisdiction":"US"}]}"#
    let dealtrail = try Self.workspace(("funding_round", "2024", round))
    defer { dealtrail.remove() }
    #expect(try Self.parts(Self.capital(dealtrail)) == ["investor/x unknown US 10 USD sole"])
    let profile = #"{"names":[{"name":"A"}],"home_jurisdiction":"US"}"#
    _ = try dealtrail("append", input: PlantedFault.claim("a", "company_profiled", "2020", profile))
    #expect(try Self.parts(Self.capital(dealtrail)) == ["investor/x domestic US 10 USD sole"])
    // What is disputed or denied raised nothing.
    let id = try #require(try Self.capital(dealtrail)["parts"]?.array?.first?["evidence"]?.array?.first?.string)
    _ = try dealtrail("dispute", id, "--reason", "not so")
    #expect(try dealtrail("capital", "a", "--format", "json").output == "[]\n")
    #expect(try dealtrail("projections", "check").code == 0)
  }

  /// Whatever the parts say, no money of a round is lost, and none is made up.
  @Test(
    arguments: [
      (
        #"[{"id":"investor/x","jurisdiction":"US","amount":{"value":"30","currency":"USD"}}]"#,
        ["30 USD stated", "70 USD rest"]
      ),
      (
        #"[{"id":"investor/x","jurisdiction":"US","amount":{"value":"130","currency":"USD"}},{"id":"investor/y"}]"#,
        ["130 USD stated", "– – undisclosed"]
      ),
      (
        #"[{"id":"investor/x","amount":{"value":"10","currency":"EUR"}},{"id":"investor/y"}]"#,
        ["10 EUR stated", "– – undisclosed", "– – rest"]
      ),
      (
        #"[{"id":"investor/x"},{"id":"investor/y"},{"id":"investor/z"}]"#,
        ["33.34 USD equal_split", "33.33 USD equal_split", "33.33 USD equal_split"]
      ),
      ("[]", ["100 USD whole"]),
    ])
  func noMoneyIsLost(investors: String, expected: [String]) throws {
    let round = #"{"stage":"seed","amount":{"value":"100","currency":"USD"},"investors":\#(investors)}"#
    let dealtrail = try Self.workspace(Self.profile, ("funding_round", "2024-07-05", round))
    defer { dealtrail.remove() }
    let answer = try Self.capital(dealtrail)
    #expect(
      answer["parts"]?.array?.map { part in
        ["amount", "currency", "basis"].map { part[$0]?.string ?? "–" }.joined(separator: " ")
      } == expected)
    let total = try #require(answer["total_usd"]?.number)
    #expect(expected[0].hasPrefix("130") ? total == 130 : abs(total - 100) < 1e-9)
  }

  @Test func yearsAndRatesAreOnlyWhatTheDateSays() throws {
    func round(_ stage: String, _ currency: String) -> String {
      #"{"stage":"\#(stage)","amount":{"value":"10","currency":"\#(currency)"},"investors":[]}"#
    }
    let dealtrail = try Self.workspace(
      ("funding_round", "2021/2024", round("seed", "CNY")), ("funding_round", "../2024", round("angel", "USD")),
      ("funding_round", "2023~", round("growth", "JPY")))
    defer { dealtrail.remove() }
    let parts = try #require(try Self.capital(dealtrail)["parts"]?.array)
    let shown = parts.map { "\($0["stage"]?.string ?? "") \($0["year"]?.integer ?? 0) \($0["usd"]?.isNull ?? true)" }
    #expect(shown.sorted() == ["angel 0 false", "growth 2023 false", "seed 0 true"])
  }
}
