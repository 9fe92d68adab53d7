public import EventLog
public import Projecting

/// A claim is withdrawn and no longer counts.
public struct EventRetracted: EventPayload {
  public static let kind = "event_retracted"
  public static let meaning = "A claim is withdrawn and no longer counts."
  public static let label = KindLabel("Retraction", "撤回", glyph: "↶")

  public var target: EventID
  public var reason: String

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
  }

  public var amendment: Amendment? { Self.amendment(ofErased: target) }
  public static func amendment(ofErased target: EventID) -> Amendment? { Amendment(target: target, effect: .retract) }
  public var headline: String { "retracts \(target): \(reason)" }
}
