import Foundation
import Transparency

/// A tree with its nodes in an array, in the order in which a log stores them.
struct StoredTree {
  var frontier = TreeFrontier()
  var nodes: [TreeHash] = []

  init(_ leaves: some Sequence<[UInt8]> = []) {
    for leaf in leaves { append(leaf) }
  }

  mutating func append(_ leaf: [UInt8]) { frontier.append(.leaf(leaf)) { nodes.append($0) } }

  func read(_ node: TreeNode) throws -> TreeHash { nodes[Int(node.storedIndex)] }
}

extension TreeHash {
  init?(base64 text: String) {
    guard let data = Data(base64Encoded: text) else { return nil }
    self.init(data)
  }
}
