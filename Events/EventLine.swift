public import CanonicalJSON
public import EventLog
internal import Projecting

/// Reads an event from its exchange form: one JSON object, as `append` takes it and `log --format jsonl` prints it.
public enum EventLine {
  /// What a line may leave out.
  public struct Defaults: Sendable {
    public var recordedBy: String
    public var correlation: String?

    public init(recordedBy: String, correlation: String? = nil) {
      self.recordedBy = recordedBy
      self.correlation = correlation
    }
  }

  /// The members of a line. `position`, `revision`, `recorded` and `proof` are the log's to assign: they are
  /// accepted, so that an exported line can be appended elsewhere, and not used.
  private static let members = [
    "id", "subject", "kind", "schema", "occurred", "recorded", "recorded_by", "status", "data", "sources", "causation",
    "correlation", "position", "revision", "proof",
  ]

  /// - Throws: `InvalidEvent` with every problem of the line.
  public static func event(from json: JSONValue, defaults: Defaults) throws(InvalidEvent) -> Event {
    guard let object = json.object else {
      throw InvalidEvent([FieldProblem(field: "event", reason: "expected an object, got \(json.typeName)")])
    }
    var problems: [FieldProblem] = []
    for key in object.keys where !members.contains(key) {
      let near = nearest(to: key, among: members).map { "; did you mean \($0)?" } ?? ""
      problems.append(FieldProblem(field: key, reason: "is not a member of an event\(near)"))
    }
    func read<Value: FieldValue>(_ name: String, or fallback: Value?) -> Value? {
      guard let json = object[name], !json.isNull else {
        if fallback == nil { problems.append(FieldProblem(field: name, reason: "is missing")) }
        return fallback
      }
      return Value.read(json, at: name, problems: &problems)
    }
    let subject: Subject? = read("subject", or: nil)
    let kind: String? = read("kind", or: nil)
    let occurred: EDTFDate? = read("occurred", or: nil)
    let status: ClaimStatus? = read("status", or: .reported)
    let recordedBy: String? = read("recorded_by", or: defaults.recordedBy)
    let isExported = object["position"] != nil
    if isExported, object["sources"]?.isNull ?? false {
      problems.append(
        FieldProblem(field: "sources", reason: "were erased in the log that the line comes from; leave the line out"))
    }
    let sources = object["sources"].flatMap { $0.isNull ? nil : $0 } ?? []
    _ = [Source].read(sources, at: "sources", problems: &problems)
    let causation: EventID? = object["causation"].flatMap { json in
      json.isNull ? nil : EventID.read(json, at: "causation", problems: &problems)
    }
    let correlation: String? =
      object["correlation"].flatMap { json in
        json.isNull ? nil : String.read(json, at: "correlation", problems: &problems)
      } ?? defaults.correlation
    let newest = kind.flatMap { Vocabulary.type(of: $0) }?.schemaVersion ?? 1
    let schema: Int? = read("schema", or: newest)
    let data = object["data"] ?? .null
    if data.isNull, isExported {
      problems.append(
        FieldProblem(field: "data", reason: "was erased in the log that the line comes from; leave the line out"))
    } else if let kind, let schema {
      do throws(InvalidEvent) {
        let payload = try Vocabulary.payload(kind: kind, schema: schema, data: data)
        if let target = payload.amendment?.target, object["id"]?.string == target.description {
          problems.append(FieldProblem(field: "data.target", reason: "is the event itself"))
        }
      } catch {
        problems.append(contentsOf: error.problems)
      }
    }
    var id: EventID?
    if let json = object["id"], !json.isNull {
      id = EventID.read(json, at: "id", problems: &problems)
    }
    guard problems.isEmpty, let subject, let kind, let schema, let occurred, let status, let recordedBy else {
      throw InvalidEvent(problems)
    }
    let named =
      id
      ?? .v8(
        of: Event.content(
          subject: subject, kind: kind, schema: schema, occurred: occurred.text, status: status.rawValue, data: data,
          sources: sources, causation: causation?.description))
    return Event(
      id: named, subject: subject, kind: kind, schema: schema, occurred: occurred.text,
      recordedBy: recordedBy, status: status.rawValue, data: data, sources: sources,
      causation: causation?.description, correlation: correlation)
  }
}
