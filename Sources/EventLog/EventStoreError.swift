/// Why a store refused or failed.
public struct EventStoreError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable, Equatable {
    /// A subject is not at the expected revision.
    case conflict(subject: Subject, expected: ExpectedRevision, actual: Int64)
    /// An id is stored already with other content, first at `position`.
    case idReused(id: EventID, position: Int64)
    /// An envelope or a part is larger than the store allows.
    case tooLarge(what: String, bytes: Int, limit: Int)
    /// The log has no such event.
    case unknownEvent(EventID)
    /// A stored row cannot be read back as an event.
    case damaged(position: Int64)
    /// Another process holds the writer's lock.
    case locked
    /// The file is no log, or not of the format that it says.
    case unknownFormat
    /// The file is of a newer format than this version knows.
    case newerFormat
    /// The file is of an older format, and was not to be brought up to date.
    case olderFormat
    case failed
  }

  public var code: Code
  public var message: String
  public var underlying: (any Error)?

  public init(_ code: Code, _ message: String, underlying: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.underlying = underlying
  }

  public var description: String { underlying.map { "\(message): \($0)" } ?? message }

  public static func tooLarge(_ what: String, bytes: Int, limit: Int) -> EventStoreError {
    EventStoreError(
      .tooLarge(what: what, bytes: bytes, limit: limit), "\(what) has \(bytes) bytes; at most \(limit) are stored")
  }

  /// The id of `stored` came again with other content.
  public static func idReused(_ stored: Event, position: Int64) -> EventStoreError {
    EventStoreError(
      .idReused(id: stored.id, position: position),
      "the id \(stored.id) is stored already at position \(position) (\(stored.subject)) with other content; "
        + "give the new claim an id of its own, or append a correction")
  }

  public static func unknownEvent(_ id: EventID) -> EventStoreError {
    EventStoreError(.unknownEvent(id), "the log has no event \(id)")
  }

  public static func conflict(_ subject: Subject, expected: ExpectedRevision, actual: Int64) -> EventStoreError {
    let wanted =
      switch expected {
      case .any: "any revision"
      case .absent: "no events"
      case .exactly(let revision): "revision \(revision)"
      }
    return EventStoreError(
      .conflict(subject: subject, expected: expected, actual: actual),
      "conflict: \(subject) was expected at \(wanted) but is at revision \(actual); "
        + "nothing was written. Read what was added since and append again")
  }
}
