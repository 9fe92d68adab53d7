/// A currency by its ISO 4217 alphabetic code.
public struct Currency: Sendable, Hashable {
  /// Three capitals: `USD`.
  public let code: String

  /// `nil` when `code` is not assigned.
  public init?(code: String) {
    guard code.isASCII, Self.byCode[code] != nil else { return nil }
    self.code = code
  }

  private static let byCode: [String: (name: String, minorDigits: Int?)] = Dictionary(
    uniqueKeysWithValues: rows(of: CurrencyTable.currencies).map { ($0[0], ($0[1], Int($0[2]))) })

  public var name: String { Self.byCode[code]!.name }
  /// Digits of the minor unit: 2 for cents, 0 for yen; `nil` where there is no such unit (gold, test codes).
  public var minorDigits: Int? { Self.byCode[code]!.minorDigits }

  /// Every currency, by code.
  public static let all: [Currency] = byCode.keys.sorted().compactMap { Currency(code: $0) }
}
