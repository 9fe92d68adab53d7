import DealEvents
import EventLog
import Foundation
import Projecting
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
    var compared = 0
    for line in lines.dropFirst() {
      let day = try #require(CivilDate(text: String(line[0])))
      for (code, text) in zip(codes, line.dropFirst()) where !code.isEmpty {
        if ExchangeRates.perEuro(code, on: day) != Double(text) { Issue.record("\(code) on \(day): \(text)") }
        compared += 1
      }
    }
    #expect(compared == 7126 * 41)
  }

  @Test func ratesAreThoseOfTheDayTheDayBeforeOrTheMeanOfTheSpan() throws {
    // As published: on 2024-07-05 a euro was 1.0824 dollars, 174.06 yen, 0.84613 pounds.
    #expect(Self.usd("EUR", "2024-07-05") == 1.0824)
    #expect(Self.usd("JPY", "2024-07-05") == 1.0824 / 174.06)
    // The next day is a Saturday.
    #expect(Self.usd("GBP", "2024-07-06") == 1.0824 / 0.84613 && Self.usd("GBP", "2024-07-07") == 1.0824 / 0.84613)
    #expect(Self.usd("USD", "1980-01-01") == 1)
    let month = try #require(Self.usd("CNY", "2024-07-01", "2024-07-31"))
    let days = (1...31).compactMap { day -> Double? in
      let date = CivilDate(year: 2024, month: 7, day: day)
      return ExchangeRates.perEuro("USD", on: date).flatMap { dollars in
        ExchangeRates.perEuro("CNY", on: date).map { dollars / $0 }
      }
    }
    #expect(days.count == 23 && abs(month - days.reduce(0, +) / 23) < 1e-12)
  }

  @Test(
    arguments: [
      ("CNY", "2004-12-31", nil), ("CNY", "2005-01-01", "2005-12-31"), ("RUB", "2022-06-01", nil),
      ("TWD", "2024-01-01", nil), ("EUR", "1998-12-31", nil), ("EUR", "2099-01-01", nil),
      ("JPY", "2019-01-01", "2021-01-01"),
    ] as [(String, String, String?)])
  func whatIsNotPublishedIsMissing(code: String, first: String, last: String?) {
    #expect(Self.usd(code, first, last) == nil)
  }

  /// Shares add up to the whole to the last unit, and differ by one unit at most.
  @Test(arguments: 1...200)
  func equalSharesAddUp(_: Int) throws {
    let digits = Int.random(in: 0...4)
    let whole = Int.random(in: 0...9_000_000_000_000)
    let fraction = String(String(repeating: "0", count: 4) + "\(Int.random(in: 0...9999))").suffix(digits)
    let amount = try #require(ExactAmount("\(whole)" + (digits > 0 ? ".\(fraction)" : "")))
    let shares = amount.split(into: Int.random(in: 1...40), digits: digits)
    #expect(shares.reduce(.zero, +) == amount)
    let unit = (0..<digits).reduce(1.0) { unit, _ in unit / 10 }
    // The first share is the greatest.
    let differences = shares.map { (shares[0] - $0).approximate }
    #expect(differences.allSatisfy { $0 == 0 || abs($0 - unit) < unit / 100 } && differences == differences.sorted())
  }
}
