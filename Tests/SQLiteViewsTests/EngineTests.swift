import CanonicalJSON
import EventLog
import GRDB
import Projecting
import SQLiteViews
import Testing

/// What an event store's projections must do (`docs/conformance.md`, items 16–25).
@Suite struct EngineTests {
  static func note(_ text: String, on subject: String = "company/a", names: [String] = []) -> Event {
    var data = JSONObject()
    data["text"] = .string(text)
    if !names.isEmpty { data["names"] = .array(names.map { .string($0) }) }
    return Event(
      id: .v8(of: Array("\(text) \(subject)".utf8)), subject: Subject(subject)!, kind: "noted", schema: 1,
      occurred: "1", recordedBy: "tester", status: "reported", data: .object(data), sources: [])
  }

  static func views(
    _ folder: String, _ log: any EventStore, _ projections: [any Projection] = [ListProjection(), TallyProjection()],
    _ vocabulary: StoryVocabulary = StoryVocabulary()
  ) throws -> Views {
    try Views(path: folder + "/views.sqlite", log: log, interpreter: vocabulary, projections: projections)
  }

  static func texts(_ views: Views, _ subject: String = "company/a") throws -> [String] {
    try views.read { try $0.rows(ListProjection.model, of: Subject(subject)!) }.map { row in
      if case .text(let text) = row.values[0] { text } else { "" }
    }
  }

  static func raw(_ folder: String, _ sql: String) throws {
    try DatabaseQueue(path: folder + "/views.sqlite").write { try $0.execute(sql: sql) }
  }

