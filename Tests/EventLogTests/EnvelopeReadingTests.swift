import CanonicalJSON
import EventLog
import Seeded
import Testing

/// Envelopes are read where they stand, without a JSON tree; the judge is the JSON reader, and what was written.
@Suite struct EnvelopeReadingTests {
  static let texts = [
    "a", "", "\"", "\\", "\\\"", "\u{1}\n\t", "亿", "e\u{301}", "\u{1F600}\u{202E}", "null", "\",\"id\":\"x", "}",
    "\\u0041",
  ]

  static func envelope(_ random: inout SplitMix64) -> Envelope {
    func text() -> String {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in texts.randomElement(using: &random)! }.joined()
    }
    let event = Event(
      id: .v7(at: Timestamp(microseconds: 1_700_000_000_000_000), using: &random),
      subject: Subject(["company/a", "person/p-1.2_3"].randomElement(using: &random)!)!, kind: text(),
      schema: Int.random(in: 1...99, using: &random), occurred: text(), recordedBy: text(), status: text(), data: nil,
      sources: nil, causation: Bool.random(using: &random) ? nil : text(),
      correlation: Bool.random(using: &random) ? nil : text())
    let commitments = Dictionary(
      uniqueKeysWithValues: EventPart.allCases.map {
        ($0, (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
      })
    return Envelope(
      StoredEvent(
        event: event, position: Int64.random(in: 1...(1 << 40), using: &random),
        revision: Int64.random(in: 1...1000, using: &random),
        recorded: Timestamp(microseconds: Int64.random(in: 0...2_000_000_000_000_000, using: &random))),
      commitments: commitments)
  }

  @Test(arguments: UInt64(1)...300)
  func whatWasWrittenIsRead(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let envelope = Self.envelope(&random)
    #expect(Envelope(envelope.bytes) == envelope)
    // The canonical form of the same as the JSON reader sees it.
    #expect(try CanonicalWriter.bytes(of: JSONReader.read(envelope.bytes)) == envelope.bytes)
  }

  /// Whatever a page was damaged to, reading ends; what is still read is an envelope that is written as it is.
  @Test(arguments: UInt64(1)...300)
  func damagedEnvelopesAreRefusedOrReadAsTheyAre(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let whole = Self.envelope(&random).bytes
    for _ in 0..<40 {
      var bytes = whole
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 1: bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      default:
        bytes.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
      }
      guard let read = Envelope(bytes) else { continue }
      #expect(Envelope(read.bytes) == read, "seed \(seed)")
      let json = try JSONReader.read(bytes)
      let event = read.stored.event
      let members: [(String, JSONValue)] = [
        ("id", .string(event.id.description)), ("subject", .string(event.subject.id)), ("kind", .string(event.kind)),
        ("schema", .integer(event.schema)), ("occurred", .string(event.occurred)), ("status", .string(event.status)),
        ("recorded", .string(read.stored.recorded.description)), ("recorded_by", .string(event.recordedBy)),
        ("position", .integer(Int(read.stored.position))), ("revision", .integer(Int(read.stored.revision))),
        ("causation", .optional(event.causation)), ("correlation", .optional(event.correlation)),
      ]
      for (name, value) in members { #expect(json[name] == value, "seed \(seed): \(name)") }
    }
  }
}
