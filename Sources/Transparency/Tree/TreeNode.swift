/// A node that never changes again: the root of a complete subtree of `2^level` leaves.
public struct TreeNode: Sendable, Hashable {
  /// 0 for a leaf, 1 for the parent of two leaves, and so on.
  public var level: Int
  /// Which of its level, from 0: the node covers the leaves `index << level ..< (index + 1) << level`.
  public var index: Int64

  public init(level: Int, index: Int64) {
    self.level = level
    self.index = index
  }

  /// Where the node stands when nodes are stored in the order in which they become complete, from 0. Storage is then
  /// appended to and never rewritten (the numbering of Russ Cox, "Transparent Logs for Skeptical Clients", appendix A).
  public var storedIndex: Int64 {
    // The leaf that completes this node, and the nodes before it: n leaves complete 2n − popcount(n) nodes.
    let last = ((index + 1) << Int64(level)) - 1
    return Self.storedCount(size: last) + Int64(level)
  }

  /// How many nodes a tree of `size` leaves has stored.
  public static func storedCount(size: Int64) -> Int64 { 2 * size - Int64(size.nonzeroBitCount) }
}

/// Where complete nodes are read from: a database, tiles, an array.
public typealias NodeReader = (TreeNode) throws -> TreeHash
