public import EventLog
public import Projecting

/// A claim is disputed; it counts, and is shown as disputed.
public struct EventDisputed: EventPayload {
  public static let kind = "event_disputed"
  public static let meaning = "A claim is disputed; it counts, and is shown as disputed."
  public static let label = KindLabel("Dispute", "争议", glyph: "≠")

  public var target: EventID
  public var reason: String

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
  }

  public var amendment: Amendment? { Self.amendment(ofErased: target) }
  public static func amendment(ofErased target: EventID) -> Amendment? { Amendment(target: target, effect: .dispute) }
  public var headline: String { "disputes \(target): \(reason)" }
}
