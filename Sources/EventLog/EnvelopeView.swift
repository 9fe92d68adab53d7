internal import CanonicalJSON

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An envelope's members where they stand in its canonical bytes, found without decoding: the names are sorted, so they
/// come in one order. Strings are without their quotes, escapes as they stand.
public struct EnvelopeView {
  private let causation: UnsafeRawBufferPointer?
  /// Hexadecimal digits of the commitments.
  public let data: UnsafeRawBufferPointer
  public let sources: UnsafeRawBufferPointer
  private let correlation: UnsafeRawBufferPointer?
  private let id: UnsafeRawBufferPointer
  public let kind: UnsafeRawBufferPointer
  private let occurred: UnsafeRawBufferPointer
  public let position: Int64
  public let recorded: Timestamp
  private let recordedBy: UnsafeRawBufferPointer
  public let revision: Int64
  private let schema: Int64
  private let status: UnsafeRawBufferPointer
  public let subject: UnsafeRawBufferPointer

  /// `nil` for bytes without the members of an envelope in their order. That they are as they were written is for the
  /// tree to say.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = Reader(bytes: bytes)
    guard reader.skip("{\"causation\":"), let causation = reader.stringOrNull(),
      reader.skip(",\"commitments\":{\"data\":"), let data = reader.string(), reader.skip(",\"sources\":"),
      let sources = reader.string(), reader.skip("},\"correlation\":"), let correlation = reader.stringOrNull(),
      reader.skip(",\"id\":"), let id = reader.string(), reader.skip(",\"kind\":"), let kind = reader.string(),
      reader.skip(",\"occurred\":"), let occurred = reader.string(), reader.skip(",\"position\":"),
      let position = reader.number(), reader.skip(",\"recorded\":"),
      let recorded = reader.string().flatMap(Self.timestamp), reader.skip(",\"recorded_by\":"),
      let recordedBy = reader.string(), reader.skip(",\"revision\":"), let revision = reader.number(),
      reader.skip(",\"schema\":"), let schema = reader.number(), reader.skip(",\"status\":"),
      let status = reader.string(), reader.skip(",\"subject\":"), let subject = reader.string(), reader.skip("}"),
      reader.isAtEnd
    else { return nil }
    self.causation = causation.isNull ? nil : causation.text
    self.data = data
    self.sources = sources
    self.correlation = correlation.isNull ? nil : correlation.text
    self.id = id
    self.kind = kind
    self.occurred = occurred
    self.position = position
    self.recorded = recorded
    self.recordedBy = recordedBy
    self.revision = revision
    self.schema = schema
    self.status = status
    self.subject = subject
  }

  /// The event without its parts; `nil` where a member is not what it should be.
  public var stored: StoredEvent? {
    guard let id = eventID, let subject = Subject(utf8: subject), let kind = Self.text(kind),
      let occurred = Self.text(occurred), let recordedBy = Self.text(recordedBy), let status = Self.text(status)
    else { return nil }
    var event = Event(
      id: id, subject: subject, kind: kind, schema: Int(schema), occurred: occurred, recordedBy: recordedBy,
      status: status, data: nil, sources: nil)
    if let causation {
      guard let text = Self.text(causation) else { return nil }
      event.causation = text
    }
    if let correlation {
      guard let text = Self.text(correlation) else { return nil }
      event.correlation = text
    }
    return StoredEvent(event: event, position: position, revision: revision, recorded: recorded)
  }

  /// The text of a string; `nil` where it is not valid.
  private static func text(_ string: UnsafeRawBufferPointer) -> String? {
    var isPlain = true
    for byte in string {
      if byte < 0x20 { return nil }
      if byte == 0x5C { isPlain = false }
    }
    return isPlain
      ? String(validating: string, as: UTF8.self) : try? JSONReader.read([0x22] + Array(string) + [0x22]).string
  }

  /// Whether the id is that of sixteen bytes. Ids have one spelling.
  public func hasID(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard id.count == 36, bytes.count == 16, id[8] == 0x2D, id[13] == 0x2D, id[18] == 0x2D, id[23] == 0x2D else {
      return false
    }
    func spells(_ text: Range<Int>, _ range: Range<Int>) -> Bool {
      Hexadecimal.spells(UnsafeRawBufferPointer(rebasing: id[text]), UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    return spells(0..<8, 0..<4) && spells(9..<13, 4..<6) && spells(14..<18, 6..<8) && spells(19..<23, 8..<10)
      && spells(24..<36, 10..<16)
  }

  public var eventID: EventID? { EventID(utf8: id) }

  /// `2026-01-13T02:11:09.123456Z`, in its one width.
  private static func timestamp(_ text: UnsafeRawBufferPointer) -> Timestamp? {
    func has(_ byte: Unicode.Scalar, _ index: Int) -> Bool { text[index] == UInt8(ascii: byte) }
    guard text.count == 27, has("-", 4), has("-", 7), has("T", 10), has(":", 13), has(":", 16), has(".", 19),
      has("Z", 26)
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
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    let seconds = hour * 3600 + minute * 60 + second
    let microseconds = number(20..<26)
    guard isNumber, CivilDate.isValid(year: year, month: month, day: day), hour < 24, minute < 60, second < 60 else {
      return nil
    }
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

    mutating func stringOrNull() -> (isNull: Bool, text: UnsafeRawBufferPointer)? {
      if skip("null") { return (true, UnsafeRawBufferPointer(rebasing: bytes[index..<index])) }
      return string().map { (false, $0) }
    }

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
      let isNumber = index == start + 1 || index > start && bytes[start] != 0x30
      return isNumber ? value : nil
    }
  }
}
