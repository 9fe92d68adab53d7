internal import CanonicalJSON
internal import EventLog
public import Transparency

/// Verifies a published folder with nothing but keys: the checkpoint's signatures, every tile, every envelope, and every
/// payload against the envelope's commitments.
public struct PublishedVerification {
  /// What verifying found.
  public struct Verdict: Sendable {
    public var checkpoint: Checkpoint?
    public var signatures: [Note.Verified] = []
    /// Events whose payload was there and holds, at least in part.
    public var payloads: Int64 = 0
    public var findings: [IntegrityFinding] = []

    public var isIntact: Bool { findings.isEmpty }
  }

  /// Findings after which reading stops.
  static let maximumFindings = 100

  private let publication: Publication
  private let tiles: TileFolder
  private let keys: [VerifierKey]
  private let witnesses: [VerifierKey]
  private var verdict = Verdict()

  public init(folder: String, keys: [VerifierKey], witnesses: [VerifierKey] = []) {
    publication = Publication(folder: folder)
    tiles = TileFolder(folder)
    self.keys = keys
    self.witnesses = witnesses
  }

  /// - Parameter progress: how many events were read, and of how many.
  public mutating func run(progress: (Int64, Int64) -> Void = { _, _ in }) throws -> Verdict {
    let signed: SignedCheckpoint
    do throws(any Error) {
      signed = try CheckpointFolder.read(publication.checkpointPath)
      verdict.signatures = try signed.verified(log: keys, witnesses: witnesses)
    } catch {
      add("checkpoint_altered", at: nil, publication.checkpointPath, "\(error)")
      return verdict
    }
    let checkpoint = signed.checkpoint
    verdict.checkpoint = checkpoint
    for key in witnesses where !verdict.signatures.contains(where: { $0.key == key }) {
      add(
        "cosignature_missing", at: nil, publication.checkpointPath, "the checkpoint has no cosignature by \(key.name)")
    }
    var tree = TreeFrontier()
    let hasPayloads = DurableFile.permissions(publication.payloadFolder) != nil
    // The hashes of a level's tiles, from the level below: each level is compared with its files as it grows.
    var levels: [[TreeHash]] = Array(repeating: [], count: 9)
    for bundle in Tile.entries(ofSize: checkpoint.size) {
      if verdict.findings.count >= Self.maximumFindings { break }
      let first = bundle.index * Int64(Tile.fullWidth) + 1
      progress(first - 1, checkpoint.size)
      let leaves = try leaves(of: bundle)
      for (offset, leaf) in leaves.enumerated() {
        levels[0].append(.leaf(leaf))
        checkEnvelope(leaf, at: first + Int64(offset))
      }
      if hasPayloads { try checkPayloads(bundle, leaves) }
      try compareFull(&levels, index: bundle.index)
      for leaf in leaves { tree.append(.leaf(leaf)) { _ in } }
    }
    try comparePartial(&levels, size: checkpoint.size)
    progress(checkpoint.size, checkpoint.size)
    if tree.size != checkpoint.size || tree.root != checkpoint.root {
      add(
        "root_differs", at: verdict.findings.compactMap(\.position).min() ?? 1, publication.checkpointPath,
        "the published events do not lead to the signed root")
    }
    verdict.findings = verdict.findings.enumerated()
      .sorted { ($0.element.position ?? .max, $0.offset) < ($1.element.position ?? .max, $1.offset) }.map(\.element)
    return verdict
  }

  private mutating func add(_ rule: String, at position: Int64?, _ file: String, _ message: String) {
    verdict.findings.append(IntegrityFinding(rule: rule, position: position, file: file, message: message))
  }

  private mutating func leaves(of bundle: Tile) throws -> [ArraySlice<UInt8>] {
    let (path, first) = (tiles.path(of: bundle), bundle.index * Int64(Tile.fullWidth) + 1)
    guard let bytes = try tiles.read(bundle) else {
      add("tile_missing", at: first, path, "\(path) is not there")
      return []
    }
    guard var leaves = EntryBundle.leaves(of: bytes) else {
      add("tile_altered", at: first, path, "\(path) ends within an event")
      return []
    }
    // The full bundle may stand in for a partial one.
    if leaves.count > bundle.width, bytes.count > 0, DurableFile.permissions(path) == nil {
      leaves.removeLast(leaves.count - bundle.width)
    }
    if leaves.count != bundle.width {
      add(
        "tile_altered", at: first + Int64(min(leaves.count, bundle.width)), path,
        "\(path) has \(leaves.count) events, not \(bundle.width)")
      leaves = Array(leaves.prefix(bundle.width))
    }
    return leaves
  }

