/// An exact decimal number of 0 or more, kept as its digits: `75000000`, `0.125`. Never a binary float.
public struct DecimalNumber: Sendable, Hashable, CustomStringConvertible {
  /// Most digits that are accepted, before and after the point together; a bound for hostile input.
  public static let maximumDigits = 40

  /// Canonical digits: no leading zeros, no trailing zeros after the point, `0` alone for zero.
  public let digits: String

  /// Plain digits with at most one point; `nil` for signs, exponents, separators and anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard bytes.count <= Self.maximumDigits + parts.count - 1, (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    self.init(whole: parts[0], fraction: parts.count == 2 ? parts[1] : [])
  }

  private init(whole: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>) {
    let whole = whole.drop { $0 == 0x30 }
    var fraction = fraction
    while fraction.last == 0x30 { fraction.removeLast() }
    digits =
      (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
      + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
  }

  public var description: String { digits }

  /// Digits after the point.
  public var fractionDigits: Int { digits.split(separator: ".").dropFirst().first?.count ?? 0 }

  /// The nearest double; for shares and for display, never for sums of money.
  public var approximate: Double { Double(digits) ?? 0 }

  /// The number times 10 to the `power`, exactly. Precondition: `power` 0 or more.
  public func shifted(by power: Int) -> DecimalNumber {
    let parts = digits.split(separator: ".").map { Array($0.utf8) }
    var whole = parts[0]
    var fraction = parts.count == 2 ? parts[1][...] : []
    for _ in 0..<power { whole.append(fraction.popFirst() ?? 0x30) }
    return DecimalNumber(whole: whole[...], fraction: fraction)
  }
}

extension DecimalNumber: Comparable {
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let a = left.digits.split(separator: ".")
    let b = right.digits.split(separator: ".")
    if a[0].utf8.count != b[0].utf8.count { return a[0].utf8.count < b[0].utf8.count }
    if a[0] != b[0] { return a[0] < b[0] }
    return (a.dropFirst().first ?? "") < (b.dropFirst().first ?? "")
  }
}
