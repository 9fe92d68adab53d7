internal import EventLog

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

  /// `nil` for bytes that are not an envelope as ``Envelope`` writes it.
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
      guard bytes.count - index >= count else { return false }
      for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
      index += count
      return true
    }

    mutating func skipNullOrString() -> Bool { skip("null") || string() != nil }

    /// The content of a string, escapes as they stand.
    mutating func string() -> UnsafeRawBufferPointer? {
      guard skip("\"") else { return nil }
      let start = index
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          index += 1
          return UnsafeRawBufferPointer(rebasing: bytes[start..<(index - 1)])
        case UInt8(ascii: "\\"): index += 2
        default: index += 1
        }
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
