/// The proof that a leaf is in a tree: the siblings on its way to the root, lowest first (RFC 9162, section 2.1.3).
public struct InclusionProof: Sendable, Hashable {
  /// The leaf's index, from 0.
  public var index: Int64
  /// The tree's number of leaves.
  public var size: Int64
  public var path: [TreeHash]

  public init(index: Int64, size: Int64, path: [TreeHash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Proves leaf `index` of the tree with `size` leaves, in O(log size) reads.
  /// - Precondition: `0 <= index < size`
  public init(index: Int64, size: Int64, reading node: NodeReader) throws {
    precondition(0 <= index && index < size, "no such leaf")
    var path: [TreeHash] = []
    var subtree = Subtree(0..<size)
    while let (left, right) = subtree.halves {
      let goesLeft = left.leaves.contains(index)
      path.append(try (goesLeft ? right : left).root(reading: node))
      subtree = goesLeft ? left : right
    }
    self.init(index: index, size: size, path: path.reversed())
  }

  /// The root that this proof leads to from a leaf's hash; `nil` if the path is not of the length that index and size
  /// call for. Trusts none of its input.
  public func root(from leaf: TreeHash) -> TreeHash? {
    guard 0 <= index, index < size else { return nil }
    var (place, last) = (index, size - 1)
    var root = leaf
    for sibling in path {
      guard last != 0 else { return nil }
      if place & 1 == 1 || place == last {
        root = TreeHash.node(sibling, root)
        let levels = place == 0 ? 0 : place.trailingZeroBitCount
        (place, last) = (place >> Int64(levels), last >> Int64(levels))
      } else {
        root = TreeHash.node(root, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 ? root : nil
  }

  /// Whether the leaf is in the tree with this root.
  public func proves(_ leaf: TreeHash, in root: TreeHash) -> Bool { self.root(from: leaf) == root }
}
