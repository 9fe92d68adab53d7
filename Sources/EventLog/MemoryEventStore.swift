internal import CanonicalJSON
internal import Synchronization

/// A log in memory: what the others do, without a file. For tests, and for projections over events that are not kept.
public final class MemoryEventStore: EventStore {
  private struct State {
    var events: [StoredEvent] = []
    var positions: [EventID: Int64] = [:]
    var revisions: [Subject: Int64] = [:]
  }

  private let state: Mutex<State>

  /// - Parameter events: the first events of a log, positions dense from 1, as another store gave them.
  public init(_ events: [StoredEvent] = []) {
    var state = State()
    for stored in events {
      precondition(stored.position == Int64(state.events.count + 1), "positions are dense from 1")
      Self.add(stored, to: &state)
    }
    self.state = Mutex(state)
  }

  private static func add(_ stored: StoredEvent, to state: inout State) {
    state.events.append(stored)
    state.positions[stored.event.id] = stored.position
    state.revisions[stored.event.subject] = stored.revision
  }

  public func append(
    _ batch: [Event], recorded: Timestamp, expecting expectations: [Subject: ExpectedRevision]
  ) throws -> AppendResult {
    try state.withLock { state in
      var next = state
      var positions: [Int64] = []
      for event in batch {
        if let position = next.positions[event.id] {
          let stored = next.events[Int(position - 1)].event
          guard event.isSameClaim(as: stored) else { throw EventStoreError.idReused(stored, position: position) }
          positions.append(position)
          continue
        }
        for subject in expectations.keys.sorted() {
          let actual = state.revisions[subject] ?? 0
          guard expectations[subject]!.isMet(by: actual) else {
            throw EventStoreError.conflict(subject, expected: expectations[subject]!, actual: actual)
          }
        }
        for (name, part) in [("data", event.data), ("sources", event.sources)] {
          let bytes = CanonicalWriter.bytes(of: part ?? .null).count
          guard bytes <= Event.maximumPartBytes else {
            throw EventStoreError.tooLarge(
              "the \(name) of event \(event.id)", bytes: bytes, limit: Event.maximumPartBytes)
          }
        }
        let position = Int64(next.events.count + 1)
        let stored = StoredEvent(
          event: event, position: position, revision: (next.revisions[event.subject] ?? 0) + 1,
          recorded: max(recorded, next.events.last?.recorded ?? recorded))
        Self.add(stored, to: &next)
        positions.append(position)
      }
      let appended = next.events.count - state.events.count
      state = next
      return AppendResult(positions: positions, appended: appended)
    }
  }

  public func redact(_ parts: Set<EventPart>, by redaction: Event, recorded: Timestamp) throws -> AppendResult {
    let target = try target(of: redaction)
    let result = try append([redaction], recorded: recorded, expecting: [:])
    state.withLock { state in
      if parts.contains(.data) { state.events[Int(target.position - 1)].event.data = nil }
      if parts.contains(.sources) { state.events[Int(target.position - 1)].event.sources = nil }
    }
    return result
  }

  public func head() throws -> LogHead {
    state.withLock { LogHead(position: Int64($0.events.count), recorded: $0.events.last?.recorded) }
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Bool) throws {
    let events = state.withLock(\.events)
    let first = query.direction == .forward ? max(query.from ?? 1, 1) : 1
    let end = min(query.direction == .forward ? .max : query.from ?? .max, query.upTo ?? .max, Int64(events.count))
    guard first <= end else { return }
    let range = events[Int(first - 1)..<Int(end)]
    var left = query.limit ?? .max
    for stored in query.direction == .forward ? Array(range) : range.reversed() where query.filter.admits(stored.event)
    {
      guard left > 0, try body(stored) else { return }
      left -= 1
    }
  }

  public func events(at positions: [Int64]) throws -> [StoredEvent] {
    state.withLock { state in
      positions.filter { $0 >= 1 && $0 <= state.events.count }.map { state.events[Int($0 - 1)] }
    }
  }

  public func event(_ id: EventID) throws -> StoredEvent? {
    state.withLock { state in state.positions[id].map { state.events[Int($0 - 1)] } }
  }

  public func revision(of subject: Subject) throws -> Int64 { state.withLock { $0.revisions[subject] ?? 0 } }

  public func position(knownAt time: Timestamp) throws -> Int64 {
    state.withLock { $0.events.last { $0.recorded <= time }?.position ?? 0 }
  }
}

extension EventQuery.Filter {
  fileprivate func admits(_ event: Event) -> Bool {
    switch self {
    case .everything: true
    case .subject(let subject): event.subject == subject
    case .category(let category): event.subject.category == category
    case .kind(let kind): event.kind == kind
    }
  }
}
