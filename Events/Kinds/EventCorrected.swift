public import CanonicalJSON
public import EventLog
public import Projecting

/// A claim is corrected: the replacement data takes its place.
public struct EventCorrected: EventPayload {
  public static let kind = "event_corrected"
  public static let meaning = "A claim is corrected: the replacement data takes its place."
  public static let label = KindLabel("Correction", "更正", glyph: "✎")

  public var target: EventID
  public var reason: String
  public var replacement: JSONValue?
  public var occurred: EDTFDate?
  public var status: ClaimStatus?

  public init(fields: inout FieldReader) {
    target = fields.required("target", "the id of the event that this is about")
    reason = fields.required("reason", "why")
    let data: ReplacementData? = fields.optional("data", "the replacement data, whole, of the target's kind")
    replacement = data?.json
    occurred = fields.optional("occurred", "the corrected date")
    status = fields.optional("status", "the corrected status")
    fields.require(
      replacement != nil || occurred != nil || status != nil, "data",
      "is missing; give the replacement data, or a corrected occurred or status")
  }

  public var amendment: Amendment? {
    Amendment(target: target, effect: .correct(data: replacement, occurred: occurred?.text, status: status?.rawValue))
  }
  public var headline: String { "corrects \(target): \(reason)" }
}

/// The replacement data of a correction, kept as it is: its fields are those of the target's kind.
struct ReplacementData: FieldValue {
  var json: JSONValue

  static var fieldType: FieldType { .payload }
  static var placeholder: ReplacementData { ReplacementData(json: [:]) }

  static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> ReplacementData? {
    guard json.object != nil else {
      problems.append(FieldProblem("expected an object, got \(json.typeName)"))
      return nil
    }
    return ReplacementData(json: json)
  }
}
