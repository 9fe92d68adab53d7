internal import DealEvents
internal import Foundation

/// Sums and shares of money, exact to the currency's smallest unit.
///
/// Amounts are decimals of up to 38 digits (`Foundation.Decimal`), more than any economy has.
public struct ExactAmount: Sendable, Equatable {
  private var value: Decimal

  public static let zero = ExactAmount(value: 0)

  private init(value: Decimal) { self.value = value }

  /// - Throws: `TooLong` for a number of more digits than are exact.
  init(_ number: DecimalNumber) throws(TooLong) {
    guard let value = Decimal(string: number.digits, locale: Self.locale), value.description == number.digits else {
      throw TooLong(digits: number.digits)
    }
    self.value = value
  }

  /// What a row holds; `nil` for what is no plain number, or too long.
  public init?(_ digits: String) {
    guard let number = DecimalNumber(digits), let amount = try? ExactAmount(number) else { return nil }
    self = amount
  }

  /// A number that cannot be held exactly.
  struct TooLong: Error, CustomStringConvertible {
    var digits: String
    var description: String { "the amount \(digits) has more than the 38 digits that are exact" }
  }

  /// Plain digits, with a point where there is a fraction.
  public var digits: String { value.description }
  public var approximate: Double { NSDecimalNumber(decimal: value).doubleValue }
  public var isPositive: Bool { value > 0 }

  public static func + (left: ExactAmount, right: ExactAmount) -> ExactAmount {
    ExactAmount(value: left.value + right.value)
  }

  static func - (left: ExactAmount, right: ExactAmount) -> ExactAmount { ExactAmount(value: left.value - right.value) }

  /// Equal shares that add up to the whole: what cannot be split evenly goes to the first ones, a smallest unit each.
  /// - Parameters:
  ///   - count: 1 or more.
  ///   - digits: digits after the point of the smallest unit; the amount's own, where it has more.
  func split(into count: Int, digits: Int) -> [ExactAmount] {
    let digits = max(digits, -value.exponent)
    var quotient = value / Decimal(count)
    var share = Decimal()
    NSDecimalRound(&share, &quotient, digits, .down)
    let unit = Decimal(sign: .plus, exponent: -digits, significand: 1)
    let left = NSDecimalNumber(decimal: (value - share * Decimal(count)) / unit).intValue
    return (0..<count).map { ExactAmount(value: share + ($0 < left ? unit : 0)) }
  }

  private static let locale = Locale(identifier: "en_US_POSIX")
}
