import CanonicalJSON
import EventLog
import Testing

@Suite struct ErasureTests {
  static func redaction(of id: EventID, parts: [EventPart] = EventPart.allCases) -> Event {
    var event = claim("asked for", kind: Event.redactionKind)
    event.data = ["parts": .array(parts.map { .string($0.rawValue) })]
    event.causation = id.description
    return event
  }

  @Test(arguments: StoreUnderTest.allCases, [[EventPart.data], [.sources], [.data, .sources]])
  func anErasedPartStaysErased(store: StoreUnderTest, parts: [EventPart]) throws {
    try store.withStore { log, reopen in
      let (first, second) = (claim("1"), claim("2"))
      _ = try log.append([first, second])
      let result = try log.redact(Set(parts), by: Self.redaction(of: first.id), recorded: .now())
      #expect(result.positions == [3] && result.appended == 1)
      let stored = try #require(try reopen().event(first.id)).event
      #expect((stored.data == nil) == parts.contains(.data))
      #expect((stored.sources == nil) == parts.contains(.sources))
      try #expect(reopen().event(second.id)?.event == second)
      // The same event again is recognised, and brings nothing back.
      let again = try reopen().append([first])
      #expect(again.positions == [1] && again.appended == 0)
      try #expect(log.event(first.id)?.event == stored)
      // So is the same redaction.
      let repeated = try log.redact(Set(parts), by: Self.redaction(of: first.id), recorded: .now())
      #expect(repeated.positions == [3] && repeated.appended == 0)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func whatIsNotThereCannotBeErased(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      let unknown = claim("never appended").id
      let error = #expect(throws: EventStoreError.self) {
        try log.redact([.data], by: Self.redaction(of: unknown), recorded: .now())
      }
      #expect(error?.code == .unknownEvent(unknown))
      try #expect(log.head().position == 0)
    }
  }
}
