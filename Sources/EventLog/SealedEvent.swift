internal import CanonicalJSON

/// An event that is ready to be stored but for its place in the log: its parts in canonical bytes, sealed with fresh salts and
/// committed to, and its envelope but for what the log assigns. Making it needs no log, so it can be made on any core.
public struct SealedEvent: Sendable {
  public let event: Event
  /// The parts, in the order of their names.
  public let parts: [(part: EventPart, sealed: SealedPart)]
  private let envelope: EnvelopeText

  /// - Throws: `EventStoreError.tooLarge`.
  public init(_ event: Event) throws(EventStoreError) {
    self.event = event
    var parts: [(part: EventPart, sealed: SealedPart)] = []
    for part in EventPart.allCases {
      let content = CanonicalWriter.bytes(of: event[part] ?? .null)
      guard content.count <= Event.maximumPartBytes else {
        throw .tooLarge("the \(part) of event \(event.id)", bytes: content.count, limit: Event.maximumPartBytes)
      }
      parts.append((part, SealedPart(content)))
    }
    self.parts = parts
    envelope = EnvelopeText(
      event, commitments: parts.map { ($0.part, Hexadecimal.text(of: $0.sealed.commitment)) })
  }

  /// The canonical bytes of the envelope at a place of the log.
  /// - Throws: `EventStoreError.tooLarge`.
  public func envelope(position: Int64, revision: Int64, recorded: Timestamp) throws(EventStoreError) -> [UInt8] {
    let bytes = envelope.bytes(position: position, revision: revision, recorded: recorded)
    guard bytes.count <= Envelope.maximumBytes else {
      throw .tooLarge("the envelope of event \(event.id)", bytes: bytes.count, limit: Envelope.maximumBytes)
    }
    return bytes
  }
}

extension Event {
  /// The content of a part; `nil` once erased.
  subscript(part: EventPart) -> JSONValue? {
    switch part {
    case .data: data
    case .sources: sources
    }
  }
}

/// The canonical text of an envelope, in the pieces between what the log assigns. Members are in the order of RFC 8785.
struct EnvelopeText: Sendable {
  private let beforePosition: [UInt8]
  private let beforeRevision: [UInt8]
  private let afterRevision: [UInt8]

  /// - Parameter commitments: in hexadecimal digits, in the order of the parts' names.
  init(_ event: Event, commitments: [(part: EventPart, digits: String)]) {
    var writer = CanonicalWriter()
    writer.write(member: "causation", .optional(event.causation), isFirst: true)
    writer.write(
      member: "commitments",
      .object(JSONObject(commitments.map { JSONObject.Member(key: $0.part.rawValue, value: .string($0.digits)) })))
    writer.write(member: "correlation", .optional(event.correlation))
    writer.write(member: "id", .string(event.id.description))
    writer.write(member: "kind", .string(event.kind))
    writer.write(member: "occurred", .string(event.occurred))
    beforePosition = writer.bytes
    writer = CanonicalWriter()
    writer.write(member: "recorded_by", .string(event.recordedBy))
    beforeRevision = writer.bytes
    writer = CanonicalWriter()
    writer.write(member: "schema", .integer(event.schema))
    writer.write(member: "status", .string(event.status))
    writer.write(member: "subject", .string(event.subject.id))
    afterRevision = writer.bytes
  }

  func bytes(position: Int64, revision: Int64, recorded: Timestamp) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(beforePosition.count + beforeRevision.count + afterRevision.count + 120)
    bytes.append(UInt8(ascii: "{"))
    bytes += beforePosition
    bytes += Array(",\"position\":\(position),\"recorded\":\"\(recorded)\"".utf8)
    bytes += beforeRevision
    bytes += Array(",\"revision\":\(revision)".utf8)
    bytes += afterRevision
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension CanonicalWriter {
  /// A member of an object whose braces are written elsewhere, after a comma unless it is the first.
  fileprivate mutating func write(member name: String, _ value: JSONValue, isFirst: Bool = false) {
    if !isFirst { writeSeparator() }
    write(.string(name))
    writeNameEnd()
    write(value)
  }
}
