import CanonicalJSON
import Foundation
import Testing

@Suite struct OwnershipTests {
  private static func change(_ occurred: String, _ holder: String, _ more: String) -> String {
    PlantedFault.claim(
      "a", "ownership_changed", occurred, #"{"holder":"investor/\#(holder)","holder_jurisdiction":"US"\#(more)}"#)
  }

  private static func answer(_ dealtrail: Binary, _ more: String...) throws -> JSONValue {
    let outcome = try Binary.run(
      ["ownership", "a", "--format", "json", "--workspace", dealtrail.workspace.path] + more)
    return try #require(JSONReader.read(Array(outcome.output.utf8.dropLast())).array?.first)
  }

  private static func holders(_ answer: JSONValue) -> [String] {
    (answer["holders"]?.array ?? []).map { row in
      let stake = row["stake"]?.number.map { "\($0)" } ?? "–"
      return "\(row["holder"]?.string ?? "") \(stake) \(row["since"]?.string ?? "–") \(row["until"]?.string ?? "–")"
        + (row["contradicted"]?.bool == true ? " !" : "")
    }
  }

  @Test func stakesFollowOneAnotherAndContradictionsAreShown() throws {
    let round =
      #"{"stage":"seed","investors":[{"id":"investor/x","jurisdiction":"CN","stake":0.2,"lead":true},{"id":"investor/y"}]}"#
    let dealtrail = try AuditCommandTests.workspace([
      PlantedFault.claim("a", "funding_round", "2020", round), Self.change("2021", "x", #","stake":0.3"#),
      Self.change("2022-05", "z", #","stake":0.1"#), Self.change("2022-05", "z", #","stake":0.15"#),
    ])
    defer { dealtrail.remove() }
    let now = try Self.answer(dealtrail)
    #expect(
      Self.holders(now) == [
        "investor/x 0.3 2021 –", "investor/y – 2020 –", "investor/z 0.1 2022-05 – !", "investor/z 0.15 2022-05 – !",
      ])
    // Of two that contradict one another, the later word counts for the sum: 0.3 + 0.15.
    #expect(now["known"]?.number == 0.45 && now["unknown"]?.number == 0.55)
    #expect(now["control"]?["controller"]?.string == "investor/x" && now["control"]?["test"]?.string == "largest")
    #expect(Self.holders(try Self.answer(dealtrail, "--history")).first == "investor/x 0.2 2020 2021")
    #expect(try Self.answer(dealtrail, "--as-of", "2020")["known"]?.number == 0.2)
  }

  /// The first test that applies: a majority of the votes beats terms, terms beat a seat, a seat beats the largest stake.
  @Test func controlIsByTheFirstTestThatApplies() throws {
    let lines = [
      (Self.change("2020", "large", #","stake":0.4"#), "largest", "large"),
      (Self.change("2021", "seated", #","board_seats":1"#), "board", "seated"),
      (
        PlantedFault.claim(
          "a", "funding_round", "2022",
          #"{"stage":"seed","investors":[{"id":"investor/terms","control_terms":"veto"}]}"#),
        "terms", "terms"
      ),
      (Self.change("2023", "votes", #","voting":0.51"#), "majority", "votes"),
    ]
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    for (line, test, holder) in lines {
      _ = try dealtrail("append", input: line)
      let control = try Self.answer(dealtrail)["control"]
      #expect(control?["test"]?.string == test && control?["controller"]?.string == "investor/\(holder)", "\(test)")
    }
    // Who buys the whole ends all others; who is said to sell it back holds nothing.
    let deal = #"{"acquirer":"company/b","acquirer_jurisdiction":"US","phase":"completed"}"#
    _ = try dealtrail("append", input: PlantedFault.claim("a", "acquisition", "2024", deal))
    let sold = try Self.answer(dealtrail)
    #expect(Self.holders(sold) == ["company/b 1.0 2024 –"] && sold["control"]?["jurisdiction"]?.string == "US")
    _ = try dealtrail(
      "append", input: PlantedFault.claim("a", "acquisition", "2025", deal.replacing("completed", with: "unwound")))
    #expect(try Self.holders(Self.answer(dealtrail)).isEmpty && dealtrail("projections", "check").code == 0)
  }

  /// What a claim does not speak of goes on; an exit ends all.
  @Test func eachPartEndsWithTheNextWordOnIt() throws {
    let dealtrail = try AuditCommandTests.workspace([
      Self.change("2020", "founder", #","stake":0.3,"voting":0.7"#), Self.change("2021", "x", #","stake":0.4"#),
      Self.change("2022", "founder", #","stake":0.25"#),
    ])
    defer { dealtrail.remove() }
    let control = try Self.answer(dealtrail)["control"]
    #expect(control?["controller"]?.string == "investor/founder" && control?["test"]?.string == "majority")
    #expect(try Self.answer(dealtrail)["known"]?.number == 0.65)
    _ = try dealtrail("append", input: Self.change("2023", "founder", #","stake":0,"basis":"exit""#))
    #expect(try Self.answer(dealtrail)["control"]?["controller"]?.string == "investor/x")
    #expect(try Self.holders(Self.answer(dealtrail)).contains("investor/founder 0.0 2023 –"))
  }

  /// Of two majorities, the one reported last; exactly half is none. What is bought comes to what was held; told twice, once.
  @Test func majoritiesAndPurchases() throws {
    let dealtrail = try AuditCommandTests.workspace([
      Self.change("2019", "b", #","stake":0.1"#), Self.change("2020", "a", #","stake":0.7"#),
      Self.change("2025", "b", #","stake":0.6"#),
    ])
    defer { dealtrail.remove() }
    #expect(try Self.answer(dealtrail)["control"]?["controller"]?.string == "investor/b")
    let other = try AuditCommandTests.workspace([
      Self.change("2020", "big", #","stake":0.4"#), Self.change("2020", "seller", #","stake":0.5"#),
    ])
    defer { other.remove() }
    #expect(try Self.answer(other)["control"]?["test"]?.string == "largest")
    let deal = #"{"acquirer":"investor/big","acquirer_jurisdiction":"US","phase":"completed","stake":0.2}"#
    for _ in 0..<2 { _ = try other("append", input: PlantedFault.claim("a", "acquisition", "2021", deal)) }
    let control = try Self.answer(other)["control"]
    #expect(control?["controller"]?.string == "investor/big" && control?["test"]?.string == "majority")
    #expect(try Self.answer(other)["known"]?.number == 1)
    // Told by two with other figures, it is the later's.
    let twice = try AuditCommandTests.workspace(
      [("2020-01-01", 0.30), ("2020-01-01", 0.31), ("2020", 0.32)].map { day, stake in
        PlantedFault.claim(
          "a", "acquisition", day,
          #"{"acquirer":"investor/h","acquirer_jurisdiction":"US","phase":"completed","stake":\#(stake)}"#)
      })
    defer { twice.remove() }
    #expect(try [0.30, 0.31, 0.32].contains(Self.answer(twice)["known"]?.number))
    // Nobody holds what is denied or rumoured.
    for status in ["denied", "rumoured"] {
      let line = PlantedFault.claim(
        "a", "ownership_changed", "2026", #"{"holder":"investor/z","stake":0.9}"#, status: status)
      _ = try other("append", input: line)
    }
    #expect(try !Self.holders(Self.answer(other)).contains { $0.contains("investor/z") })
  }

  /// Control is followed from holder to holder to the ultimate one, and a circle is called one.
  @Test func controlIsFollowedToTheUltimateHolder() throws {
    func holds(_ held: String, _ holder: String, _ country: String, _ occurred: String = "2020") -> String {
      PlantedFault.claim(
        held, "ownership_changed", occurred,
        #"{"holder":"\#(holder)","holder_jurisdiction":"\#(country)","stake":0.7}"#)
    }
    let dealtrail = try AuditCommandTests.workspace([
      holds("a", "company/b", "SG"), holds("b", "company/c", "KY"), holds("c", "investor/d", "US"),
    ])
    defer { dealtrail.remove() }
    let ultimate = try Self.answer(dealtrail)["ultimate"]
    #expect(ultimate?["ultimate_holder"]?.string == "investor/d" && ultimate?["ultimate_jurisdiction"]?.string == "US")
    #expect(ultimate?["chain"]?.array?.map { $0["jurisdiction"]?.string } == ["SG", "KY", "US"])
    #expect(try dealtrail("ownership", "a").output.contains("company/b by majority, SG ← company/c by majority, KY ←"))
    _ = try dealtrail("append", input: holds("c", "company/a", "SG", "2021"))
    let circle = try Self.answer(dealtrail)["ultimate"]
    #expect(circle?["ultimate_holder"]?.isNull == true && circle?["chain"]?.array?.count == 3)
    #expect(try Self.answer(dealtrail, "--as-of", "2020")["ultimate"]?["ultimate_holder"]?.string == "investor/d")
  }
}
