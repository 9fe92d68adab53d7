import EventLog
import Foundation
import Testing

@Suite struct AppendTests {
  static let a = Subject("company/a")!

  @Test(arguments: StoreUnderTest.allCases)
  func absentThenConflict(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      try #expect(log.append([claim("1")], expecting: [Self.a: .absent]).positions == [1])
      let error = #expect(throws: EventStoreError.self) {
        try log.append([claim("2")], expecting: [Self.a: .absent])
      }
      #expect(error?.code == .conflict(subject: Self.a, expected: .absent, actual: 1))
      try #expect(log.head().position == 1)
    }
  }

  @Test(arguments: StoreUnderTest.allCases, [ExpectedRevision.absent, .exactly(0), .exactly(2), .exactly(3)])
  func wrongExpectationWritesNothing(store: StoreUnderTest, expected: ExpectedRevision) throws {
    try store.withStore { log, _ in
      _ = try log.append([claim("1")])
      #expect(throws: EventStoreError.self) {
        try log.append([claim("2"), claim("3"), claim("4")], expecting: [Self.a: expected])
      }
      try #expect(log.head().position == 1)
      try #expect(log.append([claim("5")], expecting: [Self.a: .exactly(1)]).positions == [2])
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func conflictOnMissingStreamNamesBothRevisions(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      let error = #expect(throws: EventStoreError.self) {
        try log.append([claim("1")], expecting: [Self.a: .exactly(1)])
      }
      #expect(error?.code == .conflict(subject: Self.a, expected: .exactly(1), actual: 0))
      #expect(error?.message.contains("revision 1") == true && error?.message.contains("revision 0") == true)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func lostAnswerIsRetried(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      let batch = [claim("1"), claim("2", on: "company/b"), claim("3")]
      let first = try log.append(batch, expecting: [Self.a: .absent])
      let again = try reopen().append(batch, expecting: [Self.a: .absent])
      #expect(again.positions == first.positions && again.appended == 0 && again.duplicates == 3)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func reusedIdIsRefused(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      let first = claim("1")
      _ = try log.append([first])
      for other in [claim("1", on: "company/b", id: first.id), claim("2", id: first.id)] {
        let error = #expect(throws: EventStoreError.self) { try log.append([claim("9"), other]) }
        #expect(error?.code == .idReused(id: first.id, position: 1))
      }
      try #expect(log.append([claim("10")]).positions == [2])
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func sameClaimTwiceInABatchIsOneEvent(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      let result = try log.append([claim("1"), claim("1")])
      #expect(result.positions == [1, 1] && result.appended == 1)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func emptyBatch(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      try #expect(log.append([]).positions.isEmpty)
      try #expect(log.head() == LogHead(position: 0, recorded: nil))
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func oversizedPartLeavesNothing(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      #expect(throws: EventStoreError.self) {
        try log.append([claim("1"), claim(String(repeating: "x", count: 2 << 20))])
      }
      try #expect(log.append([claim("1")]).positions == [1])
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func recordedNeverDecreases(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      _ = try log.append([claim("1")], recorded: Timestamp(microseconds: 5000), expecting: [:])
      _ = try log.append([claim("2")], recorded: Timestamp(microseconds: 4000), expecting: [:])
      _ = try log.append([claim("3")], recorded: Timestamp(microseconds: 6000), expecting: [:])
      try #expect(log.all(EventQuery()).map(\.recorded.microseconds) == [5000, 5000, 6000])
      let known = try [4999, 5000, 5999, 6000].map { try log.position(knownAt: Timestamp(microseconds: $0)) }
      #expect(known == [0, 2, 2, 3])
    }
  }
}
