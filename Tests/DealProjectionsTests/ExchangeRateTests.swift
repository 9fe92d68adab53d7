import DealEvents
import EventLog
import Foundation
import Projecting
import Seeded
import Testing

@testable import DealProjections

/// The shipped table against the file of the European Central Bank that it was made from.
@Suite struct ExchangeRateTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/reference/ecb-eurofxref-hist.csv").standardizedFileURL

  private static func span(_ first: String, _ last: String? = nil) -> DaySpan {
    DaySpan(earliest: CivilDate(text: first), latest: CivilDate(text: last ?? first))
  }

  private static func usd(_ code: String, _ first: String, _ last: String? = nil) -> Double? {
    Currency(code: code).flatMap { ExchangeRates.usd(for: $0, over: span(first, last))?.usd }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path), "shared/data/reference is not there"))
  func everyRateIsTheOneThatWasPublished() throws {
    let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let codes = lines[0].dropFirst().map(String.init)
    let dollars = try #require(codes.firstIndex(of: "USD"))
    var compared = 0
    for line in lines.dropFirst() {
      let rates = line.dropFirst().map { Double($0) }
      let day = String(line[0])
      #expect(Self.usd("EUR", day) == rates[dollars])
      for (code, rate) in zip(codes, rates) where !code.isEmpty && code != "USD" {
        // Currencies that are no more have no code in ISO 4217, and cannot be asked for.
        guard Currency(code: code) != nil, let rate, let dollar = rates[dollars] else { continue }
        if Self.usd(code, day) != dollar / rate { Issue.record("\(code) on \(day): \(rate)") }
        compared += 1
      }
    }
    #expect(compared == 191_145)
  }

  @Test func ratesAreThoseOfTheDayTheDayBeforeOrTheMeanOfTheSpan() throws {
    // As published: on 2024-07-05 a euro was 1.0824 dollars, 174.06 yen, 0.84613 pounds.
    #expect(Self.usd("EUR", "2024-07-05") == 1.0824)
    #expect(Self.usd("JPY", "2024-07-05") == 1.0824 / 174.06)
    // The next day is a Saturday.
    #expect(Self.usd("GBP", "2024-07-06") == 1.0824 / 0.84613 && Self.usd("GBP", "2024-07-07") == 1.0824 / 0.84613)
    #expect(Self.usd("USD", "1980-01-01") == 1)
    let month = try #require(Self.usd("CNY", "2024-07-01", "2024-07-31"))
    // It began on a Monday.
    let days = (1...31).filter { ($0 - 1) % 7 < 5 }
      .compactMap { Self.usd("CNY", CivilDate(year: 2024, month: 7, day: $0).description) }
    #expect(days.count == 23 && abs(month - days.reduce(0, +) / 23) < 1e-12)
  }

  @Test(
    arguments: [
      ("CNY", "2004-12-31", nil), ("CNY", "2005-01-01", "2005-12-31"), ("RUB", "2022-06-01", nil),
      ("TWD", "2024-01-01", nil), ("EUR", "1998-12-31", nil), ("EUR", "2099-01-01", nil),
      ("JPY", "2019-01-01", "2021-01-01"), ("JPY", "2024-09-01", ".."), ("JPY", "..", "2024-09-01"),
    ] as [(String, String, String?)])
  func whatIsNotPublishedIsMissing(code: String, first: String, last: String?) {
    #expect(Self.usd(code, first, last) == nil, "an end .. is open")
  }

  /// Shares add up to the whole to the last unit, and differ by one unit at most.
  @Test(arguments: UInt64(1)...200)
  func equalSharesAddUp(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let digits = Int.random(in: 0...6, using: &generator)
    let whole = Int.random(in: 0...9_000_000_000_000, using: &generator)
    let fraction = String(String(repeating: "0", count: 6) + "\(Int.random(in: 0...999_999, using: &generator))")
      .suffix(digits)
    let amount = try #require(ExactAmount("\(whole)" + (digits > 0 ? ".\(fraction)" : "")))
    let shares = amount.split(into: Int.random(in: 1...40, using: &generator), digits: 2)
    #expect(shares.reduce(.zero, +) == amount)
    // The first share is the greatest; a share may have fewer digits than the amount, and so a greater unit.
    let differences = shares.map { (shares[0] - $0).approximate }
    #expect(differences.allSatisfy { $0 >= 0 && $0 <= 0.0100001 } && differences == differences.sorted())
  }
}
