import Transparency

/// Notes, checkpoints, proofs and tiles, as they come from other logs, witnesses and web servers.
let transparencyReaders: [String: Reader] = [
  // A note that is read is written as it was.
  "note": { bytes in
    guard let note = try? Note(bytes) else { return }
    require(Array(note.description.utf8) == bytes, "a note is not the bytes that it was read from")
  },
  "checkpoint": { bytes in
    guard let signed = try? SignedCheckpoint(bytes) else { return }
    require(signed.checkpoint.text == signed.note.text, "a checkpoint is not the text that it was read from")
  },
  // Both what is asked of a witness and what an event is proved by.
  "proof": { bytes in
    guard let text = text(bytes) else { return }
    if let request = try? CheckpointRequest(text) {
      require(request.description == text, "a request is not the text that it was read from")
    }
    guard let proof = try? LogProof(text) else { return }
    require(proof.description == text, "a proof is not the text that it was read from")
    for leaf in [[], bytes] { _ = try? proof.verify(leaf) }
  },
  // Bundles of entries, and tiles of hashes under a tree of any size, whose bytes are what was sent.
  "tiles": { bytes in
    if let leaves = EntryBundle.leaves(of: bytes) {
      require(EntryBundle.bytes(of: leaves.map(Array.init)) == bytes, "a bundle is not the bytes that it was read from")
    }
    guard bytes.count > 8 else { return }
    let size = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) } & .max
    var content = Array(bytes.dropFirst(8))
    // A tile of the length that it has, or one of the length that is asked for.
    let isWhole = bytes[8].isMultiple(of: 2)
    while isWhole, content.count < Tile.fullWidth * TreeHash.length { content += content }
    _ = try? TiledTree(size: size) { tile in
      require((1...Tile.fullWidth).contains(tile.width) && tile.index >= 0, "a tile that is none is asked for")
      return Array(content.prefix(tile.width * TreeHash.length))
    }.root()
  },
]
