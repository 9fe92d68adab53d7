public import EventLog
public import Projecting

/// Another source confirms a claim.
public struct EventConfirmed: EventPayload {
  public static let kind = "event_confirmed"
  public static let meaning = "Another source confirms a claim."
  public static let label = KindLabel("Confirmation", "证实", glyph: "=")

  public var target: EventID
  public var reason: String

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
  }

  public var amendment: Amendment? { Self.amendment(ofErased: target) }
  public static func amendment(ofErased target: EventID) -> Amendment? { Amendment(target: target, effect: .confirm) }
  public var headline: String { "confirms \(target): \(reason)" }
}
