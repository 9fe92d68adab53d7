import CanonicalJSON
import EventLog
import Testing

/// Reads at the ends of the log, and the smallest and largest that there may be.
@Suite struct BoundaryTests {
  static let ends: [(EventQuery, [Int64])] = [
    (EventQuery(from: 0), [1, 2, 3, 4, 5]), (EventQuery(from: 1), [1, 2, 3, 4, 5]), (EventQuery(from: 5), [5]),
    (EventQuery(from: 6), []), (EventQuery(from: .max), []), (EventQuery(from: .min), [1, 2, 3, 4, 5]),
    (EventQuery(upTo: 0), []), (EventQuery(upTo: 1), [1]), (EventQuery(upTo: 5), [1, 2, 3, 4, 5]),
    (EventQuery(upTo: .max), [1, 2, 3, 4, 5]), (EventQuery(from: 3, upTo: 2), []), (EventQuery(from: 3, upTo: 3), [3]),
    (EventQuery(limit: 0), []), (EventQuery(limit: 1), [1]), (EventQuery(limit: 5), [1, 2, 3, 4, 5]),
    (EventQuery(limit: .max), [1, 2, 3, 4, 5]), (EventQuery(limit: -1), []),
    (EventQuery(direction: .backward), [5, 4, 3, 2, 1]), (EventQuery(from: 3, direction: .backward), [3, 2, 1]),
    (EventQuery(from: 0, direction: .backward), []), (EventQuery(from: 9, direction: .backward, limit: 2), [5, 4]),
    (EventQuery(from: 9, upTo: 4, direction: .backward, limit: 2), [4, 3]),
    (EventQuery(.subject(Subject("company/a")!), limit: 2), [1, 3]),
    (EventQuery(.subject(Subject("company/a")!), from: 2), [3, 5]),
    (EventQuery(.subject(Subject("company/a")!), direction: .backward, limit: 1), [5]),
    (EventQuery(.subject(Subject("company/nobody")!)), []), (EventQuery(.category("compan")), []),
    (EventQuery(.category("company")), [1, 2, 3, 4, 5]), (EventQuery(.kind("noted"), upTo: 2), [1, 2]),
    (EventQuery(.kind("")), []),
  ]

  @Test(arguments: StoreUnderTest.allCases, ends.indices)
  func readsAtTheEnds(store: StoreUnderTest, index: Int) throws {
    let (query, expected) = Self.ends[index]
    try store.withStore { log, _ in
      _ = try log.append((1...5).map { claim("\($0)", on: $0.isMultiple(of: 2) ? "company/b" : "company/a") })
      #expect(try log.all(query).map(\.position) == expected)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func positionsThatAreNotThereAreLeftOut(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      _ = try log.append([claim("1"), claim("2")])
      #expect(try log.events(at: [2, 0, 1, -1, 3, .max, 2]).map(\.position) == [2, 1, 2])
      #expect(try log.events(at: []).isEmpty)
      #expect(try log.event(claim("3").id) == nil)
    }
  }

  @Test(arguments: StoreUnderTest.allCases, [[:], [], .null, "", 0, .bool(false)] as [JSONValue])
  func anEmptyPayloadIsOne(store: StoreUnderTest, payload: JSONValue) throws {
    try store.withStore { log, reopen in
      let event = Self.holding("1", payload)
      let (first, second) = (try log.append([event]), try log.append([event]))
      #expect(first.appended == 1 && second.appended == 0)
      let stored = try reopen().event(event.id)?.event
      #expect(stored == event)
    }
  }

  private static func holding(_ text: String, _ payload: JSONValue) -> Event {
    var event = claim(text)
    (event.data, event.sources) = (payload, payload)
    return event
  }

  /// As many bytes as are allowed, and one more.
  @Test(arguments: StoreUnderTest.allCases)
  func theLargestPayload(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      // A text in quotes.
      let largest = String(repeating: "x", count: Event.maximumPartBytes - 2)
      let event = Self.holding("1", .string(largest))
      let appended = try log.append([event]).appended
      let stored = try reopen().event(event.id)?.event
      #expect(appended == 1 && stored == event)
      let larger = Self.holding("2", .string(largest + "x"))
      #expect { try log.append([claim("3"), larger]) } throws: { error in
        guard case .tooLarge(_, let bytes, let limit) = (error as? EventStoreError)?.code else { return false }
        return bytes == limit + 1 && limit == Event.maximumPartBytes
      }
      #expect(try reopen().head().position == 1)
    }
  }

  /// At the moment of an event it is known; a microsecond before, it is not.
  @Test(arguments: StoreUnderTest.allCases)
  func whatWasKnownAtAMoment(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      func time(_ microseconds: Int64) -> Timestamp { Timestamp(microseconds: microseconds) }
      #expect(try log.position(knownAt: time(0)) == 0)
      for second in 1...3 {
        _ = try log.append([claim("\(second)")], recorded: time(Int64(second) * 1_000_000), expecting: [:])
      }
      let moments: [(Int64, Int64)] = [
        (999_999, 0), (1_000_000, 1), (1_000_001, 1), (2_999_999, 2), (3_000_000, 3), (.max, 3), (.min, 0),
      ]
      for (moment, position) in moments { #expect(try log.position(knownAt: time(moment)) == position, "\(moment)") }
    }
  }
}
