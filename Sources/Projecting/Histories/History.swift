public import CanonicalJSON
public import EventLog

/// One claim of a history, as it stands after the claims about it. A class, since projections sort and sift claims all the time, and
/// to hand one on then costs one count and not thirty.
public final class Claim: Sendable {
  /// The event as it was recorded first.
  public let stored: StoredEvent
  /// What it says now, corrections applied, in the newest version of the kind's schema.
  public let data: JSONValue
  /// That version, from 1.
  public let schema: Int
  public let payload: any Sendable
  public let occurred: String
  public let days: DaySpan
  public let status: String
  /// How the history's subject takes part; `nil` where the claim is about the subject itself.
  public let role: String?
  public let corrections: [EventID]
  public let disputes: [EventID]
  public let confirmations: [EventID]
  /// The sources of the claim, and of its corrections and confirmations in force.
  public let sources: [JSONValue]

  init(
    stored: StoredEvent, reading: Interpretation, standing: Standing, days: DaySpan, role: String?,
    corrections: [EventID], sources: [JSONValue]
  ) {
    self.stored = stored
    data = reading.data
    schema = reading.schema
    payload = reading.payload
    occurred = standing.occurred
    self.days = days
    status = standing.status
    self.role = role
    self.corrections = corrections
    disputes = standing.disputes
    confirmations = standing.confirmations
    self.sources = sources
  }

  public var id: EventID { stored.event.id }
  public var kind: String { stored.event.kind }
  public var isDisputed: Bool { !disputes.isEmpty }
  /// The events that the claim stands on: itself, then what amends it.
  public var evidence: [EventID] { [id] + corrections + confirmations }
}

/// The claims that count about one subject, its own and those that name it, ordered by (counts from, position).
public struct History: Sendable {
  public var subject: Subject
  public var claims: [Claim]

  public init(subject: Subject, claims: [Claim]) {
    self.subject = subject
    self.claims = claims
  }
}

/// The moment that a question is asked about.
public struct Cut: Sendable, Hashable {
  /// The last day in the world that counts, inclusive; `nil` for all.
  public var asOf: CivilDate?
  /// The last position of the log that counts, inclusive; `nil` for all.
  public var position: Int64?

  public init(asOf: CivilDate? = nil, position: Int64? = nil) {
    self.asOf = asOf
    self.position = position
  }
}

/// An event that cannot be read by the vocabulary.
public struct UnreadableEvent: Error, Sendable, CustomStringConvertible {
  public var position: Int64
  public var id: EventID
  public var underlying: any Error

  public var description: String { "event \(id) at position \(position): \(underlying)" }
}
