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
}
