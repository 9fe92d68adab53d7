public import CanonicalJSON
public import EventLog

/// The days that a date in the world may mean.
public struct DaySpan: Sendable, Hashable {
  /// `nil` when the start is open or unknown.
  public var earliest: CivilDate?
  /// `nil` when the end is open or unknown.
  public var latest: CivilDate?

  public init(earliest: CivilDate?, latest: CivilDate?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The day from which a claim counts in an as-of question, and by which histories are ordered: the earliest when
  /// it is known, else the latest, since a span with an open start is certain only by its end.
  public var countsFrom: CivilDate { earliest ?? latest ?? CivilDate(day: 0) }

  /// Days from the first to the last that it may mean, 0 for one day; more than any span has where an end is open.
  public var width: Int {
    guard let earliest, let latest else { return .max }
    return latest.day - earliest.day
  }
}

/// What a vocabulary makes of an event's data.
public struct Interpretation: Sendable {
  /// The typed payload, for projections that know the vocabulary.
  public var payload: any Sendable
  /// The same in JSON, as the newest version of the kind's schema says it.
  public var data: JSONValue
  /// That version, from 1.
  public var schema: Int
  public var mentions: [Mention]
  public var amendment: Amendment?

  public init(payload: any Sendable, data: JSONValue, schema: Int, mentions: [Mention], amendment: Amendment?) {
    self.payload = payload
    self.data = data
    self.schema = schema
    self.mentions = mentions
    self.amendment = amendment
  }
}

/// The vocabulary as the engine sees it. The engine knows nothing of kinds; it asks here.
public protocol Interpreter: Sendable {
  /// Changes whenever the same data may be read differently: what was computed under another one is computed again.
  var fingerprint: String { get }
  /// Reads data of any known schema version as the newest.
  func interpret(kind: String, schema: Int, data: JSONValue) throws -> Interpretation
  /// What an event whose data was erased still says about another: a retraction stays one. `nil` where the kind is not
  /// about another event.
  func amendment(ofErased kind: String, target: EventID) -> Amendment?
  /// Reads a date of the world.
  func days(of occurred: String) throws -> DaySpan
}

extension Interpreter {
  public func amendment(ofErased kind: String, target: EventID) -> Amendment? { nil }

  /// What an event says: by its data, or where that was erased, by its kind and its causation.
  /// - Throws: what the vocabulary throws for data that it cannot read.
  public func amendment(in event: Event) throws -> Amendment? {
    guard let data = event.data else {
      return event.causation.flatMap { EventID($0) }.flatMap { amendment(ofErased: event.kind, target: $0) }
    }
    return try interpret(kind: event.kind, schema: event.schema, data: data).amendment
  }
}
