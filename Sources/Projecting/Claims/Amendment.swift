public import CanonicalJSON
public import EventLog

/// What an event says about another event.
public struct Amendment: Sendable, Equatable {
  public enum Effect: Sendable, Equatable {
    /// The target reads as if it had been recorded like this; what is `nil` stays.
    case correct(data: JSONValue?, occurred: String?, status: String?)
    /// The target no longer counts.
    case retract
    /// The target counts, and is shown as disputed.
    case dispute
    /// One more source says the same as the target.
    case confirm
    /// Parts of the target were erased.
    case redact
  }

  public var target: EventID
  public var effect: Effect

  public init(target: EventID, effect: Effect) {
    self.target = target
    self.effect = effect
  }
}

/// A subject that an event names, and the part that it plays there.
public struct Mention: Sendable, Hashable {
  public var subject: Subject
  /// `investor`, `acquirer`, `authority` …
  public var role: String

  public init(_ subject: Subject, role: String) {
    self.subject = subject
    self.role = role
  }
}
