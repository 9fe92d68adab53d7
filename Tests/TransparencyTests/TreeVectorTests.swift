import Foundation
import Testing
import Transparency

/// Trees and proofs of other implementations (transparency-dev/merkle, golang.org/x/mod/sumdb/tlog).
@Suite(.enabled(if: Vectors.areHere, "../shared/vectors is not here"))
struct TreeVectorTests {
  struct Inclusion: Decodable {
    var index: Int64
    var size: Int64
    var proof: [String]
  }

  struct Consistency: Decodable {
    var oldSize: Int64
    var newSize: Int64
    var proof: [String]
  }

  struct Classic: Decodable {
    struct Leaf: Decodable { var dataHex, leafHashHex: String }
    struct Root: Decodable {
      var size: Int
      var rootB64: String
    }
    var leaves: [Leaf]
    var roots: [Root]
    var inclusion: [Inclusion]
    var consistency: [Consistency]
  }

  struct Large: Decodable {
    struct Root: Decodable {
      var size: Int64
      var rootB64: String
    }
    var sizes: [Root]
    var inclusion: [Inclusion]
    var consistency: [Consistency]
  }

  @Test func classicTrees() throws {
    let vectors = try Vectors.read(Classic.self, from: "rfc6962_tree.json")
    let leaves = vectors.leaves.map { bytes(hex: $0.dataHex) }
    for (leaf, expected) in zip(leaves, vectors.leaves) {
      #expect(TreeHash.leaf(leaf).bytes == bytes(hex: expected.leafHashHex))
    }
    let tree = StoredTree(leaves)
    for expected in vectors.roots {
      #expect(StoredTree(leaves.prefix(expected.size)).frontier.root == TreeHash(base64: expected.rootB64))
    }
    try check(vectors.inclusion, vectors.consistency, tree) { leaves[Int($0)] }
  }

  @Test func aTreeOfSeventyThousand() throws {
    let vectors = try Vectors.read(Large.self, from: "tiles_70000.json")
    let leaf: (Int64) -> [UInt8] = { Array("event-\($0)\n".utf8) }
    let tree = StoredTree((0..<70_000).map(leaf))
    for expected in vectors.sizes where expected.size <= 70_000 {
      let frontier = try TreeFrontier(size: expected.size, reading: tree.read)
      #expect(frontier.root == TreeHash(base64: expected.rootB64), "size \(expected.size)")
    }
    try check(vectors.inclusion, vectors.consistency, tree, leaf)
  }

  private func check(
    _ inclusion: [Inclusion], _ consistency: [Consistency], _ tree: StoredTree, _ leaf: (Int64) -> [UInt8]
  ) throws {
    try #require(!inclusion.isEmpty && !consistency.isEmpty)
    func root(_ size: Int64) throws -> TreeHash { try TreeFrontier(size: size, reading: tree.read).root }
    for expected in inclusion {
      let proof = try InclusionProof(index: expected.index, size: expected.size, reading: tree.read)
      #expect(proof.path == expected.proof.map { TreeHash(base64: $0)! })
      #expect(proof.proves(.leaf(leaf(expected.index)), in: try root(expected.size)))
    }
    for expected in consistency {
      let proof = try ConsistencyProof(oldSize: expected.oldSize, newSize: expected.newSize, reading: tree.read)
      #expect(proof.path == expected.proof.map { TreeHash(base64: $0)! })
      #expect(proof.proves(try root(expected.oldSize), continuedBy: try root(expected.newSize)))
    }
  }

  struct Probes: Decodable {
    struct Inclusion: Decodable {
      var leafIdx, treeSize: UInt64
      var root, leafHash, file: String
      var proof: [String]?
      var wantErr: Bool
    }
    struct Consistency: Decodable {
      var size1, size2: UInt64
      var root1, root2, file: String
      var proof: [String]?
      var wantErr: Bool
    }
    var inclusion: [Inclusion]
    var consistency: [Consistency]
  }

  /// A root, as 32 bytes; the probes that do not care for the roots, only for whether they agree, have a short text there.
  private func root(_ base64: String) -> TreeHash? {
    guard let bytes = Data(base64Encoded: base64), bytes.starts(with: Data("don't care".utf8)) else {
      return TreeHash(base64: base64)
    }
    return .leaf(bytes)
  }

  /// A hash of the wrong length, or a number beyond Int64, is refused before there is a proof to check.
  @Test func probes() throws {
    let probes = try Vectors.read(Probes.self, from: "merkle_probes.json")
    for probe in probes.inclusion {
      let path = (probe.proof ?? []).map { TreeHash(base64: $0) }
      var holds = false
      if let index = Int64(exactly: probe.leafIdx), let size = Int64(exactly: probe.treeSize),
        let leaf = TreeHash(base64: probe.leafHash), let root = TreeHash(base64: probe.root), !path.contains(nil)
      {
        holds = InclusionProof(index: index, size: size, path: path.map { $0! }).proves(leaf, in: root)
      }
      #expect(holds != probe.wantErr, "\(probe.file)")
    }
    for probe in probes.consistency {
      let path = (probe.proof ?? []).map { TreeHash(base64: $0) }
      var holds = false
      if let old = Int64(exactly: probe.size1), let new = Int64(exactly: probe.size2),
        let oldRoot = root(probe.root1), let newRoot = root(probe.root2), !path.contains(nil)
      {
        let proof = ConsistencyProof(oldSize: old, newSize: new, path: path.map { $0! })
        holds = proof.proves(oldRoot, continuedBy: newRoot)
      }
      #expect(holds != probe.wantErr, "\(probe.file)")
    }
  }
}

func bytes(hex: String) -> [UInt8] {
  stride(from: 0, to: hex.count, by: 2).map { offset in
    let start = hex.index(hex.startIndex, offsetBy: offset)
    return UInt8(hex[start...hex.index(after: start)], radix: 16)!
  }
}
