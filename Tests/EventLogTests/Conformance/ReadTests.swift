import EventLog
import Testing

@Suite struct ReadTests {
  static let fixture = (0..<30).map { index in
    claim("\(index)", on: ["company/a", "company/b", "companyx/a"][index % 3], kind: ["k", "l"][index % 2])
  }

  @Test(arguments: StoreUnderTest.allCases)
  func everyEventComesBackAsItWas(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      _ = try log.append(Self.fixture)
      let stored = try reopen().all(EventQuery())
      #expect(stored.map(\.event) == Self.fixture)
      try #expect(stored.allSatisfy { try log.event($0.event.id) == $0 })
      try #expect(log.events(at: [3, 99, 1]) == [stored[2], stored[0]])
    }
  }

  @Test(
    arguments: StoreUnderTest.allCases,
    [
      EventQuery.Filter.everything, .subject(Subject("company/b")!), .subject(Subject("company/none")!),
      .category("company"), .kind("l"),
    ])
  func filtersCountTheLimitAndMirrorBackward(store: StoreUnderTest, filter: EventQuery.Filter) throws {
    try store.withStore { log, _ in
      _ = try log.append(Self.fixture)
      let expected = try log.all(EventQuery()).filter { stored in
        switch filter {
        case .everything: true
        case .subject(let subject): stored.event.subject == subject
        case .category(let category): stored.event.subject.category == category
        case .kind(let kind): stored.event.kind == kind
        }
      }
      try #expect(log.all(EventQuery(filter)) == expected)
      try #expect(log.all(EventQuery(filter, direction: .backward)) == expected.reversed())
      try #expect(
        log.all(EventQuery(filter, from: 7, limit: 4)) == Array(expected.filter { $0.position >= 7 }.prefix(4)))
      try #expect(
        log.all(EventQuery(filter, from: 7, direction: .backward, limit: 2))
          == Array(expected.filter { $0.position <= 7 }.reversed().prefix(2)))
      try #expect(log.all(EventQuery(filter, upTo: 7)) == expected.filter { $0.position <= 7 })
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func longStream(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      let result = try log.append((0..<1001).map { claim("\($0)") })
      #expect(result.positions == Array(1...1001))
      try #expect(log.revision(of: Subject("company/a")!) == 1001)
      var seen = 0
      try log.read(EventQuery()) { _ in
        seen += 1
        return seen < 10
      }
      #expect(seen == 10)
    }
  }
}
