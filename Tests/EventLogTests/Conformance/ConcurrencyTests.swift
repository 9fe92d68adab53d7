import EventLog
import Foundation
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
  static let writers = 8

  /// Runs `body` on as many threads as there are writers, each with a handle of its own.
  static func race(_ reopen: () throws -> any EventStore, _ body: @escaping @Sendable (Int, any EventStore) -> Void)
    throws
  {
    let stores = try (0..<writers).map { _ in try reopen() }
    DispatchQueue.concurrentPerform(iterations: writers) { body($0, stores[$0]) }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func oneOfManyWinsARevision(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      let outcomes = Mutex<[Bool]>([])
      try Self.race(reopen) { writer, log in
        let won = (try? log.append([claim("\(writer)")], expecting: [Subject("company/a")!: .absent])) != nil
        outcomes.withLock { $0.append(won) }
      }
      #expect(outcomes.withLock { $0.filter { $0 }.count } == 1)
      try #expect(log.head().position == 1)
    }
  }

  @Test(arguments: StoreUnderTest.allCases)
  func allWithoutExpectationsSucceedDensely(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      try Self.race(reopen) { writer, log in
        for round in 0..<10 {
          let batch = (0..<3).map { claim("\(writer) \(round) \($0)", on: "company/\(writer % 2)") }
          let positions = try? log.append(batch).positions
          #expect(positions.map { $0.last! - $0.first! } == 2)
        }
      }
      let events = try log.all(EventQuery())
      #expect(events.map(\.position) == Array(1...Int64(Self.writers * 30)))
      for subject in ["company/0", "company/1"] {
        let revisions = events.filter { $0.event.subject.id == subject }.map(\.revision)
        #expect(revisions == Array(1...Int64(revisions.count)))
      }
    }
  }

  /// A long batch racing short ones: all stored, each batch in one piece.
  @Test(arguments: StoreUnderTest.allCases)
  func longBatchesStayInOnePiece(store: StoreUnderTest) throws {
    try store.withStore { log, reopen in
      let pieces = Mutex<[Bool]>([])
      try Self.race(reopen) { writer, log in
        let count = writer == 0 ? 10_000 : 50
        let batch = (0..<count).map { claim("\(writer) \($0)", on: "company/\(writer)") }
        let positions = (try? log.append(batch).positions) ?? []
        pieces.withLock { $0.append(positions.count == count && positions.last! - positions[0] == Int64(count - 1)) }
      }
      #expect(pieces.withLock { $0 } == Array(repeating: true, count: Self.writers))
      try #expect(log.head().position == Int64(10_000 + 50 * (Self.writers - 1)))
    }
  }
}
