import CanonicalJSON
import DealEvents
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("75M", "USD", "75000000"), ("2B", "USD", "2000000000"), ("1.25亿", "CNY", "125000000"), ("10万", "CNY", "100000"),
    ("3千万", "CNY", "30000000"), ("1.2万亿", "CNY", "1200000000000"), ("75,000,000", "USD", "75000000"),
    ("0.5", "USD", "0.5"), ("608.5m", "USD", "608500000"), ("7亿", "CNY", "700000000"), ("007", "JPY", "7"),
    ("1 000 000", "USD", "1000000"), ("10 万", "CNY", "100000"),
    ("0.000001B", "USD", "1000"), ("12.340", "USD", "12.34"),
  ])
  func exact(text: String, currency: String, value: String) throws {
    let money = try Money.parse(text, currency: currency)
    #expect(money.value.digits == value && money.currency.code == currency)
  }

  @Test func currencyInTheText() throws {
    #expect(try Money.parse("75M USD", currency: nil) == Money.parse("usd 75m", currency: nil))
    #expect(throws: FieldProblem.self) { try Money.parse("75M USD", currency: "CNY") }
    #expect(throws: FieldProblem.self) { try Money.parse("75M", currency: nil) }
  }

  @Test(arguments: [
    "", "-5", "1e6", "7,5", "75MM", "0x10", "1.2.3", "１２", "NaN", "75 million", "0.001", "1.5 2M", "1 5", "10 0000",
  ])
  func refused(text: String) {
    #expect(throws: FieldProblem.self) { try Money.parse(text, currency: "USD") }
  }

  @Test(arguments: [("JPY", "0.5"), ("USD", "1.234"), ("KWD", "1.2345")])
  func minorUnitsAreKept(currency: String, value: String) {
    var problems: [FieldProblem] = []
    let json: JSONValue = ["value": .string(value), "currency": .string(currency)]
    #expect(Money.read(json, problems: &problems) == nil)
    #expect(problems.first?.field == "value")
  }

  /// Any digits survive a round trip, and shifting by a power equals appending zeros.
  @Test func shiftingIsExact() {
    for _ in 0..<500 {
      let whole = String(Int.random(in: 1..<1_000_000))
      let fraction = String(Int.random(in: 1..<1000))
      let power = Int.random(in: 3...12)
      let shifted = DecimalNumber("\(whole).\(fraction)")!.shifted(by: power)
      #expect(shifted.digits == whole + fraction + String(repeating: "0", count: power - fraction.utf8.count))
    }
  }

  @Test(arguments: [
    ("75000000", "USD 75M"), ("1250000000", "USD 1.25B"), ("999", "USD 999"), ("1999999", "USD 1.999M"),
    ("1000", "USD 1K"), ("608500000", "USD 608.5M"),
  ])
  func humanised(value: String, shown: String) throws {
    #expect(try Money.parse(value, currency: "USD").humanised == shown)
  }
}
