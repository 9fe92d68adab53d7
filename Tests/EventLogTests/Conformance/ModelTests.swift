import CanonicalJSON
import EventLog
import Seeded
import Testing

/// Random sequences of operations on a store, against a model that is simple enough to be seen to be right.
@Suite struct ModelTests {
  /// A log as a list. What goes wrong in a batch undoes the batch.
  struct Model {
    var events: [Event] = []

    func revision(_ subject: Subject) -> Int64 { Int64(events.filter { $0.subject == subject }.count) }

    /// The positions, or `nil` where the batch is refused.
    mutating func append(_ batch: [Event], _ expectations: [Subject: ExpectedRevision]) -> [Int64]? {
      var next = events
      var positions: [Int64] = []
      for event in batch {
        if let known = next.firstIndex(where: { $0.id == event.id }) {
          guard next[known] == event else { return nil }
          positions.append(Int64(known + 1))
        } else {
          next.append(event)
          positions.append(Int64(next.count))
        }
      }
      let isNew = next.count > events.count
      guard !isNew || expectations.allSatisfy({ $0.value.isMet(by: revision($0.key)) }) else { return nil }
      events = next
      return positions
    }

    func read(_ query: EventQuery) -> [Int64] {
      var found = events.enumerated().map { (Int64($0 + 1), $1) }.filter { position, event in
        let isWanted =
          switch query.filter {
          case .everything: true
          case .subject(let subject): event.subject == subject
          case .category(let category): event.subject.category == category
          case .kind(let kind): event.kind == kind
          }
        let isFrom = query.from.map { query.direction == .forward ? position >= $0 : position <= $0 } ?? true
        return isWanted && isFrom && position <= query.upTo ?? .max
      }.map(\.0)
      if query.direction == .backward { found.reverse() }
      return Array(found.prefix(max(0, query.limit ?? .max)))
    }
  }

  static let subjects = ["company/a", "company/b", "person/p-1"]

  static func event(_ random: inout SplitMix64) -> Event {
    // Few texts, so that the same claims come again; and some ids twice with other contents.
    let text = "\(Int.random(in: 1...25, using: &random))"
    let id: EventID? = Int.random(in: 0..<12, using: &random) == 0 ? .v8(of: Array("taken \(text)".utf8)) : nil
    return claim(
      text, on: subjects.randomElement(using: &random)!, kind: ["noted", "seen"].randomElement(using: &random)!, id: id)
  }

  static func query(_ random: inout SplitMix64, _ size: Int) -> EventQuery {
    func maybe(_ range: ClosedRange<Int64>) -> Int64? {
      Bool.random(using: &random) ? Int64.random(in: range, using: &random) : nil
    }
    let filters: [EventQuery.Filter] = [
      .everything, .subject(Subject(subjects.randomElement(using: &random)!)!), .category("company"), .kind("seen"),
    ]
    let ends = Int64(-1)...Int64(size + 2)
    return EventQuery(
      filters.randomElement(using: &random)!, from: maybe(ends), upTo: maybe(ends),
      direction: Bool.random(using: &random) ? .forward : .backward, limit: maybe(0...4).map(Int.init))
  }

  @Test(arguments: StoreUnderTest.allCases, UInt64(1)...60)
  func theStoreDoesWhatTheModelDoes(store: StoreUnderTest, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var model = Model()
    try store.withStore { first, reopen in
      var handles = [first, try reopen()]
      for step in 0..<60 {
        let comment: Comment = "seed \(seed), step \(step)"
        // Two processes take turns, and now and then one of them is a new one.
        let handle = Int.random(in: 0..<2, using: &random)
        if Int.random(in: 0..<15, using: &random) == 0 { handles[handle] = try reopen() }
        let log = handles[handle]
        switch Int.random(in: 0..<5, using: &random) {
        case 0...2:
          let batch = (0..<Int.random(in: 0...4, using: &random)).map { _ in Self.event(&random) }
          var expectations: [Subject: ExpectedRevision] = [:]
          for name in Self.subjects where Int.random(in: 0..<3, using: &random) == 0 {
            let subject = Subject(name)!
            let near = max(0, model.revision(subject) + Int64.random(in: -1...1, using: &random))
            expectations[subject] = [.any, .absent, .exactly(near)].randomElement(using: &random)!
          }
          let expected = model.append(batch, expectations)
          let result = try? log.append(batch, expecting: expectations)
          #expect(result?.positions == expected, comment)
        case 3:
          let query = Self.query(&random, model.events.count)
          #expect(try log.all(query).map(\.position) == model.read(query), "\(query), \(comment)")
        default:
          let subject = Subject(Self.subjects.randomElement(using: &random)!)!
          #expect(try log.revision(of: subject) == model.revision(subject), comment)
          #expect(try log.head().position == Int64(model.events.count), comment)
          let event = Self.event(&random)
          let known = model.events.first { $0.id == event.id }
          #expect(try log.event(event.id)?.event == known, comment)
        }
      }
      #expect(try reopen().all(EventQuery()).map(\.event) == model.events, "seed \(seed)")
    }
  }
}
