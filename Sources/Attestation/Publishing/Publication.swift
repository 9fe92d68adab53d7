internal import CanonicalJSON
internal import EventLog
public import SQLiteLog
internal import SQLiteStorage
public import Transparency

/// A log as static files that any web server can serve (C2SP tlog-tiles), in a folder:
///
/// - `checkpoint`: the signed head; `verifier-key`: the key that signed it.
/// - `tile/…`: the hashes, and the envelopes as entries.
/// - `payload/…`: what was not erased of the payloads, 256 events a file, one line of JSON an event.
///
/// Files only come, but for payloads, which are written anew without what was erased, and partial tiles, which full ones
/// replace. The checkpoint comes last, so readers never see one whose tiles are not there.
public struct Publication: Sendable {
  /// Events in a file of payloads.
  static let payloadsInFile = Int64(Tile.fullWidth)

  public let folder: String
  /// The verifier keys of the log, oldest first; the one that signed is published beside the checkpoint.
  private let signers: [VerifierKey]

  public init(folder: String, signers: [VerifierKey] = []) {
    self.folder = folder
    self.signers = signers
  }

  var checkpointPath: String { folder + "/checkpoint" }
  var payloadFolder: String { folder + "/payload" }
  private var keyPath: String { folder + "/verifier-key" }

  func payloadPath(_ index: Int64) -> String { payloadFolder + "/" + Tile.elements(of: index) + ".jsonl" }

  /// Whether the folder holds a published log.
  public var isThere: Bool { DurableFile.permissions(checkpointPath) != nil }

  /// The checkpoint that is published; its signatures are still to be verified. `nil` where there is none.
  public func checkpoint() throws -> SignedCheckpoint? {
    isThere ? try CheckpointFolder.read(checkpointPath) : nil
  }

  /// The published checkpoint as a request to a witness, with the proof computed from the published tiles.
  /// - Parameter last: the size from which the witness wants the proof, by the log's origin.
  /// - Throws: `AttestationError`.
  public func request(startingFrom last: (String) throws -> Int64) throws -> CheckpointRequest {
    guard let signed = try checkpoint() else {
      throw AttestationError(.failed, "\(folder) is not a published log: it has no file checkpoint")
    }
    let (size, old) = (signed.checkpoint.size, try last(signed.checkpoint.origin))
    let tiles = TileFolder(folder)
    let tiled = TiledTree(size: size) { Array((try tiles.read($0) ?? []).prefix($0.width * TreeHash.length)) }
    do {
      // A log that went back has no such proof; the witness says so.
      let path = old <= size ? try ConsistencyProof(oldSize: old, newSize: size, reading: tiled.node).path : []
      return CheckpointRequest(oldSize: old, path: path, checkpoint: signed.description)
    } catch let error as TransparencyError {
      throw AttestationError(.integrity, "the tiles in \(folder) are not those of its checkpoint: \(error)")
    }
  }

  /// Looks whether a log may be published here, and changes nothing.
  /// - Parameter origin: the log's.
  /// - Throws: `AttestationError` for a file, for a folder with another log or with links in it, and for one with other files and no published log.
  public func check(origin: String) throws {
    guard DurableFile.permissions(folder) != nil else { return }
    guard DurableFile.isFolder(folder) else { throw AttestationError(.failed, "\(folder) is not a folder") }
    // What a first publication writes before its checkpoint; what else is there is not written to.
    let begun = ["tile", "payload", "verifier-key", ".lock"]
    if let name = try DurableFile.strangeNames(in: folder).first(where: (begun + ["checkpoint"]).contains) {
      throw DurableFile.isLink(folder + "/" + name)
    }
    for tree in [TileFolder(folder).root, payloadFolder] { try DurableFile.refuseLinks(below: tree) }
    if let old = try checkpoint() {
      guard old.checkpoint.origin == origin else {
        throw AttestationError(
          .failed, "\(folder) has another log, \(old.checkpoint.origin); publish \(origin) elsewhere")
      }
      return
    }
    guard try DurableFile.allNames(in: folder).allSatisfy({ begun.contains($0) || DurableFile.isTemporary($0) }) else {
      throw AttestationError(
        .failed, "\(folder) has other files and no published log; name an empty folder, or one that is to be made")
    }
  }

