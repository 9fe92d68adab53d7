/// What a stream of events is about: a category and a name, `company/manus`.
///
/// Both parts are lower-case ASCII letters, digits, `-`, `_` and `.`, starting with a letter or digit; at most
/// ``maximumLength`` bytes together. So a subject sorts the same everywhere and is safe in paths and URLs.
public struct Subject: Sendable, Hashable, Comparable, CustomStringConvertible {
  public static let maximumLength = 200

  /// The whole identifier, `category/name`.
  public let id: String

  /// `nil` when `id` is not of the form above.
  public init?(_ id: String) {
    let bytes = Array(id.utf8)
    guard bytes.count <= Self.maximumLength else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isName) else { return nil }
    self.id = id
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  public var category: Substring { id.prefix { $0 != "/" } }
  public var name: Substring { id.drop { $0 != "/" }.dropFirst() }
  public var description: String { id }

  public static func < (left: Subject, right: Subject) -> Bool {
    left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