  private mutating func checkEnvelope(_ leaf: ArraySlice<UInt8>, at position: Int64) {
    if Envelope(Array(leaf))?.stored.position != position {
      add(
        "envelope_altered", at: position, publication.folder,
        "the entry at position \(position) is not an envelope of that position")
    }
  }

  private mutating func checkPayloads(_ bundle: Tile, _ leaves: [ArraySlice<UInt8>]) throws {
    let (path, first) = (publication.payloadPath(bundle.index), bundle.index * Int64(Tile.fullWidth) + 1)
    guard let bytes = try DurableFile.read(path) else {
      return add("payload_missing", at: first, path, "\(path) is not there")
    }
    let lines = bytes.split(separator: 0x0A)
    if lines.count < leaves.count {
      add(
        "payload_missing", at: first + Int64(lines.count), path, "\(path) has \(lines.count) lines, not \(leaves.count)"
      )
    }
    // More lines than leaves are those of events that the next checkpoint will sign.
    for (offset, (line, leaf)) in zip(lines, leaves).enumerated() {
      let position = first + Int64(offset)
      guard let json = try? JSONReader.read(Array(line)), let parts = RecordText.parts(in: json),
        json["position"]?.integer == Int(position)
      else {
        add(
          "payload_altered", at: position, path,
          "line \(offset + 1) of \(path) is not the payload of position \(position)")
        continue
      }
      for part in LogRecord(envelope: Array(leaf), parts: parts).brokenParts {
        add(
          "payload_altered", at: position, path,
          "the \(part) of the event at position \(position) is not what its envelope commits to")
      }
      if !parts.isEmpty { verdict.payloads += 1 }
    }
  }

  /// Compares each tile that became full with its file, and grows the level above.
  private mutating func compareFull(_ levels: inout [[TreeHash]], index: Int64) throws {
    var index = index
    for level in 0..<8 where levels[level].count == Tile.fullWidth {
      try compare(levels[level], with: Tile(.hashes(level: level), index: index))
      var tree = TreeFrontier()
      for hash in levels[level] { tree.append(hash) { _ in } }
      levels[level].removeAll(keepingCapacity: true)
      levels[level + 1].append(tree.root)
      index /= Int64(Tile.fullWidth)
    }
  }

  private mutating func comparePartial(_ levels: inout [[TreeHash]], size: Int64) throws {
    for level in 0..<8 where !levels[level].isEmpty {
      let index = size >> Int64(8 * level) / Int64(Tile.fullWidth)
      try compare(levels[level], with: Tile(.hashes(level: level), index: index, width: levels[level].count))
    }
  }

  private mutating func compare(_ hashes: [TreeHash], with tile: Tile) throws {
    let path = tiles.path(of: tile)
    let covered = Int64(1) << Int64(8 * level(of: tile))
    func position(_ offset: Int) -> Int64 { (tile.index * Int64(Tile.fullWidth) + Int64(offset)) * covered + 1 }
    guard var bytes = try tiles.read(tile) else {
      return add("tile_missing", at: position(0), path, "\(path) is not there")
    }
    if DurableFile.permissions(path) == nil { bytes = Array(bytes.prefix(hashes.count * TreeHash.length)) }
    let expected = hashes.flatMap(\.bytes)
    if bytes != expected {
      let same = zip(bytes, expected).prefix { $0 == $1 }.count
      add(
        "tile_altered", at: position(min(same / TreeHash.length, hashes.count - 1)), path,
        bytes.count == expected.count
          ? "\(path) has a hash that is not that of the events"
          : "\(path) has \(bytes.count) bytes, not \(expected.count)")
    }
  }

  private func level(of tile: Tile) -> Int { if case .hashes(let level) = tile.kind { level } else { 0 } }
}