  /// FTS5 compares its index with the rows (https://www.sqlite.org/fts5.html#the_integrity_check_command).
  static func checkWords(_ path: String) throws {
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "INSERT INTO list_words (list_words, rank) VALUES ('integrity-check', 1)")
    }
  }

  static func expectWordsOfTheRows(_ path: String, _ comment: Comment) throws {
    #expect(throws: Never.self, comment) { try checkWords(path) }
  }

  @Test func theJudgeOfWordsFindsARowWithoutThem() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append([Self.note("x"), Self.note("y", on: "company/b")])
      try Self.views(folder, log).catchUp()
      try Self.checkWords(folder + "/views.sqlite")
      try Self.raw(folder, "INSERT INTO list VALUES (NULL, 'company/c', 1, 'planted', 1, NULL, '', 9)")
      #expect(throws: DatabaseError.self) { try Self.checkWords(folder + "/views.sqlite") }
    }
  }

  /// A process that was killed while it read the log for the first time leaves an index by subject to be made.
  @Test func anIndexThatWasInterruptedIsFinished() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append((1...50).map { Self.note("x\($0)", on: "company/\($0 % 7)") })
      let views = try Self.views(folder, log)
      try views.catchUp()
      try Self.raw(folder, "DROP INDEX engine_touch_subject")
      _ = try log.append([Self.note("last", on: "company/3")])
      #expect(try views.catchUp().subjects == 1)
      let indexes = try DatabaseQueue(path: folder + "/views.sqlite").read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'index'")
      }
      #expect(indexes.contains("engine_touch_subject"))
      #expect(try views.check().drift.isEmpty)
    }
  }

  @Test func emptyLog() throws {
    try withTemporaryFolder { folder in
      let views = try Self.views(folder, MemoryEventStore())
      try #expect(views.rebuild().subjects == 0)
      let done = try views.catchUp()
      #expect(done.position == 0 && done.subjects == 0)
      try #expect(views.check().drift.isEmpty)
      try #expect(views.status().map(\.rows) == [0, 0])
    }
  }

  @Test func nothingNewWritesNothing() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append([Self.note("x")])
      let views = try Self.views(folder, log)
      try #expect(views.catchUp().position == 1)
      let reader = try DatabaseQueue(path: folder + "/views.sqlite")
      let before = try reader.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
      for _ in 0..<5 { try #expect(views.catchUp().subjects == 0) }
      let after = try reader.read { try Int.fetchOne($0, sql: "PRAGMA data_version") }
      #expect(before == after)
    }
  }

  @Test(
    arguments: [
      ("INSERT INTO list VALUES (NULL, 'company/ghost', 1, 'x', 1, NULL, '', 9)", "company/ghost", .unexpected),
      ("INSERT INTO list VALUES (NULL, 'company/a', 2, 'x', 1, NULL, '', 9)", "company/a", .unexpected),
      ("DELETE FROM list WHERE subject = 'company/a'", "company/a", .missing),
      ("UPDATE list SET text = 'forged' WHERE subject = 'company/a'", "company/a", .different),
      (
        "UPDATE engine_subject SET rows = 7, digest = x'00' WHERE subject = 'company/a' AND projection = 'list'",
        "company/a", .bookkeeping
      ),
    ] as [(String, String, Drift.Difference)])
  func checkNamesTheRowsThatTheLogDoesNotExplain(sql: String, subject: String, difference: Drift.Difference) throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append([Self.note("x"), Self.note("y", on: "company/b")])
      let views = try Self.views(folder, log)
      try views.catchUp()
      let digests = try views.status().map(\.digest)
      try Self.raw(folder, sql)
      let drift = try views.check().drift
      #expect(drift.map(\.subject) == [subject] && drift.map(\.difference) == [difference])
      if difference == .different { #expect(drift.first?.columns == ["text"]) }
      try views.rebuild()
      try #expect(views.check().drift.isEmpty)
      try #expect(views.status().map(\.digest) == digests)
      try #expect(Self.texts(views) == ["x"] && Self.texts(views, "company/b") == ["y"])
    }
  }

  @Test func rebuildingOneLeavesItsSiblingsUntouched() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append([Self.note("x")])
      let views = try Self.views(folder, log)
      try views.catchUp()
      try Self.raw(folder, "UPDATE list SET text = 'forged'; UPDATE tally_latest SET text = 'forged'")
      try views.rebuild(["list"])
      let drift = try views.check().drift
      #expect(drift.map(\.model) == ["tally_latest"])
    }
  }

  @Test func aFailingSubjectFailsAlone() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      let fragile: [any Projection] = [ListProjection(bomb: "boom"), TallyProjection()]
      _ = try log.append([Self.note("boom"), Self.note("y", on: "company/b")])
      var views = try Self.views(folder, log, fragile)
      try views.catchUp()
      views = try Self.views(folder, log, fragile)
      let failures = try views.status()[0].failures
      #expect(failures.map { "\($0.subject) \($0.position) \($0.message)" } == ["company/a 1 exploded"])
      try #expect(views.status()[1].failures.isEmpty)
      try #expect(Self.texts(views, "company/b") == ["y"] && Self.texts(views).isEmpty)
      try #expect(views.check().drift.isEmpty)

      _ = try log.append([Self.note("z", on: "company/b")])
      try views.catchUp()
      try #expect(Self.texts(views, "company/b") == ["y", "z"])
      try #expect(views.status()[0].failures.count == 1 && views.status()[0].position == 3)

      // Mended: a new version, and nothing else is done.
      views = try Self.views(folder, log, [ListProjection(version: 2), TallyProjection()])
      try views.catchUp()
      try #expect(views.status()[0].failures.isEmpty && Self.texts(views) == ["boom"])
    }
  }

  @Test func anUnreadableEventFailsItsSubjectUntilTheVocabularyKnowsIt() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      var strange = Self.note("x")
      strange.kind = "unheard_of"
      _ = try log.append([strange, Self.note("y", on: "company/b")])
      let views = try Self.views(folder, log)
      try views.catchUp()
      let failure = try #require(try views.status()[0].failures.first)
      #expect(failure.subject == "company/a" && failure.position == 1 && failure.message.contains("position 1"))
      try #expect(Self.texts(views, "company/b") == ["y"])
    }
  }

  @Test func anotherVocabularyComputesAgain() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      _ = try log.append([Self.note("x", names: ["company/b"])])
      try Self.views(folder, log).catchUp()
      let newer = try Self.views(folder, log, [ListProjection()], StoryVocabulary(fingerprint: "story 2"))
      // Readers that do not catch up still see the rows that there are.
      try #expect(Self.texts(newer, "company/b") == ["x"])
      try #expect(newer.catchUp().subjects == 2)
      try #expect(newer.check().drift.isEmpty)
    }
  }

  @Test func anotherLogComputesAgain() throws {
    try withTemporaryFolder { folder in
      let first = MemoryEventStore()
      _ = try first.append([Self.note("x"), Self.note("y")])
      try Self.views(folder, first).catchUp()
      let restored = MemoryEventStore()
      _ = try restored.append([Self.note("z", on: "company/b")])
      let views = try Self.views(folder, restored)
      try views.catchUp()
      try #expect(Self.texts(views).isEmpty && Self.texts(views, "company/b") == ["z"])
      try #expect(views.check().drift.isEmpty)
    }
  }

  @Test(arguments: [("两家 总部", 0), ("总 部", 1), ("alpha", 2), ("ALPHA", 2), ("\"be\" *", 1)])
  func searchedColumnsFollowTheRows(expression: String, count: Int) throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      let views = try Self.views(folder, log)
      try views.catchUp()
      _ = try log.append([Self.note("alpha"), Self.note("álpha beta", on: "company/b"), Self.note("总 部 搬 迁")])
      try views.catchUp()
      try #expect(views.read { try $0.rows(ListProjection.model, matching: expression, limit: 9) }.count == count)
      try views.rebuild()
      try #expect(views.read { try $0.rows(ListProjection.model, matching: expression, limit: 9) }.count == count)
    }
  }
}
