/// The right edge of a growing tree: the roots of the complete subtrees that its leaves fall into, largest first.
///
/// All that an append needs. A leaf costs one leaf hash and, on average, one node hash.
public struct TreeFrontier: Sendable, Hashable {
  /// The number of leaves.
  public private(set) var size: Int64
  private var roots: [TreeHash]

  /// The tree without leaves.
  public init() {
    size = 0
    roots = []
  }

  /// The edge of a tree of `size` leaves, from its stored nodes: one read for each bit that is set in `size`.
  public init(size: Int64, reading node: NodeReader) throws {
    self.size = size
    roots = try Self.nodes(size: size).map(node)
  }

  /// The complete subtrees that `size` leaves fall into, largest first.
  static func nodes(size: Int64) -> [TreeNode] {
    var nodes: [TreeNode] = []
    var first: Int64 = 0
    for level in (0..<63).reversed() where size & (1 << Int64(level)) != 0 {
      nodes.append(TreeNode(level: level, index: first >> Int64(level)))
      first += 1 << Int64(level)
    }
    return nodes
  }

  /// Adds a leaf and hands over each node that it completes, in the order of ``TreeNode/storedIndex``, the leaf first.
  public mutating func append(_ leaf: TreeHash, completing: (TreeHash) throws -> Void) rethrows {
    var hash = leaf
    try completing(hash)
    for _ in 0..<(~size).trailingZeroBitCount {
      hash = TreeHash.node(roots.removeLast(), hash)
      try completing(hash)
    }
    roots.append(hash)
    size += 1
  }

  /// The root of the tree (RFC 6962, section 2.1).
  public var root: TreeHash {
    guard var root = roots.last else { return .empty }
    for left in roots.dropLast().reversed() { root = TreeHash.node(left, root) }
    return root
  }
}
