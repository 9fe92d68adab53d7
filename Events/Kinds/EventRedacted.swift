public import EventLog
public import Projecting

/// Parts of a claim were lawfully erased.
public struct EventRedacted: EventPayload {
  public static let kind = Event.redactionKind
  public static let meaning = "Parts of a claim were lawfully erased."
  public static let label = KindLabel("Redaction", "删除", glyph: "█")

  public var target: EventID
  public var reason: String
  /// What was erased; `nil` for the whole payload.
  public var parts: [EventPart]?

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
    parts = fields.optional("parts", "what was erased; the whole payload where it is not said")
  }

  public var amendment: Amendment? { Self.amendment(ofErased: target) }
  public static func amendment(ofErased target: EventID) -> Amendment? { Amendment(target: target, effect: .redact) }
  public var headline: String { "parts erased of \(target): \(reason)" }
}

extension EventPart: Choice {}
