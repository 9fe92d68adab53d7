/// The state that a writer expects a subject's stream to be in.
public enum ExpectedRevision: Sendable, Hashable {
  /// No expectation.
  case any
  /// The stream does not exist yet.
  case absent
  /// The stream's last event has this revision, from 1.
  case exactly(Int64)

  /// Whether a stream whose last event has `revision` (0 for none) is as expected.
  public func isMet(by revision: Int64) -> Bool {
    switch self {
    case .any: true
    case .absent: revision == 0
    case .exactly(let wanted): revision == wanted
    }
  }
}

/// What an append did.
public struct AppendResult: Sendable, Equatable {
  /// Where each event of the batch is, in the batch's order; duplicates are where they were.
  public var positions: [Int64]
  /// How many events were written; the rest were there already.
  public var appended: Int

  public init(positions: [Int64], appended: Int) {
    self.positions = positions
    self.appended = appended
  }

  public var duplicates: Int { positions.count - appended }
}

/// Where the log ends.
public struct LogHead: Sendable, Equatable {
  /// Position of the last event; 0 for an empty log.
  public var position: Int64
  /// When the last event was recorded; `nil` for an empty log.
  public var recorded: Timestamp?

  public init(position: Int64, recorded: Timestamp?) {
    self.position = position
    self.recorded = recorded
  }
}

/// Which events to read, and in what order.
public struct EventQuery: Sendable, Equatable {
  public enum Filter: Sendable, Equatable {
    case everything
    case subject(Subject)
    /// Subjects whose part before the slash is this.
    case category(String)
    case kind(String)
  }

  public enum Direction: Sendable {
    case forward
    case backward
  }

  public var filter: Filter
  /// First position read, inclusive; `nil` starts at the log's end that the direction leaves from.
  public var from: Int64?
  /// Last position that may be read whatever the direction, inclusive; how a reader pins a consistent cut.
  public var upTo: Int64?
  public var direction: Direction
  /// How many events at most, counted after the filter.
  public var limit: Int?

  public init(
    _ filter: Filter = .everything, from: Int64? = nil, upTo: Int64? = nil, direction: Direction = .forward,
    limit: Int? = nil
  ) {
    self.filter = filter
    self.from = from
    self.upTo = upTo
    self.direction = direction
    self.limit = limit
  }
}

/// An append-only log of events. Every store passes one conformance suite (`Tests/EventLogTests/Conformance`).
///
/// The calls are synchronous on purpose: they end in `fsync`, which would block the cooperative pool.
public protocol EventStore: Sendable {
  /// Appends a batch, whole or not at all.
  ///
  /// An event whose id is stored with the same content writes nothing and counts as a duplicate. A batch of which every
  /// event is stored already succeeds whatever the expectations: it is a retry whose answer was lost.
  /// - Parameters:
  ///   - recorded: the time to record; the store raises it to the last recorded time, so that it never decreases.
  ///   - expectations: the revisions that subjects must have before the batch.
  /// - Throws: `EventStoreError`.
  func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision]
  ) throws -> AppendResult

  /// Appends `redaction` and destroys, in the same transaction, parts of the event that it is about, with their salts.
  /// Envelopes, and with them every position, hash and proof, stay. Harmless where the parts are gone already.
  /// - Parameter redaction: an event of the kind ``Event/redactionKind`` whose `causation` is the erased event's id.
  /// - Returns: what was appended; the position of the redaction.
  /// - Throws: `EventStoreError`; `unknownEvent` where the log does not have the event.
  func redact(_ parts: Set<EventPart>, by redaction: Event, recorded: Timestamp) throws -> AppendResult

  func head() throws -> LogHead

  /// Streams events to `body` until it returns `false`. All of them belong to one consistent state of the log.
  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Bool) throws

  /// The events at `positions`, in that order; positions that the log does not have are left out.
  func events(at positions: [Int64]) throws -> [StoredEvent]

  func event(_ id: EventID) throws -> StoredEvent?

  /// The revision of the subject's last event; 0 when it has none.
  func revision(of subject: Subject) throws -> Int64

  /// The position of the last event recorded at or before `time`; 0 when there is none.
  func position(knownAt time: Timestamp) throws -> Int64
}

extension EventStore {
  /// The event that a redaction is about.
  /// - Precondition: the event is a redaction.
  public func target(of redaction: Event) throws -> StoredEvent {
    guard redaction.kind == Event.redactionKind, let id = redaction.causation.flatMap({ EventID($0) }) else {
      preconditionFailure("a redaction names the event that it erases as its causation")
    }
    guard let target = try event(id) else { throw EventStoreError.unknownEvent(id) }
    // It says which parts may be missing; without it, more could go unnoticed.
    guard target.event.kind != Event.redactionKind else {
      throw EventStoreError(.failed, "\(id) is a redaction itself, which stays readable; nothing was erased")
    }
    return target
  }

  public func append(_ batch: [Event], expecting: [Subject: ExpectedRevision] = [:]) throws -> AppendResult {
    try append(batch, recorded: .now(), expecting: expecting)
  }

  /// All events of a query at once; for streams known to be short.
  public func all(_ query: EventQuery) throws -> [StoredEvent] {
    var events: [StoredEvent] = []
    try read(query) { event in
      events.append(event)
      return true
    }
    return events
  }
}
