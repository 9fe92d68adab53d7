internal import Crypto

/// A UUID (RFC 9562): version 7 for an event made now, version 8 for one named by its content.
public struct EventID: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Sixteen bytes in network order; `nil` for any other count.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The lower-case form with hyphens, and no other, so that one event has one spelling.
  public init?(_ text: String) {
    var text = text
    guard let id = text.withUTF8({ EventID(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = id
  }

  /// The same from UTF-8.
  public init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 36 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for index in 0..<36 {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard bytes[index] == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = Hexadecimal.value(of: bytes[index]) else { return nil }
      if index < 18 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
    }
    self.init(high: high, low: low)
  }

  public var bytes: [UInt8] {
    [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
  }

  public var description: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          text[place] = UInt8(ascii: "-")
          place += 1
        }
        text[place] = Hexadecimal.digit(UInt8((index < 16 ? high : low) >> UInt64(60 - 4 * (index & 15)) & 15))
        place += 1
      }
      return place
    }
  }

  public static func < (left: EventID, right: EventID) -> Bool { (left.high, left.low) < (right.high, right.low) }

  /// A new time-ordered id (RFC 9562 §5.7).
  public static func v7(at time: Timestamp, using generator: inout some RandomNumberGenerator) -> EventID {
    let milliseconds = UInt64(max(0, time.microseconds / 1000)) & 0xFFFF_FFFF_FFFF
    let a = generator.next() as UInt64
    let b = generator.next() as UInt64
    return EventID(high: milliseconds << 16 | 0x7000 | a & 0xFFF, low: 0x8000_0000_0000_0000 | b >> 2)
  }

  /// The id of a content: the first 128 bits of its SHA-256 with version 8 and the variant set (RFC 9562 §5.8).
  public static func v8(of content: [UInt8]) -> EventID {
    var bytes = Array(SHA256.hash(data: content).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return EventID(bytes: bytes)!
  }
}
