import CanonicalJSON
import EventLog
import Projecting
import SQLiteViews
import Testing
import Seeded

/// The laws of the engine, over random logs; a failure prints the seed.
@Suite struct LawTests {
  static let projections: [any Projection] = [ListProjection(), TallyProjection()]
  static let seeds = Array(UInt64(1)...1_000)

  static func views(_ path: String, _ log: any EventStore) throws -> Views {
    try Views(path: path, log: log, interpreter: StoryVocabulary(), projections: projections)
  }

  static func digests(_ views: Views) throws -> [String] { try views.status().map(\.digest) }

  /// incremental == rebuild == incremental after any other split, by digest; and a check agrees.
  @Test(arguments: seeds)
  func incrementalEqualsRebuild(seed: UInt64) throws {
    let random = RandomLog(seed: seed)
    try withTemporaryFolder { folder in
      var found: [[String]] = []
      for split in 0..<2 {
        let log = MemoryEventStore()
        let views = try Self.views(folder + "/\(split).sqlite", log)
        for batch in random.batches(seed: seed &* 31 &+ UInt64(split)) {
          _ = try log.append(batch)
          if split == 0 {
            // A process that was killed after it extended the index: the rows are older, and still right.
            try Views(path: folder + "/0.sqlite", log: log, interpreter: StoryVocabulary(), projections: []).catchUp()
            if try views.status()[0].position != nil { try #expect(views.check().drift.isEmpty, "seed \(seed)") }
          }
          try views.catchUp()
        }
        try Self.expectRowsOfTheWholeLog(views, log, "seed \(seed), split \(split)")
        found.append(try Self.digests(views))
        try #expect(views.check().drift.isEmpty, "seed \(seed), split \(split)")
        try EngineTests.expectWordsOfTheRows(folder + "/\(split).sqlite", "seed \(seed), split \(split)")
        if split == 1 {
          try views.rebuild()
          found.append(try Self.digests(views))
          let fresh = try Self.views(folder + "/fresh.sqlite", log)
          try fresh.rebuild()
          found.append(try Self.digests(fresh))
          try #expect(fresh.check().drift.isEmpty, "seed \(seed), rebuilt")
          try EngineTests.expectWordsOfTheRows(folder + "/fresh.sqlite", "seed \(seed), rebuilt")
        }
      }
      #expect(Set(found).count == 1, "seed \(seed): \(found)")
    }
  }

  /// The rows of every subject are those of a history made from the whole log, without the engine's index.
  static func expectRowsOfTheWholeLog(_ views: Views, _ log: any EventStore, _ comment: Comment) throws {
    let events = try log.all(EventQuery())
    for subject in RandomLog.subjects {
      let history = try HistoryBuilder(interpreter: StoryVocabulary()).history(of: subject, from: events, cut: Cut())
      for projection in projections {
        let rows = try history.claims.isEmpty ? [] : projection.rows(for: history)
        let stored = try views.read { reader in
          try projection.models.flatMap { try reader.rows($0, of: subject).map(\.values) }
        }
        #expect(
          stored == projection.models.flatMap { model in rows.filter { $0.model == model.name }.map(\.values) }, comment
        )
      }
    }
  }

  /// A history at a position of the whole log equals that of the log cut there; so does the view.
  @Test(arguments: seeds)
  func knownAtEqualsTheLogCutThere(seed: UInt64) throws {
    let random = RandomLog(seed: seed)
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      for (index, batch) in random.batches(seed: seed).enumerated() {
        _ = try log.append(batch, recorded: Timestamp(microseconds: Int64(index)), expecting: [:])
      }
      let whole = try Self.views(folder + "/whole.sqlite", log)
      try whole.catchUp()
      let moment = Timestamp(microseconds: Int64(seed % 5))
      let position = try log.position(knownAt: moment)
      let cut = MemoryEventStore(try log.all(EventQuery(upTo: position)))
      let part = try Self.views(folder + "/part.sqlite", cut)
      try part.catchUp()
      for projection in Self.projections {
        for subject in RandomLog.subjects {
          let history = try whole.history(of: subject, cut: Cut(position: position))
          if history.claims.isEmpty { continue }
          let then = try projection.rows(for: history)
          let alone = try projection.rows(for: part.history(of: subject, cut: Cut()))
          #expect(then == alone, "seed \(seed), \(subject), position \(position)")
          let stored = try part.read { reader in
            try projection.models.flatMap { try reader.rows($0, of: subject).map(\.values) }
          }
          let expected = projection.models.flatMap { model in then.filter { $0.model == model.name }.map(\.values) }
          #expect(stored == expected, "seed \(seed), \(subject), position \(position)")
        }
      }
    }
  }

  /// After any erasures, views that were built up are those that are built anew: nothing of what was erased stays in them.
  @Test(arguments: Array(UInt64(1)...300))
  func erasedClaimsLeaveTheViews(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      let views = try Self.views(folder + "/views.sqlite", log)
      var events = RandomLog(seed: seed).events
      // Half of the amendments say in their envelope what they are about, as the commands write them.
      for index in events.indices where index.isMultiple(of: 2) {
        events[index].causation = events[index].data?["target"]?.string
      }
      var generator = SplitMix64(seed: seed)
      for (number, event) in events.enumerated() {
        guard (try? log.append([event])) != nil else { continue }
        if Int.random(in: 0..<3, using: &generator) == 0 { try views.catchUp() }
        guard Int.random(in: 0..<4, using: &generator) == 0,
          let target = events[0...number].randomElement(using: &generator)
        else { continue }
        let redaction = Event(
          id: EventID(high: seed, low: UInt64(1000 + number)), subject: target.subject, kind: Event.redactionKind,
          schema: 1,
          occurred: "1", recordedBy: "tester", status: "reported", data: ["target": .string(target.id.description)],
          sources: [], causation: target.id.description)
        let parts: Set<EventPart> = Bool.random(using: &generator) ? [.data] : [.data, .sources]
        _ = try log.redact(parts, by: redaction, recorded: .now())
      }
      try views.catchUp()
      try #expect(views.check().drift.isEmpty, "seed \(seed)")
      try Self.expectRowsOfTheWholeLog(views, log, "seed \(seed)")
      let fresh = try Self.views(folder + "/fresh.sqlite", log)
      try fresh.rebuild()
      try #expect(Self.digests(views) == Self.digests(fresh), "seed \(seed)")
      let before = try Self.digests(views)
      try views.scrub()
      try #expect(Self.digests(views) == before, "seed \(seed)")
    }
  }
}
