/// A tree whose nodes are read from tiles, as any client of a published log reads them.
public final class TiledTree {
  public let size: Int64
  private let read: (Tile) throws -> [UInt8]
  private var cached: (tile: Tile, hashes: [TreeHash])?

  /// - Parameters:
  ///   - size: the number of leaves that the tiles stand for, as a checkpoint says it.
  ///   - read: the bytes of a tile of hashes.
  public init(size: Int64, read: @escaping (Tile) throws -> [UInt8]) {
    self.size = size
    self.read = read
  }

  /// The hashes of a tile.
  /// - Throws: `TransparencyError.malformed` where it has not as many as it should; what reading throws.
  public func hashes(of tile: Tile) throws -> [TreeHash] {
    if let cached, cached.tile == tile { return cached.hashes }
    let bytes = try read(tile)
    guard bytes.count == tile.width * TreeHash.length else {
      throw TransparencyError(
        .malformed, "\(tile.path) has \(bytes.count) bytes, not \(tile.width * TreeHash.length)")
    }
    let hashes = (0..<tile.width).map { TreeHash(bytes[($0 * TreeHash.length)..<(($0 + 1) * TreeHash.length)])! }
    cached = (tile, hashes)
    return hashes
  }

  /// A node of the tree: a hash of a tile, or hashed from up to 128 hashes of one.
  public func node(_ node: TreeNode) throws -> TreeHash {
    let (level, height) = node.level.quotientAndRemainder(dividingBy: 8)
    let first = node.index << Int64(height)
    let index = first / Int64(Tile.fullWidth)
    let width = min(Int64(Tile.fullWidth), (size >> Int64(8 * level)) - index * Int64(Tile.fullWidth))
    let hashes = try hashes(of: Tile(.hashes(level: level), index: index, width: Int(width)))
    let offset = Int(first % Int64(Tile.fullWidth))
    var row = Array(hashes[offset..<(offset + 1 << height)])
    while row.count > 1 { row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) } }
    return row[0]
  }

  public func root() throws -> TreeHash { try TreeFrontier(size: size, reading: node).root }
}
