internal import CanonicalJSON
internal import EventLog
internal import SQLiteLog
public import Transparency

/// Verifies a published folder with nothing but keys: the checkpoint's signatures, every tile, every envelope, and every
/// payload against the envelope's commitments.
public struct PublishedVerification {
  /// Findings after which reading stops.
  static let maximumFindings = 100

  /// What verifying found.
  public struct Verdict: Sendable {
    public var checkpoint: Checkpoint?
    public var signatures: [Note.Verified] = []
    /// Whether payloads are published at all.
    public var hasPayloads = false
    /// Lines of payloads after the last signed event, for which nothing vouches.
    public var unsigned: Int64 = 0
    /// Events whose payload was there and holds, at least in part.
    public var payloads: Int64 = 0
    public var findings: [IntegrityFinding] = []
  }

  private let publication: Publication
  private let tiles: TileFolder
  private let keys: LogKeys
  private let witnesses: [VerifierKey]
  private var verdict = Verdict()
  /// The hashes that are still to be compared with a tile, by level; `nil` where an event below could not be read.
  private var levels: [[TreeHash?]] = Array(repeating: [], count: 9)
  /// Parts that are null, and the events that redactions name.
  private var withheld: [(position: Int64, event: EventID, file: String)] = []
  private var redacted: Set<EventID> = []

  public init(folder: String, keys: LogKeys, witnesses: [VerifierKey] = []) {
    publication = Publication(folder: folder)
    tiles = TileFolder(folder)
    self.keys = keys
    self.witnesses = witnesses
  }

  /// - Parameter progress: how many events were read, and of how many.
  public mutating func run(progress: (Int64, Int64) -> Void = { _, _ in }) -> Verdict {
    let checkpoint: Checkpoint
    do throws(any Error) {
      let signed = try CheckpointFolder.read(publication.checkpointPath)
      verdict.signatures = try keys.verify(signed, witnesses: witnesses)
      checkpoint = signed.checkpoint
    } catch {
      add("checkpoint_altered", at: nil, publication.checkpointPath, "\(error)")
      return verdict
    }
    verdict.checkpoint = checkpoint
    verdict.findings += IntegrityFinding.missing(
      witnesses, among: verdict.signatures, of: "the checkpoint", file: publication.checkpointPath)
    verdict.hasPayloads = DurableFile.permissions(publication.payloadFolder) != nil
    var tree = TreeFrontier()
    for bundle in Tile.entries(ofSize: checkpoint.size) {
      if verdict.findings.count >= Self.maximumFindings { break }
      let first = bundle.index * Int64(Tile.fullWidth) + 1
      progress(first - 1, checkpoint.size)
      let leaves = self.leaves(of: bundle)
      levels[0] = leaves.map { .leaf($0) } + Array(repeating: nil, count: bundle.width - leaves.count)
      for case let hash? in levels[0] { tree.append(hash) { _ in } }
      let envelopes = leaves.enumerated().map { envelope($1, at: first + Int64($0)) }
      if verdict.hasPayloads { checkPayloads(bundle, leaves, envelopes) }
      compareFull(index: bundle.index)
    }
    progress(checkpoint.size, checkpoint.size)
    if verdict.findings.count < Self.maximumFindings { comparePartial(size: checkpoint.size) }
    for part in withheld where !redacted.contains(part.event) {
      add(
        "payload_missing", at: part.position, part.file,
        "a part of the event at position \(part.position) is withheld, and no redaction in the log erased it")
    }
    if tree.size != checkpoint.size || tree.root != checkpoint.root {
      add(
        "root_differs", at: verdict.findings.compactMap(\.position).min() ?? 1, publication.checkpointPath,
        "the published events do not lead to the signed root")
    }
    verdict.findings = verdict.findings.inOrder(of: \.position)
    return verdict
  }

  private mutating func add(_ rule: String, at position: Int64?, _ file: String, _ message: String) {
    verdict.findings.append(IntegrityFinding(rule: rule, position: position, file: file, message: message))
  }

  /// The bytes of a tile; a finding where they cannot be read.
  private mutating func read(_ tile: Tile, at position: Int64) -> [UInt8]? {
    let path = tiles.path(of: tile)
    do {
      if let bytes = try tiles.read(tile) { return bytes }
      add("tile_missing", at: position, path, "\(path) is not there")
    } catch {
      add("tile_altered", at: position, path, "\(error)")
    }
    return nil
  }

