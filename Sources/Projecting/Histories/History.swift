public import CanonicalJSON
public import EventLog

/// One claim of a history, as it stands after the claims about it.
public struct Claim: Sendable {
  /// The event as it was recorded first.
  public var stored: StoredEvent
  /// What it says now, corrections applied, in the newest version of the kind's schema.
  public var data: JSONValue
  /// That version, from 1.
  public var schema: Int
  public var payload: any Sendable
  public var occurred: String
  public var days: DaySpan
  public var status: String
  /// How the history's subject takes part; `nil` where the claim is about the subject itself.
  public var role: String?
  public var corrections: [EventID]
  public var disputes: [EventID]
  public var confirmations: [EventID]
  /// The sources of the claim, and of its corrections and confirmations in force.
  public var sources: [JSONValue]

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
