import EventLog
import Foundation
import GRDB
import SQLiteLog
import Testing
import Transparency

/// The tree that grows with the log.
@Suite struct TreeTests {
  @Test func theTreeIsThatOfTheEnvelopesAtEverySize() throws {
    try StoreUnderTest.sqlite.withStore { log, _ in
      let log = try #require(log as? SQLiteEventStore)
      for batch in [1, 2, 4, 30, 1, 90] {
        let head = try log.head().position
        _ = try log.append((0..<batch).map { claim("\(head) \($0)", on: "company/\($0 % 3)") })
        // A duplicate leaves no trace in the tree.
        _ = try log.append([claim("\(head) 0", on: "company/0")])
      }
      try log.readTree { tree in
        var (frontier, leaves) = (TreeFrontier(), [TreeHash]())
        try tree.records(1...tree.size) { record in
          leaves.append(.leaf(record.envelope))
          frontier.append(leaves.last!) { _ in }
          #expect(record.brokenParts.isEmpty)
          try #expect(tree.root(size: frontier.size) == frontier.root)
        }
        #expect(tree.size == 128 && frontier.size == 128)
        for position in [1, 64, 128] as [Int64] {
          let proof = try InclusionProof(index: position - 1, size: 128, reading: tree.node)
          #expect(proof.proves(leaves[Int(position - 1)], in: frontier.root))
        }
        let proof = try ConsistencyProof(oldSize: 37, newSize: 128, reading: tree.node)
        try #expect(proof.proves(tree.root(size: 37), continuedBy: frontier.root))
      }
      try #expect(log.verify().isIntact)
    }
  }

  /// A log of the format before the tree is brought up to date on opening.
  @Test func aLogOfFormat1GrowsItsTree() throws {
    try StoreUnderTest.sqlite.withStore { log, reopen in
      let path = try #require((log as? SQLiteEventStore)?.path)
      _ = try log.append((0..<21).map { claim("\($0)") })
      let root = try (log as! SQLiteEventStore).readTree { try $0.root(size: 21) }
      try DatabaseQueue(path: path).write { db in
        try db.execute(
          sql: """
            DROP TABLE node;
            DROP TRIGGER part_is_append_only_delete;
            CREATE TRIGGER part_is_append_only_delete BEFORE DELETE ON part
              BEGIN SELECT raise(ABORT, 'the log is append-only: a part is erased with redact'); END;
            PRAGMA user_version = 1;
            """)
      }
      let upgraded = try #require(try reopen() as? SQLiteEventStore)
      try #expect(upgraded.readTree { try $0.root(size: 21) } == root)
      let scan = try upgraded.verify()
      #expect(scan.isIntact, "\(scan.faults)")
      try #expect(upgraded.append([claim("more")]).positions == [22])
    }
  }
}
