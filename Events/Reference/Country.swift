/// A country or territory by its ISO 3166-1 alpha-2 code.
public struct Country: Sendable, Hashable {
  /// Two capitals: `CN`.
  public let code: String

  /// `nil` when `code` is not assigned. Only the capital form is a code.
  public init?(code: String) {
    guard code.isASCII, Self.byCode[code] != nil else { return nil }
    self.code = code
  }

  private struct Entry: Sendable {
    var alpha3: String
    var name: String
    var chineseName: String
  }

  private static let byCode: [String: Entry] = Dictionary(
    uniqueKeysWithValues: rows(of: CountryTable.countries).map { fields in
      (fields[0], Entry(alpha3: fields[1], name: fields[2], chineseName: fields[3]))
    })

  private static let byAnyName: [String: String] = {
    var names: [String: String] = [:]
    for (code, entry) in byCode {
      for name in [code, entry.alpha3, entry.name, entry.chineseName] where !name.isEmpty {
        names[name.lowercased()] = code
      }
    }
    return names
  }()

  private static let subdivisionNames: [String: String] = Dictionary(
    uniqueKeysWithValues: rows(of: CountryTable.subdivisions).map { ($0[0], $0[1]) })

  private var entry: Entry { Self.byCode[code]! }
  /// Three capitals: `CHN`.
  public var alpha3: String { entry.alpha3 }
  public var name: String { entry.name }
  /// In simplified characters; the English name where iso-codes has none.
  public var chineseName: String { entry.chineseName.isEmpty ? entry.name : entry.chineseName }

  /// Every country, by code.
  public static let all: [Country] = byCode.keys.sorted().compactMap { Country(code: $0) }

  /// The country of an alpha-2 or alpha-3 code or an English or Chinese name, in any case.
  public static func find(_ text: String) -> Country? {
    byAnyName[text.lowercased()].flatMap { Country(code: $0) }
  }

  /// Whether `code` is an ISO 3166-2 subdivision, such as `CN-GD`.
  public static func isSubdivision(_ code: String) -> Bool { code.isASCII && subdivisionNames[code] != nil }

  public static func subdivisionName(_ code: String) -> String? { subdivisionNames[code] }
}

extension String {
  /// Whether it is the same to `==` only as itself: some letters beyond ASCII equal one of it, such as the sign for kelvin.
  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

/// The rows of a generated table: a line each, fields parted by `|`.
func rows(of table: String) -> [[String]] {
  table.split(separator: "\n").map { line in
    line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }
}
