import Testing
import Transparency

/// What holds of every tree, against the definition of RFC 6962 written down as it stands there.
@Suite struct TreeLawTests {
  static let leaves: [[UInt8]] = (0..<130).map { Array("leaf \($0)".utf8) }
  static let tree = StoredTree(leaves)

  /// MTH(D[n]) of RFC 6962, section 2.1, by recursion.
  static func definition(_ leaves: ArraySlice<[UInt8]>) -> TreeHash {
    if leaves.isEmpty { return .empty }
    if leaves.count == 1 { return .leaf(leaves.first!) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return .node(definition(leaves[..<middle]), definition(leaves[middle...]))
  }

  @Test func rootsAndStoredCountsAreThoseOfTheDefinition() throws {
    for size in 0...Self.leaves.count {
      let tree = StoredTree(Self.leaves.prefix(size))
      #expect(tree.frontier.root == Self.definition(Self.leaves.prefix(size)))
      #expect(Int64(tree.nodes.count) == TreeNode.storedCount(size: Int64(size)))
      #expect(try TreeFrontier(size: Int64(size), reading: Self.tree.read) == tree.frontier)
    }
  }

  @Test func everyProofHoldsAndNoneHoldsForAnother() throws {
    let roots = (0...Self.leaves.count).map { Self.definition(Self.leaves.prefix($0)) }
    for size in [1, 2, 3, 7, 8, 9, 64, 65, 127, 130] {
      for index in 0..<size {
        let proof = try InclusionProof(index: Int64(index), size: Int64(size), reading: Self.tree.read)
        #expect(proof.proves(.leaf(Self.leaves[index]), in: roots[size]))
        #expect(!proof.proves(.leaf(Self.leaves[(index + 1) % 130]), in: roots[size]))
        #expect(!proof.proves(.leaf(Self.leaves[index]), in: roots[size - 1]))
      }
      for old in 1...size {
        let proof = try ConsistencyProof(oldSize: Int64(old), newSize: Int64(size), reading: Self.tree.read)
        #expect(proof.proves(roots[old], continuedBy: roots[size]))
        #expect(!proof.proves(roots[old], continuedBy: .leaf([1])))
        if !proof.path.isEmpty {
          var broken = proof
          broken.path.removeLast()
          #expect(!broken.proves(roots[old], continuedBy: roots[size]))
          broken = proof
          broken.path.append(.empty)
          #expect(!broken.proves(roots[old], continuedBy: roots[size]))
        }
      }
    }
  }

  @Test func proofsOfHostileNumbersAreRefusedWithoutTrapping() {
    let numbers: [Int64] = [.min, -1, 0, 1, 2, .max - 1, .max]
    for first in numbers {
      for second in numbers {
        let path = Array(repeating: TreeHash.empty, count: 64)
        #expect(InclusionProof(index: first, size: second, path: path).root(from: .empty) == nil)
        let proof = ConsistencyProof(oldSize: first, newSize: second, path: path)
        #expect(!proof.proves(.empty, continuedBy: .leaf([])))
      }
    }
  }
}
