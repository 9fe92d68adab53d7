public import CanonicalJSON

/// One recorded claim, as its author states it: everything but what the log itself assigns.
public struct Event: Sendable, Equatable {
  /// Largest part (data or sources) that a store takes, in canonical bytes.
  public static let maximumPartBytes = 1 << 20
  /// The one kind that the engine knows: an event that says that parts of another, its `causation`, were erased.
  public static let redactionKind = "event_redacted"

  /// Sixteen bytes of identity; the same id with the same content is the same event.
  public var id: EventID
  public var subject: Subject
  /// The event's type, snake_case.
  public var kind: String
  /// Version of the kind's data, from 1.
  public var schema: Int
  /// When it happened in the world: an EDTF (ISO 8601-2) date. The engine does not interpret it.
  public var occurred: String
  /// Who recorded it; an account, not a person's name, since envelopes are never erased.
  public var recordedBy: String
  /// How the claim stands: `reported`, `confirmed`, `denied` or `rumoured`.
  public var status: String
  /// What the claim says. `nil` once erased.
  public var data: JSONValue?
  /// Where the claim comes from. `nil` once erased.
  public var sources: JSONValue?
  /// The event that gave rise to this one.
  public var causation: String?
  /// What groups events recorded together, such as one import.
  public var correlation: String?

  public init(
    id: EventID, subject: Subject, kind: String, schema: Int, occurred: String, recordedBy: String, status: String,
    data: JSONValue?, sources: JSONValue?, causation: String? = nil, correlation: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.kind = kind
    self.schema = schema
    self.occurred = occurred
    self.recordedBy = recordedBy
    self.status = status
    self.data = data
    self.sources = sources
    self.causation = causation
    self.correlation = correlation
  }
}

extension Event {
  /// The claim itself in canonical bytes. What describes only the act of recording (`recorded`, `recorded_by`,
  /// `correlation`) is not part of it: two people who append one file append the same claims.
  public static func content(
    subject: Subject, kind: String, schema: Int, occurred: String, status: String, data: JSONValue,
    sources: JSONValue, causation: String?
  ) -> [UInt8] {
    CanonicalWriter.bytes(of: [
      "subject": .string(subject.id), "kind": .string(kind), "schema": .integer(schema),
      "occurred": .string(occurred), "status": .string(status), "data": data, "sources": sources,
      "causation": .optional(causation),
    ])
  }

  /// Whether `stored` is this event already recorded. A part that was erased cannot be compared and counts as equal.
  public func isSameClaim(as stored: Event) -> Bool {
    id == stored.id && subject == stored.subject && kind == stored.kind && schema == stored.schema
      && occurred.utf8.elementsEqual(stored.occurred.utf8) && status.utf8.elementsEqual(stored.status.utf8)
      && causation == stored.causation
      && (stored.data == nil || data == stored.data) && (stored.sources == nil || sources == stored.sources)
  }
}

/// An event with what the log assigned to it.
public struct StoredEvent: Sendable, Equatable {
  public var event: Event
  /// Place in the log, dense from 1 in commit order.
  public var position: Int64
  /// Place in the subject's stream, dense from 1.
  public var revision: Int64
  /// When the log learned it; never decreases with the position.
  public var recorded: Timestamp

  public init(event: Event, position: Int64, revision: Int64, recorded: Timestamp) {
    self.event = event
    self.position = position
    self.revision = revision
    self.recorded = recorded
  }

  /// The event in the log's exchange form: the design's envelope, plus `position` and `revision`.
  public var json: JSONValue {
    [
      "id": .string(event.id.description), "subject": .string(event.subject.id), "kind": .string(event.kind),
      "schema": .integer(event.schema), "occurred": .string(event.occurred),
      "recorded": .string(recorded.description), "recorded_by": .string(event.recordedBy),
      "status": .string(event.status), "data": event.data ?? .null, "sources": event.sources ?? .null,
      "causation": .optional(event.causation), "correlation": .optional(event.correlation),
      "position": .integer(Int(position)), "revision": .integer(Int(revision)),
    ]
  }
}