  private mutating func leaves(of bundle: Tile) -> [ArraySlice<UInt8>] {
    let (path, first) = (tiles.path(of: bundle), bundle.index * Int64(Tile.fullWidth) + 1)
    guard let bytes = read(bundle, at: first) else { return [] }
    guard let leaves = EntryBundle.leaves(of: bytes) else {
      add("tile_altered", at: first, path, "\(path) ends within an event")
      return []
    }
    // The full bundle may stand in for a partial one.
    let mayBeLonger = DurableFile.permissions(path) == nil
    if leaves.count < bundle.width || (leaves.count > bundle.width && !mayBeLonger) {
      add(
        "tile_altered", at: first + Int64(min(leaves.count, bundle.width)), path,
        "\(path) has \(leaves.count) events, not \(bundle.width)")
    }
    return Array(leaves.prefix(bundle.width))
  }

  private mutating func envelope(_ leaf: ArraySlice<UInt8>, at position: Int64) -> Envelope? {
    guard leaf.count <= Envelope.maximumBytes, let envelope = Envelope(Array(leaf)),
      envelope.stored.position == position
    else {
      add(
        "envelope_altered", at: position, publication.folder,
        "the entry at position \(position) is not an envelope of that position")
      return nil
    }
    if envelope.stored.event.kind == Event.redactionKind, let id = envelope.stored.event.causation {
      EventID(id).map { _ = redacted.insert($0) }
    }
    return envelope
  }

  private mutating func checkPayloads(_ bundle: Tile, _ leaves: [ArraySlice<UInt8>], _ envelopes: [Envelope?]) {
    let (path, first) = (publication.payloadPath(bundle.index), bundle.index * Int64(Tile.fullWidth) + 1)
    guard let bytes = try? DurableFile.read(path) else {
      return add("payload_missing", at: first, path, "\(path) is not there, or cannot be read")
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    if lines.count < leaves.count {
      add(
        "payload_missing", at: first + Int64(lines.count), path, "\(path) has \(lines.count) lines, not \(leaves.count)"
      )
    }
    // More lines than leaves are those of events that the next checkpoint will sign; nothing vouches for them yet.
    if lines.count > Tile.fullWidth {
      add(
        "payload_altered", at: first + Int64(Tile.fullWidth), path,
        "\(path) has \(lines.count) lines, at most 256 are right")
    }
    verdict.unsigned += Int64(lines.count - min(lines.count, leaves.count))
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
      if parts.count < EventPart.allCases.count, let event = envelopes[offset]?.stored.event.id {
        withheld.append((position, event, path))
      }
      if !parts.isEmpty { verdict.payloads += 1 }
    }
  }

  /// Compares each tile that became full with its file, and grows the level above.
  private mutating func compareFull(index: Int64) {
    var index = index
    for level in 0..<8 where levels[level].count == Tile.fullWidth {
      compare(levels[level], with: Tile(.hashes(level: level), index: index))
      levels[level + 1].append(Self.root(of: levels[level]))
      levels[level].removeAll(keepingCapacity: true)
      index /= Int64(Tile.fullWidth)
    }
  }

  private static func root(of hashes: [TreeHash?]) -> TreeHash? {
    var tree = TreeFrontier()
    for hash in hashes {
      guard let hash else { return nil }
      tree.append(hash) { _ in }
    }
    return tree.root
  }

  private mutating func comparePartial(size: Int64) {
    for level in 0..<8 where !levels[level].isEmpty {
      let index = size >> Int64(8 * level) / Int64(Tile.fullWidth)
      compare(levels[level], with: Tile(.hashes(level: level), index: index, width: levels[level].count))
    }
  }

  private mutating func compare(_ hashes: [TreeHash?], with tile: Tile) {
    let path = tiles.path(of: tile)
    let nodes = tile.nodes
    func position(_ offset: Int) -> Int64 { nodes[offset].index << Int64(nodes[offset].level) + 1 }
    guard let bytes = read(tile, at: position(0)) else { return }
    for (offset, hash) in hashes.enumerated() {
      let stored = TreeHash(bytes.dropFirst(offset * TreeHash.length).prefix(TreeHash.length))
      guard let hash, hash != stored else { continue }
      return add(
        "tile_altered", at: position(offset), path,
        stored == nil ? "\(path) ends too early" : "\(path) has a hash that is not that of the events")
    }
    let isTooLong = bytes.count > hashes.count * TreeHash.length && DurableFile.permissions(path) != nil
    if isTooLong { add("tile_altered", at: position(hashes.count - 1), path, "\(path) has bytes too many") }
  }
}
