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
    var id = id
    guard id.withUTF8({ Self.isSubject(UnsafeRawBufferPointer($0)) }) else { return nil }
    self.id = id
  }

  /// The same from UTF-8.
  public init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard Self.isSubject(bytes) else { return nil }
    id = String(decoding: bytes, as: UTF8.self)
  }

  private static func isSubject(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= maximumLength else { return false }
    var slash: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "/") {
        guard slash == nil, index > 0 else { return false }
        slash = index
      } else {
        let isFirst = index == 0 || index - 1 == slash
        guard isAlphanumeric(byte) || !isFirst && (byte == 0x2D || byte == 0x2E || byte == 0x5F) else { return false }
      }
    }
    return slash.map { $0 < bytes.count - 1 } ?? false
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
