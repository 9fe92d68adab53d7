internal import EventLog
internal import SQLiteLog
internal import Transparency

/// Tiles as files, in the layout of C2SP tlog-tiles: what any web server serves and any client of such logs reads.
struct TileFolder: Sendable {
  let folder: String

  init(_ folder: String) { self.folder = folder }

  /// What everything else is in.
  var root: String { folder + "/tile" }

  var isThere: Bool { DurableFile.permissions(root) != nil }

  func path(of tile: Tile) -> String { folder + "/" + tile.path }

  // Tiles are on the disk when the caller has synced the folder, which it does before it writes the checkpoint.

  /// Writes the hashes that a tree of `size` leaves has more than one of `old` leaves.
  func write(_ tree: SQLiteEventStore.Tree, from old: Int64, upTo size: Int64) throws {
    for tile in Tile.hashes(ofSize: size) where !isComplete(tile, inTreeOf: old) {
      try write(tile.nodes.flatMap { try tree.node($0).bytes }, as: tile)
    }
  }

  /// Writes the leaves of a tree that one of `old` leaves did not have.
  func writeEntries(_ tree: SQLiteEventStore.Tree, from old: Int64, upTo size: Int64) throws {
    for tile in Tile.entries(ofSize: size) where !isComplete(tile, inTreeOf: old) {
      let first = tile.index * Int64(Tile.fullWidth) + 1
      var leaves: [[UInt8]] = []
      try tree.records(first...(first + Int64(tile.width) - 1)) { record in
        let index = first - 1 + Int64(leaves.count)
        guard try tree.node(TreeNode(level: 0, index: index)) == .leaf(record.envelope), record.brokenParts.isEmpty
        else {
          throw AttestationError(
            .integrity,
            "the event at position \(index + 1) is not what was appended; nothing more was published. See: "
              + "dealtrail verify")
        }
        leaves.append(record.envelope)
      }
      try write(EntryBundle.bytes(of: leaves), as: tile)
    }
  }

  /// Whether a tree of so many leaves had the tile, with the same width.
  private func isComplete(_ tile: Tile, inTreeOf old: Int64) -> Bool {
    let level = if case .hashes(let level) = tile.kind { level } else { 0 }
    return old >> Int64(8 * level) >= tile.index * Int64(Tile.fullWidth) + Int64(tile.width)
  }

  private func write(_ bytes: [UInt8], as tile: Tile) throws {
    try DurableFile.write(bytes, to: path(of: tile), syncs: false)
    // Once a tile is full, clients take it in the place of its partial ones (tlog-tiles, "Partial Tiles").
    if tile.isFull { removePartials(of: tile) }
  }

  private func removePartials(of tile: Tile) {
    let partials = path(of: tile) + ".p"
    for width in DurableFile.names(in: partials) where Int(width) != nil { DurableFile.remove(partials + "/" + width) }
    DurableFile.removeFolder(partials)
  }

  /// The bytes of a tile, from its own file, or from that of the full tile where it is gone.
  func read(_ tile: Tile) throws -> [UInt8]? {
    // Twice the longest that it may be, so that a longer one is told apart and a huge one is not read.
    let limit = 2 * Tile.fullWidth * (tile.kind == .entries ? EntryBundle.maximumLeafBytes + 2 : TreeHash.length)
    if let bytes = try DurableFile.read(path(of: tile), limit: limit) { return bytes }
    return try tile.isFull ? nil : DurableFile.read(path(of: tile.whole), limit: limit)
  }
}
