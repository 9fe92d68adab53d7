public import CanonicalJSON

/// Every kind of event. A new kind is one file in `Kinds/` and one line here.
public enum Vocabulary {
  public static let kinds: [any EventPayload.Type] = [
    CompanyProfiled.self, FundingRound.self, OwnershipChanged.self, Relocation.self, Layoff.self,
    PresenceWithdrawn.self, EntityChanged.self, Acquisition.self, Listing.self, RegulatoryProbe.self,
    LicenseDecision.self, DataTransfer.self, ExecutiveMoved.self, PersonRestricted.self, PolicyIssued.self,
    StatementMade.self, ForecastMade.self, ForecastResolved.self, MetricObserved.self, EventCorrected.self,
    EventRetracted.self, EventDisputed.self, EventConfirmed.self, EventRedacted.self, AuditCompleted.self,
    FindingAccepted.self,
  ]

  private static let byName: [String: any EventPayload.Type] = Dictionary(
    uniqueKeysWithValues: kinds.map { ($0.kind, $0) })

  public static func type(of kind: String) -> (any EventPayload.Type)? { byName[kind] }

  /// Reads the data of an event of any known version as the newest version of its kind.
  /// - Throws: `InvalidEvent` with every problem found.
  public static func payload(kind: String, schema: Int, data: JSONValue) throws(InvalidEvent) -> any EventPayload {
    try reading(kind: kind, schema: schema, data: data).payload
  }

  /// The payload, and the data as the newest version of the kind says it.
  static func reading(
    kind: String, schema: Int, data: JSONValue
  ) throws(InvalidEvent) -> (payload: any EventPayload, data: JSONValue) {
    guard let type = type(of: kind) else {
      let near = nearest(to: kind, among: kinds.map { $0.kind }).map { "; did you mean \($0)?" } ?? ""
      throw InvalidEvent([FieldProblem(field: "kind", reason: "\"\(kind)\" is not a known kind\(near)")])
    }
    return try read(type, schema: schema, data: data)
  }

  private static func read<Payload: EventPayload>(
    _ type: Payload.Type, schema: Int, data: JSONValue
  ) throws(InvalidEvent) -> (payload: any EventPayload, data: JSONValue) {
    guard (1...Payload.schemaVersion).contains(schema) else {
      throw InvalidEvent([
        FieldProblem(
          field: "schema",
          reason:
            "\(Payload.kind) has versions 1 to \(Payload.schemaVersion), not \(schema); update dealtrail if it is newer"
        )
      ])
    }
    var json = data
    for version in schema..<Payload.schemaVersion {
      if let upcast = Payload.upcasts[version], let object = json.object { json = .object(upcast(object)) }
    }
    var problems: [FieldProblem] = []
    guard let payload = Payload.read(json, at: "data", problems: &problems) else { throw InvalidEvent(problems) }
    return (payload, json)
  }
}

/// Everything that is wrong with one event.
public struct InvalidEvent: Error, Sendable, Equatable, CustomStringConvertible {
  public var problems: [FieldProblem]

  public init(_ problems: [FieldProblem]) { self.problems = problems }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
