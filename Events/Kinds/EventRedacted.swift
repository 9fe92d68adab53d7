public import EventLog
public import Projecting

/// Parts of a claim were lawfully erased.
public struct EventRedacted: EventPayload {
  public static let kind = "event_redacted"
  public static let meaning = "Parts of a claim were lawfully erased."
  public static let label = KindLabel("Redaction", "删除", glyph: "█")

  public var target: EventID
  public var reason: String

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
  }

  public var amendment: Amendment? { Amendment(target: target, effect: .redact) }
  public var headline: String { "parts erased of \(target): \(reason)" }
}
