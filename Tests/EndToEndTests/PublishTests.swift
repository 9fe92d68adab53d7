import CanonicalJSON
import Foundation
import Testing

@Suite struct PublishTests {
  /// Published bit by bit or at once, a log is the same files; full tiles take the place of partial ones.
  @Test func incrementalEqualsAtOnce() throws {
    let log = try AttestedLog([], signs: false)
    defer { log.remove() }
    let (bitByBit, atOnce) = (log.path("a"), log.path("b"))
    var done = 0
    for size in [0, 1, 100, 255, 256, 257, 600] {
      if size > done { _ = try log.dealtrail("append", input: KillTests.lines(done..<size)) }
      done = size
      for _ in 0..<2 {
        let published = try log.dealtrail("publish", bitByBit)
        try #require(published.code == 0, "\(published.errors)")
      }
      let (json, code) = try AttestedLog.verify([bitByBit, "--key", log.key])
      #expect(code == 0 && json["checkpoint"]?["size"]?.integer == size, "\(json)")
    }
    _ = try log.dealtrail("publish", atOnce)
    let (left, right) = try (FileManager.default.contents(of: bitByBit), FileManager.default.contents(of: atOnce))
    // Older partial tiles stay while the full one is not there: 600 = 2 × 256 + 88.
    #expect(left.filter { right[$0.key] != nil } == right)
    #expect(Set(left.keys).subtracting(right.keys) == ["tile/1/000.p/1"])
    #expect(left["checkpoint"] == (try Data(contentsOf: URL(filePath: log.checkpoint(600)))))
  }

  @Test func payloadsStayAtHomeWhereAskedTo() throws {
    let log = try AttestedLog([0..<20])
    defer { log.remove() }
    let folder = log.path("public")
    _ = try log.dealtrail("publish", folder)
    #expect(FileManager.default.fileExists(atPath: folder + "/payload/000.jsonl"))
    try #expect(log.dealtrail("publish", folder, "--envelopes-only").code == 0)
    #expect(!FileManager.default.fileExists(atPath: folder + "/payload"))
    try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
    let all = try FileManager.default.contents(of: folder).values
    #expect(!all.contains { String(decoding: $0, as: UTF8.self).contains("\"count\"") })
  }

  @Test func foldersWithOtherThingsInThemAreLeftAlone() throws {
    let (log, other) = (try AttestedLog([0..<3]), try AttestedLog([0..<3]))
    defer {
      log.remove()
      other.remove()
    }
    try #expect(log.dealtrail("publish", log.folder).code == 1)
    let folder = log.path("public")
    try #expect(other.dealtrail("publish", folder).code == 0)
    let refused = try log.dealtrail("publish", folder)
    #expect(refused.code == 1 && refused.errors.contains("another log"))
    try #expect(AttestedLog.verify([folder, "--key", other.key]).1 == 0)
  }

  /// Killed anywhere in checkpoint and publish, the next run goes on, and what readers see always verifies.
  @Test func killedCheckpointsAndPublications() throws {
    let log = try AttestedLog([])
    defer { log.remove() }
    let folder = log.path("public")
    for round in 0..<8 {
      _ = try log.dealtrail("append", input: KillTests.lines(round * 300..<(round + 1) * 300))
      for command in [["checkpoint"], ["publish", folder]] {
        let process = try KillTests.start(command + ["--workspace", log.folder])
        usleep(UInt32(10_000 + round * 9_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if FileManager.default.fileExists(atPath: folder + "/checkpoint") {
          let (json, code) = try AttestedLog.verify([folder, "--key", log.key])
          #expect(code == 0, "round \(round): \(json)")
        }
        let (json, code) = try log.verify()
        #expect(code == 0, "round \(round): \(json)")
      }
      try #expect(log.dealtrail("publish", folder).code == 0)
      try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
    }
  }
}
