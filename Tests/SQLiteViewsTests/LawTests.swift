import EventLog
import Projecting
import SQLiteViews
import Testing

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
        if split == 1 {
          try views.rebuild()
          found.append(try Self.digests(views))
          let fresh = try Self.views(folder + "/fresh.sqlite", log)
          try fresh.rebuild()
          found.append(try Self.digests(fresh))
          try #expect(fresh.check().drift.isEmpty, "seed \(seed), rebuilt")
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
}
