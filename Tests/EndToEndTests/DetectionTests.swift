import CanonicalJSON
import Foundation
import GRDB
import Testing

/// What an insider, a lost disk or a stranger's server can do to a log, and what `verify` says of it: that it does not
/// hold, and the first position affected.
@Suite struct DetectionTests {
  private static func copy(_ from: String, _ to: String) throws {
    try? FileManager.default.removeItem(atPath: to)
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  private static func database(_ log: AttestedLog, from folder: String) throws {
    for name in ["log.sqlite", "log.sqlite-wal", "log.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: log.path(name))
    }
    try copy(folder + "/log.sqlite", log.path("log.sqlite"))
  }

  @Test func anOlderCopyPutBack() throws {
    let log = try AttestedLog([0..<30])
    defer { log.remove() }
    let old = log.path("backup")
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    try Self.copy(log.path("log.sqlite"), old + "/log.sqlite")
    _ = try log.dealtrail("append", input: KillTests.lines(30..<45))
    try #expect(log.dealtrail("checkpoint").code == 0)
    try Self.database(log, from: old)
    try log.expectFinding("log_rolled_back", at: 31)
    // Nothing is signed on top of it, before and after the log has grown past the checkpoint again.
    try #expect(log.dealtrail("checkpoint").code == 5)
    _ = try log.dealtrail("append", input: KillTests.lines(100..<120))
    let refused = try log.dealtrail("checkpoint")
    #expect(refused.code == 5 && !FileManager.default.fileExists(atPath: log.checkpoint(50)))
    try log.expectFinding("log_forked", at: 31)
    // A checkpoint that was kept elsewhere says the same of a workspace that lost its own.
    try Self.copy(log.checkpoint(45), old + "/kept")
    try FileManager.default.removeItem(atPath: log.path("checkpoints"))
    try #expect(log.verify().1 == 0, "nothing is left to hold it against")
    try log.expectFinding("log_forked", at: 1, "--checkpoint", old + "/kept")
  }

  /// Everything in the database agrees with itself; only what was signed outside tells. The first event that differs is
  /// named, whatever comes after it.
  @Test(arguments: [1, 17, 40])
  func aForkOfTheSameSize(first: Int) throws {
    let log = try AttestedLog([0..<20, 20..<40])
    let fork = try AttestedLog([0..<1])
    defer {
      log.remove()
      fork.remove()
    }
    // The fork keeps the rows before the first difference, byte for byte: only the insider's own come after.
    try Self.database(fork, from: log.folder)
    let raw = try DatabaseQueue(path: fork.path("log.sqlite"))
    try raw.write { db in
      for trigger in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%delete'")
      {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      let kept = 2 * (first - 1) - (first - 1).nonzeroBitCount
      try db.execute(sql: "DELETE FROM part WHERE position >= \(first); DELETE FROM event WHERE position >= \(first)")
      try db.execute(sql: "DELETE FROM node WHERE number >= \(kept)")
    }
    try raw.close()
    try #expect(fork.dealtrail("append", input: KillTests.lines(1000..<(1041 - first))).code == 0)
    try Self.database(log, from: fork.folder)
    let raw2 = try DatabaseQueue(path: log.path("log.sqlite"))
    try raw2.write { db in
      // The guards are put back as well, so that nothing but the checkpoints is left to tell.
      for (name, table, what) in [
        ("event_is_append_only_delete", "event", "append a retraction"),
        ("node_is_append_only_delete", "node", "its tree only grows"),
      ] {
        try db.execute(
          sql:
            "CREATE TRIGGER \(name) BEFORE DELETE ON \(table)\n  BEGIN SELECT raise(ABORT, 'the log is append-only: \(what)'); END"
        )
      }
    }
    try raw2.close()
    let (json, code) = try log.verify()
    let findings = try #require(json["findings"]?.array)
    let forked = findings.filter { $0["rule"]?.string == "log_forked" }
    #expect(code == 5 && forked.first?["position"]?.integer == first && findings.first == forked.first, "\(json)")
    #expect(forked.count == (first <= 20 ? 2 : 1), "a checkpoint from before the difference still holds")
    try #expect(log.dealtrail("checkpoint").code == 5)
  }

  @Test func alteredCheckpoints() throws {
    let log = try AttestedLog([0..<10, 10..<25])
    defer { log.remove() }
    let file = log.checkpoint(10)
    let bytes = try Data(contentsOf: URL(filePath: file))
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var altered = bytes
      altered[index] ^= 1
      try altered.write(to: URL(filePath: file))
      try log.expectFinding("checkpoint_altered", at: 10)
    }
    try Data(contentsOf: URL(filePath: log.checkpoint(25))).write(to: URL(filePath: file))
    try log.expectFinding("checkpoint_altered", at: 25)
    try bytes.write(to: URL(filePath: file))
    try #expect(log.verify().1 == 0)
    let tile = log.path("checkpoints/tile/0/000.p/25")
    var hashes = try Data(contentsOf: URL(filePath: tile))
    hashes[32 * 6] ^= 1
    try hashes.write(to: URL(filePath: tile))
    try log.expectFinding("tile_altered", at: 7)
  }

  @Test func aWrongKey() throws {
    let log = try AttestedLog([0..<10])
    let other = try AttestedLog([0..<10])
    defer {
      log.remove()
      other.remove()
    }
    try log.expectFinding("checkpoint_altered", at: 10, "--key", other.key)
    try Self.copy(other.path("keys/verifiers"), log.path("keys/verifiers"))
    try log.expectFinding("checkpoint_altered", at: 10)
    try #expect(log.dealtrail("checkpoint").code == 5)
  }

  @Test func aChangedRowAndADamagedFile() throws {
    let log = try AttestedLog([0..<50])
    defer { log.remove() }
    let pristine = try Data(contentsOf: URL(filePath: log.path("log.sqlite")))
    let raw = try DatabaseQueue(path: log.path("log.sqlite"))
    try raw.write { db in
      let guardSQL = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'part_is_append_only_update'")!
      try db.execute(sql: "DROP TRIGGER part_is_append_only_update")
      try db.execute(
        sql: """
          UPDATE part SET content = CAST(replace(CAST(content AS TEXT), '22', '23') AS BLOB)
          WHERE position = 23 AND name = 'data'
          """)
      try db.execute(sql: guardSQL)
    }
    try raw.close()
    try log.expectFinding("payload_altered", at: 23)
    for damage in [Data("not a database".utf8), pristine.prefix(5000), Data()] {
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.path("log.sqlite" + suffix)) }
      try damage.write(to: URL(filePath: log.path("log.sqlite")))
      let outcome = try log.dealtrail("verify")
      #expect(outcome.code == 5, "\(outcome.errors)")
    }
  }

  @Test func publishedTiles() throws {
    let log = try AttestedLog([0..<300])
    defer { log.remove() }
    let folder = log.path("public")
    try #require(log.dealtrail("publish", folder).code == 0)
    try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
    func expect(_ position: Int, _ rule: String, _ file: String, _ change: (inout Data) -> Void) throws {
      let path = folder + "/" + file
      let bytes = try Data(contentsOf: URL(filePath: path))
      var changed = bytes
      change(&changed)
      try changed.write(to: URL(filePath: path))
      let (json, code) = try AttestedLog.verify([folder, "--key", log.key])
      let first = json["findings"]?.array?.first
      #expect(
        code == 5 && first?["position"]?.integer == position && first?["rule"]?.string == rule, "\(file): \(json)")
      try bytes.write(to: URL(filePath: path))
    }
    // Truncated, extended and altered, in hashes, entries and payloads.
    try expect(44 + 256, "tile_altered", "tile/0/001.p/44") { $0.removeLast(32) }
    try expect(257, "tile_altered", "tile/0/001.p/44") { $0.removeAll() }
    try expect(300, "tile_altered", "tile/0/001.p/44") { $0.append(Data(count: 32)) }
    try expect(256, "tile_altered", "tile/0/000") { $0.append(1) }
    try expect(12, "tile_altered", "tile/0/000") { $0[32 * 11 + 5] ^= 8 }
    try expect(1, "tile_altered", "tile/1/000.p/1") { $0[3] ^= 1 }
    try expect(257, "tile_altered", "tile/entries/001.p/44") { $0.removeLast(10) }
    try expect(257, "tile_altered", "tile/entries/000") { $0.append(contentsOf: [0, 1, 65]) }
    try expect(301, "tile_altered", "tile/entries/001.p/44") { $0.append(contentsOf: [0, 1, 65]) }
    try expect(300, "payload_missing", "payload/001.jsonl") { $0 = $0.prefix($0.dropLast().lastIndex(of: 10)! + 1) }
    try expect(1, "payload_missing", "payload/000.jsonl") { data in
      let line = #"{"data":null,"position":1,"sources":null}"#
      data = Data(line.utf8) + data[data.firstIndex(of: 10)!...]
    }
    try expect(1, "payload_altered", "payload/000.jsonl") { data in
      data = Data(String(decoding: data, as: UTF8.self).replacing(#"\"count\":0,"#, with: #"\"count\":9,"#).utf8)
    }
    try FileManager.default.removeItem(atPath: folder + "/tile/entries/000")
    let (json, code) = try AttestedLog.verify([folder, "--key", log.key])
    #expect(code == 5 && json["findings"]?.array?.first?["rule"]?.string == "tile_missing")
  }
}
