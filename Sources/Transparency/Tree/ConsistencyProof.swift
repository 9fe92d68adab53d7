/// The proof that a tree's first leaves are another, older tree: nothing was changed or taken away (RFC 9162,
/// section 2.1.4).
public struct ConsistencyProof: Sendable, Hashable {
  /// Number of leaves of the older tree.
  public var oldSize: Int64
  /// Number of leaves of the newer tree.
  public var newSize: Int64
  public var path: [TreeHash]

  public init(oldSize: Int64, newSize: Int64, path: [TreeHash]) {
    self.oldSize = oldSize
    self.newSize = newSize
    self.path = path
  }

  /// Proves that the tree with `newSize` leaves continues the one with `oldSize`, in O(log newSize) reads. The path is
  /// empty where there is nothing to show: from a tree without leaves, or to the same size.
  /// - Precondition: `0 <= oldSize <= newSize`
  public init(oldSize: Int64, newSize: Int64, reading node: NodeReader) throws {
    precondition(0 <= oldSize && oldSize <= newSize, "the older tree is not the smaller one")
    var path: [TreeHash] = []
    var subtree = Subtree(0..<newSize)
    // The root of the old tree itself is not sent: whoever checks has it.
    var isOldRoot = true
    while oldSize > 0, subtree.leaves.upperBound != oldSize, let (left, right) = subtree.halves {
      let goesLeft = oldSize <= left.leaves.upperBound
      path.append(try (goesLeft ? right : left).root(reading: node))
      subtree = goesLeft ? left : right
      if !goesLeft { isOldRoot = false }
    }
    if oldSize > 0, !isOldRoot { path.append(try subtree.root(reading: node)) }
    self.init(oldSize: oldSize, newSize: newSize, path: path.reversed())
  }

  /// Whether the tree with root `new` continues the tree with root `old`. Trusts none of its input. Every tree continues
  /// the one without leaves, so from there to another size nothing can be proved, and the answer is `false`.
  public func proves(_ old: TreeHash, continuedBy new: TreeHash) -> Bool {
    guard 0 <= oldSize, oldSize <= newSize else { return false }
    if oldSize == newSize { return path.isEmpty && old == new && (oldSize != 0 || old == .empty) }
    guard oldSize > 0 else { return false }
    var rest = path[...]
    let levels = Int64((~(oldSize - 1)).trailingZeroBitCount)
    var (place, last) = ((oldSize - 1) >> levels, (newSize - 1) >> levels)
    // A power of two is one complete subtree: its root, which is known, is where the path starts.
    guard let start = oldSize.nonzeroBitCount == 1 ? old : rest.popFirst() else { return false }
    var (oldRoot, newRoot) = (start, start)
    for sibling in rest {
      guard last != 0 else { return false }
      if place & 1 == 1 || place == last {
        oldRoot = TreeHash.node(sibling, oldRoot)
        newRoot = TreeHash.node(sibling, newRoot)
        let levels = place == 0 ? 0 : Int64(place.trailingZeroBitCount)
        (place, last) = (place >> levels, last >> levels)
      } else {
        newRoot = TreeHash.node(newRoot, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && oldRoot == old && newRoot == new
  }
}
