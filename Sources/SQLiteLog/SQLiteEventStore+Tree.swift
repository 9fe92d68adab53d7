public import EventLog
internal import Foundation
internal import GRDB
internal import SQLiteStorage
public import Transparency

/// The Merkle tree over the envelopes, of which every complete node is stored. Leaf index = position − 1.
extension SQLiteEventStore {
  /// One consistent state of the tree, from which proofs are made in O(log n) reads.
  public struct Tree {
    let db: Database
    /// The number of leaves: the position of the last event.
    public let size: Int64

    /// - Throws: `EventStoreError.damaged` for a node that is not there.
    public func node(_ node: TreeNode) throws -> TreeHash { try SQLiteEventStore.node(node, db) }

    /// The root when the log had so many events.
    public func root(size: Int64) throws -> TreeHash { try SQLiteEventStore.frontier(size: size, db).root }

    /// What is stored of the events at these positions, in their order.
    /// - Throws: `EventStoreError.damaged` where one is not there.
    public func records(_ positions: ClosedRange<Int64>, _ body: (LogRecord) throws -> Void) throws {
      var next = positions.lowerBound
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT position, envelope FROM event WHERE position BETWEEN ? AND ? ORDER BY position"),
        arguments: [positions.lowerBound, positions.upperBound])
      while let row = try rows.next() {
        guard (row[0] as Int64?) == next else { throw SQLiteEventStore.damaged(next) }
        try body(try SQLiteEventStore.record(from: row, db))
        next += 1
      }
      guard next > positions.upperBound else { throw SQLiteEventStore.damaged(next) }
    }
  }

  /// Reads the tree and the records under it in one consistent state.
  public func readTree<T>(_ body: (Tree) throws -> T) throws -> T {
    try file.read { db in try body(Tree(db: db, size: try Self.head(db).position)) }
  }

  static func frontier(size: Int64, _ db: Database) throws -> TreeFrontier {
    try TreeFrontier(size: size) { try node($0, db) }
  }

  private static func node(_ node: TreeNode, _ db: Database) throws -> TreeHash {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM node WHERE number = ?")
    guard let bytes = try Data.fetchOne(statement, arguments: [node.storedIndex]), let hash = TreeHash(bytes) else {
      throw damaged((node.index << Int64(node.level)) + 1)
    }
    return hash
  }

  /// What ``grow(_:by:_:)`` runs.
  static func nodeInsertion(_ db: Database) throws -> DirectStatement {
    try DirectStatement(db, "INSERT INTO node (number, hash) VALUES (?, ?)")
  }

  /// Adds a leaf and stores the nodes that it completes, in the order in which they become complete.
  static func grow(_ tree: inout TreeFrontier, by leaf: TreeHash, _ insertion: DirectStatement) throws {
    var number = TreeNode.storedCount(size: tree.size)
    try tree.append(leaf) { hash in
      insertion.bind(1, number)
      try hash.withUnsafeBytes { bytes in
        insertion.bind(2, bytes)
        try insertion.run()
      }
      number += 1
    }
  }
}
