/// A range of leaves that RFC 6962 hashes as one tree.
struct Subtree {
  var leaves: Range<Int64>

  init(_ leaves: Range<Int64>) { self.leaves = leaves }

  /// The two parts at the largest power of two smaller than the number of leaves; `nil` for a leaf alone.
  var halves: (left: Subtree, right: Subtree)? {
    let count = leaves.upperBound - leaves.lowerBound
    guard count > 1 else { return nil }
    let middle = leaves.lowerBound + 1 << Int64(63 - (count - 1).leadingZeroBitCount)
    return (Subtree(leaves.lowerBound..<middle), Subtree(middle..<leaves.upperBound))
  }

  /// The stored nodes that make up the subtree, joined: at most one read for each bit of its number of leaves.
  func root(reading node: NodeReader) throws -> TreeHash {
    let count = leaves.upperBound - leaves.lowerBound
    guard let (left, right) = halves, count.nonzeroBitCount != 1 else {
      let level = count.trailingZeroBitCount
      return try node(TreeNode(level: level, index: leaves.lowerBound >> Int64(level)))
    }
    return TreeHash.node(try left.root(reading: node), try right.root(reading: node))
  }
}