  /// Takes every payload out of a folder that has no checkpoint, as a first publication leaves it that was stopped, and as a folder is
  /// that was taken down.
  /// - Throws: `AttestationError` where the folder is not there, or `payload/` has what no publication writes; nothing is removed then.
  public func removePayloadsWithoutCheckpoint() throws {
    guard DurableFile.isFolder(folder) else {
      throw AttestationError(
        .failed,
        "\(folder) is not there. Bring it back and run: dealtrail redact --finish; or, if it is gone for good, take its line out"
      )
    }
    guard DurableFile.isFolder(payloadFolder) else { return }
    let lock = try WriterLock(path: folder + "/.lock")
    defer { lock.release() }
    guard !isThere else { return }
    guard try Self.holdsPayloadsOnly(payloadFolder) else {
      throw AttestationError(
        .failed,
        "\(folder) has no published log, and files in payload/ that are not ours. Where they have what is erased, remove them; "
          + "then take its line out")
    }
    try DurableFile.removeTree(payloadFolder)
  }

  /// Whether nothing is there but files of payloads: `001.jsonl`, in folders such as `x001`.
  private static func holdsPayloadsOnly(_ folder: String) throws -> Bool {
    try DurableFile.allNames(in: folder).allSatisfy { name in
      let path = folder + "/" + name
      if DurableFile.isTemporary(name) || name.wholeMatch(of: /[0-9]{3}\.jsonl/) != nil {
        return DurableFile.isFile(path)
      }
      return try name.wholeMatch(of: /x[0-9]{3}/) != nil && DurableFile.isFolder(path) && holdsPayloadsOnly(path)
    }
  }

  /// Publishes the log up to a checkpoint: what is new, and with `rewrites` every payload again.
  /// - Parameters:
  ///   - envelopesOnly: whether payloads stay at home.
  ///   - progress: how many events were written, and of how many.
  /// - Returns: the number of events that are new in the folder.
  /// - Throws: `AttestationError`; `integrity` where the folder has something that the log does not continue.
  @discardableResult
  public func publish(
    _ log: SQLiteEventStore, _ signed: SignedCheckpoint, envelopesOnly: Bool, rewrites: Bool = false,
    progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> Int64 {
    try check(origin: signed.checkpoint.origin)
    try DurableFile.makeFolder(folder)
    let lock = try WriterLock(path: folder + "/.lock")
    defer { lock.release() }
    // What a killed run left half written may have payloads that are to be erased.
    DurableFile.removeTemporaries(in: folder)
    let old = try checkpoint()
    let size = signed.checkpoint.size
    let start = old?.checkpoint.size ?? 0
    try log.readTree { tree in
      if let old { try CheckpointFolder.check(old.checkpoint, isContinuedBy: tree) }
      guard start <= size else { return }
      let tiles = TileFolder(folder)
      // Whoever deletes the tiles gets them anew.
      let first = tiles.isThere ? start : 0
      try tiles.write(tree, from: first, upTo: size)
      try tiles.writeEntries(tree, from: first, upTo: size)
      if envelopesOnly {
        try DurableFile.removeTree(payloadFolder)
      } else {
        let isWhole = rewrites || DurableFile.permissions(payloadFolder) == nil
        try writePayloads(tree, from: isWhole ? 0 : start, upTo: size, progress: progress)
      }
    }
    guard start <= size else {
      // Somebody published a newer head meanwhile; what was erased has to go all the same.
      if rewrites, !envelopesOnly {
        try log.readTree { try writePayloads($0, from: 0, upTo: start, progress: progress) }
      }
      return 0
    }
    DurableFile.syncAll()
    if let key = signers.last(where: { key in signed.note.signatures.contains { $0.keyID == key.id } }) {
      try DurableFile.write("\(key)\n", to: keyPath)
    }
    try DurableFile.write(signed.description, to: checkpointPath)
    return size - start
  }

  private func writePayloads(
    _ tree: SQLiteEventStore.Tree, from start: Int64, upTo size: Int64, progress: (Int64, Int64) -> Void
  ) throws {
    let files = (size + Self.payloadsInFile - 1) / Self.payloadsInFile
    for index in min(files, start / Self.payloadsInFile)..<files {
      let first = index * Self.payloadsInFile + 1
      let last = min(size, first + Self.payloadsInFile - 1)
      progress(first - 1, size)
      var lines: [UInt8] = []
      var position = first
      try tree.records(first...last) { record in
        let members =
          RecordText.members(of: record.parts) + [
            JSONObject.Member(key: "position", value: .integer(Int(position)))
          ]
        lines += CanonicalWriter.bytes(of: .object(JSONObject(members))) + [0x0A]
        position += 1
      }
      let path = payloadPath(index)
      // What is already there as it should be stays, so that mirrors see only what changed.
      if try DurableFile.read(path) != lines { try DurableFile.write(lines, to: path, syncs: false) }
    }
  }
}
