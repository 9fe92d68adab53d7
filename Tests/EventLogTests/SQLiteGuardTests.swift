import EventLog
import Foundation
import GRDB
import SQLiteLog
import SQLiteStorage
import Testing

/// What the SQLite file itself promises, whoever opens it.
@Suite struct SQLiteGuardTests {
  @Test(arguments: [
    "UPDATE event SET kind = 'x'", "DELETE FROM event", "DELETE FROM part", "UPDATE part SET content = x'7b7d'",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 1",
    "INSERT OR REPLACE INTO part SELECT * FROM part WHERE position = 1",
    "INSERT INTO event SELECT 9, randomblob(16), subject, revision + 1, kind, recorded, envelope FROM event",
    "INSERT INTO event SELECT 3, id, subject, 3, kind, recorded, envelope FROM event WHERE position = 1",
  ])
  func rawWritesAreRefused(sql: String) throws {
    try StoreUnderTest.sqlite.withStore { log, _ in
      _ = try log.append([claim("1"), claim("2")])
      let before = try log.all(EventQuery())
      let path = try #require((log as? SQLiteEventStore)?.path)
      let raw = try DatabaseQueue(path: path)
      #expect(throws: DatabaseError.self) { try raw.write { try $0.execute(sql: sql) } }
      try #expect(log.all(EventQuery()) == before)
    }
  }

  @Test(arguments: [(DatabaseFile.Durability.full, 2), (.normal, 1)])
  func durabilityHoldsAfterOpening(durability: DatabaseFile.Durability, expected: Int) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString).sqlite").path
    defer {
      for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    let file = try DatabaseFile(path: path, durability: durability, isPrepared: { _ in true }, prepare: { _ in })
    try #expect(file.synchronous() == expected)
  }

  /// A process that was killed while it made the file leaves a journal, which a connection that only reads cannot undo.
  @Test func aFileWhoseMakingWasInterruptedIsOpened() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (path, copy) = (folder.appending(path: "a.sqlite").path, folder.appending(path: "b.sqlite").path)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try queue.writeWithoutTransaction { db in
      // More than fits into the cache, so that pages are in the file before the transaction ends.
      try db.execute(sql: "PRAGMA cache_size = 1")
      try db.execute(sql: "BEGIN IMMEDIATE")
      for _ in 0..<500 { try db.execute(sql: "INSERT INTO t VALUES (zeroblob(3000))") }
      for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: path + end, toPath: copy + end) }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(FileManager.default.fileExists(atPath: copy + "-journal"))
    let file = try DatabaseFile(path: copy, durability: .full, isPrepared: { _ in true }, prepare: { _ in })
    #expect(try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 0)
  }

  /// A long append holds the writers' lock for long; nobody else waits for it to open the log and read.
  @Test func readersDoNotWaitForTheWritersLock() throws {
    try StoreUnderTest.sqlite.withStore { log, reopen in
      _ = try log.append([claim("1")])
      let path = try #require((log as? SQLiteEventStore)?.path)
      let lock = try WriterLock(path: path + ".lock")
      defer { lock.release() }
      #expect(try reopen().head().position == 1)
      #expect(try reopen().all(EventQuery()).map(\.event) == [claim("1")])
    }
  }

  @Test func anotherApplicationsFileIsRefused() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString).sqlite").path
    defer {
      for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: EventStoreError.self) { try SQLiteEventStore(path: path) }
  }
}
