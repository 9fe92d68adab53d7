internal import CanonicalJSON
internal import Crypto
internal import EventLog

/// The part of an event that is never erased, with a commitment to each part of its payload.
enum Envelope {
  /// Largest envelope in bytes; what identifies an event is short.
  static let maximumBytes = 4096

  /// HMAC-SHA256 of a part under its salt: without the salt, the commitment says nothing about the part.
  static func commitment(to part: [UInt8], salt: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: part, using: SymmetricKey(data: salt))
    return code.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }

  static func bytes(of stored: StoredEvent, commitments: [String: JSONValue]) -> [UInt8] {
    let event = stored.event
    return CanonicalWriter.bytes(of: [
      "id": .string(event.id.description), "position": .integer(Int(stored.position)),
      "subject": .string(event.subject.id), "revision": .integer(Int(stored.revision)), "kind": .string(event.kind),
      "schema": .integer(event.schema), "occurred": .string(event.occurred),
      "recorded": .string(stored.recorded.description), "recorded_by": .string(event.recordedBy),
      "status": .string(event.status), "causation": .optional(event.causation),
      "correlation": .optional(event.correlation),
      "commitments": .object(JSONObject(commitments.map { JSONObject.Member(key: $0.key, value: $0.value) })),
    ])
  }

  /// Reads a stored event back; `nil` when the envelope is not of the form that ``bytes(of:commitments:)`` writes.
  static func stored(envelope bytes: [UInt8], data: JSONValue?, sources: JSONValue?) -> StoredEvent? {
    guard let json = try? JSONReader.read(bytes), let id = json["id"]?.string.flatMap({ EventID($0) }),
      let subject = json["subject"]?.string.flatMap({ Subject($0) }), let position = json["position"]?.integer,
      let revision = json["revision"]?.integer, let kind = json["kind"]?.string, let schema = json["schema"]?.integer,
      let occurred = json["occurred"]?.string, let recorded = json["recorded"]?.string.flatMap({ Timestamp($0) }),
      let recordedBy = json["recorded_by"]?.string, let status = json["status"]?.string
    else { return nil }
    let event = Event(
      id: id, subject: subject, kind: kind, schema: schema, occurred: occurred, recordedBy: recordedBy,
      status: status, data: data, sources: sources, causation: json["causation"]?.string,
      correlation: json["correlation"]?.string)
    return StoredEvent(event: event, position: Int64(position), revision: Int64(revision), recorded: recorded)
  }
}
