public import CanonicalJSON
public import EventLog

/// A record as JSON, as proofs and published payloads carry it. The envelope and the contents are strings with their exact
/// bytes, so that nothing has to be encoded again to be hashed; salts are hexadecimal; an erased part is null.
public enum RecordText {
  /// The parts of a payload: `{"data":{"content":"…","salt":"…"},"sources":null}`.
  static func members(of parts: [EventPart: SealedPart]) -> [JSONObject.Member] {
    EventPart.allCases.map { part in
      JSONObject.Member(
        key: part.rawValue,
        value: parts[part].map { sealed in
          [
            "content": .string(String(decoding: sealed.content, as: UTF8.self)),
            "salt": .string(Hexadecimal.text(of: sealed.salt)),
          ]
        } ?? .null)
    }
  }

  public static func json(of record: LogRecord) -> JSONValue {
    .object(
      JSONObject(
        members(of: record.parts) + [
          JSONObject.Member(key: "envelope", value: .string(String(decoding: record.envelope, as: UTF8.self)))
        ]))
  }

  /// The parts that an object carries; `nil` where one is not of its form.
  static func parts(in json: JSONValue) -> [EventPart: SealedPart]? {
    var parts: [EventPart: SealedPart] = [:]
    for part in EventPart.allCases {
      guard let value = json[part.rawValue] else { return nil }
      if value.isNull { continue }
      guard let content = value["content"]?.string,
        let salt = value["salt"]?.string.flatMap({ Hexadecimal.bytes(of: $0.utf8) })
      else { return nil }
      parts[part] = SealedPart(salt: salt, content: Array(content.utf8))
    }
    return parts
  }

  /// `nil` for what is not a record. Commitments are not checked.
  public static func record(in json: JSONValue) -> LogRecord? {
    guard let envelope = json["envelope"]?.string, let parts = parts(in: json) else { return nil }
    return LogRecord(envelope: Array(envelope.utf8), parts: parts)
  }
}
