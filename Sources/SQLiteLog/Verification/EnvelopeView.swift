internal import EventLog

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An envelope's members where they stand in its canonical bytes, found without decoding: the names are sorted, so they
/// come in one order.
struct EnvelopeView {
  private(set) var id: UnsafeRawBufferPointer
  private(set) var subject: UnsafeRawBufferPointer
  private(set) var kind: UnsafeRawBufferPointer
  private(set) var position: Int64
  private(set) var revision: Int64
  private(set) var recorded: Timestamp
  /// Hexadecimal digits of the commitments.
  private(set) var data: UnsafeRawBufferPointer
  private(set) var sources: UnsafeRawBufferPointer

  /// `nil` for bytes without the members of an envelope in their order. That the rest is as it was written is for the
  /// tree to say.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = Reader(bytes: bytes)
    guard reader.skip("{\"causation\":"), reader.skipNullOrString(), reader.skip(",\"commitments\":{\"data\":"),
      let data = reader.string(), reader.skip(",\"sources\":"), let sources = reader.string(),
      reader.skip("},\"correlation\":"), reader.skipNullOrString(), reader.skip(",\"id\":"), let id = reader.string(),
      reader.skip(",\"kind\":"), let kind = reader.string(), reader.skip(",\"occurred\":"), reader.string() != nil,
      reader.skip(",\"position\":"), let position = reader.number(), reader.skip(",\"recorded\":"),
      let recorded = reader.string().flatMap(Self.timestamp), reader.skip(",\"recorded_by\":"), reader.string() != nil,
      reader.skip(",\"revision\":"), let revision = reader.number(), reader.skip(",\"schema\":"),
      reader.number() != nil, reader.skip(",\"status\":"), reader.string() != nil, reader.skip(",\"subject\":"),
      let subject = reader.string(), reader.skip("}"), reader.isAtEnd
    else { return nil }
    self.id = id
    self.subject = subject
    self.kind = kind
    self.position = position
    self.revision = revision
    self.recorded = recorded
    self.data = data
    self.sources = sources
  }

  /// Whether the id is that of sixteen bytes. Ids have one spelling.
  func hasID(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard id.count == 36, bytes.count == 16, id[8] == 0x2D, id[13] == 0x2D, id[18] == 0x2D, id[23] == 0x2D else {
      return false
    }
    func spells(_ text: Range<Int>, _ range: Range<Int>) -> Bool {
      Hexadecimal.spells(UnsafeRawBufferPointer(rebasing: id[text]), UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    return spells(0..<8, 0..<4) && spells(9..<13, 4..<6) && spells(14..<18, 6..<8) && spells(19..<23, 8..<10)
      && spells(24..<36, 10..<16)
  }

  var eventID: EventID? { EventID(String(decoding: id, as: UTF8.self)) }

  /// `2026-01-13T02:11:09.123456Z`, in its one width.
  private static func timestamp(_ text: UnsafeRawBufferPointer) -> Timestamp? {
    guard text.count == 27, text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: "."), text[26] == UInt8(ascii: "Z")
    else { return nil }
    var isNumber = true
    func number(_ range: Range<Int>) -> Int64 {
      var value: Int64 = 0
      for byte in text[range] {
        isNumber = isNumber && (0x30...0x39).contains(byte)
        value = value * 10 + Int64(byte) - 0x30
      }
      return value
    }
    let (year, month, day) = (Int(number(0..<4)), Int(number(5..<7)), Int(number(8..<10)))
    let seconds = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    let microseconds = number(20..<26)
    guard isNumber, CivilDate.isValid(year: year, month: month, day: day) else { return nil }
    let midnight = Int64(CivilDate(year: year, month: month, day: day).day) * 86_400
    return Timestamp(microseconds: (midnight + seconds) * 1_000_000 + microseconds)
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard bytes.count - index >= count, memcmp(bytes.baseAddress! + index, text.utf8Start, count) == 0 else {
        return false
      }
      index += count
      return true
    }

    mutating func skipNullOrString() -> Bool { skip("null") || string() != nil }

    /// The content of a string, escapes as they stand.
    mutating func string() -> UnsafeRawBufferPointer? {
      guard skip("\"") else { return nil }
      let start = index
      while let quote = memchr(bytes.baseAddress! + index, 0x22, bytes.count - index) {
        let end = UnsafeRawPointer(quote) - bytes.baseAddress!
        index = end + 1
        // A quote after an odd number of backslashes belongs to the string.
        var backslashes = 0
        while end - backslashes > start, bytes[end - backslashes - 1] == 0x5C { backslashes += 1 }
        if backslashes.isMultiple(of: 2) { return UnsafeRawBufferPointer(rebasing: bytes[start..<end]) }
      }
      return nil
    }

    mutating func number() -> Int64? {
      let start = index
      var value: Int64 = 0
      while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - start < 16 {
        value = value * 10 + Int64(bytes[index] - 0x30)
        index += 1
      }
      return index > start ? value : nil
    }
  }
}
