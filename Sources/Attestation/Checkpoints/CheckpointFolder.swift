internal import ExactText
public import SQLiteLog
internal import SQLiteStorage
public import Transparency

/// The signed heads of a log, in the folder `checkpoints/`, outside the database: one file a checkpoint, named by its
/// size, and the hashes of the tree as tiles, by which a log that was rewritten is told apart event by event.
public struct CheckpointFolder: Sendable {
  public let folder: String

  public init(workspace: String) { folder = workspace + "/" + WorkspaceLayout.checkpoints }

  var tiles: TileFolder { TileFolder(folder) }

  /// The files of checkpoints, smallest first.
  /// - Throws: `AttestationError.failed` where the folder cannot be read: a log is not vouched for by what nobody looked at.
  public func files() throws(AttestationError) -> [String] {
    try DurableFile.allNames(in: folder).filter { $0.hasSuffix(Self.suffix) }.map { folder + "/" + $0 }
  }

  private static let suffix = ".checkpoint"

  /// Whether a path in a workspace is that of a checkpoint.
  package static func isCheckpoint(_ path: String) -> Bool {
    path.hasPrefix(WorkspaceLayout.checkpoints + "/") && path.hasSuffix(suffix)
  }

  /// The file of the checkpoint of a size. Twelve digits, so that names sort as sizes do.
  public func file(ofSize size: Int64) -> String {
    let digits = String(size)
    return folder + "/" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits + Self.suffix
  }

  /// Reads a checkpoint; its signatures are still to be verified.
  /// - Throws: `AttestationError`.
  public static func read(_ file: String) throws -> SignedCheckpoint {
    guard let bytes = try DurableFile.read(file) else {
      throw AttestationError(.failed, "there is no checkpoint \(file)")
    }
    do throws(TransparencyError) {
      return try SignedCheckpoint(bytes)
    } catch {
      throw AttestationError(.integrity, "\(file) is not a checkpoint: \(error)")
    }
  }

  /// The newest checkpoint, verified; `nil` where none was signed yet.
  /// - Throws: `AttestationError`.
  public func latest(_ keys: KeyRing) throws -> SignedCheckpoint? {
    try files().last.map { try verified($0, keys) }
  }

  /// Reads a checkpoint of this log and verifies it. Its name must be that of its size, or a copy under the name of a
  /// larger one would hide what was signed after it.
  private func verified(_ file: String, _ keys: KeyRing) throws -> SignedCheckpoint {
    let signed = try Self.read(file)
    try Self.verify(signed, file, LogKeys(keys.verifiers()))
    guard self.file(ofSize: signed.checkpoint.size) == file else {
      throw AttestationError(.integrity, "\(file) holds the checkpoint of size \(signed.checkpoint.size)")
    }
    return signed
  }

  /// Whether a key of the log signed, one that was in use when the log had that size.
  @discardableResult
  static func verify(
    _ signed: SignedCheckpoint, _ file: String, _ keys: LogKeys, witnesses: [VerifierKey] = []
  ) throws -> [Note.Verified] {
    do throws(TransparencyError) {
      return try keys.verify(signed, witnesses: witnesses)
    } catch {
      throw AttestationError(.integrity, "\(file) does not verify: \(error)")
    }
  }

  /// The checkpoint of a size, verified.
  /// - Throws: `AttestationError`; `failed` where none of that size was signed.
  public func checkpoint(ofSize size: Int64, _ keys: KeyRing) throws -> SignedCheckpoint {
    try verified(file(ofSize: size), keys)
  }

  /// Signs the present head of the log, unless it was signed already.
  ///
  /// The new head must continue the newest one that was signed; else nothing is signed.
  /// - Returns: the checkpoint, and whether it is new.
  /// - Throws: `AttestationError.integrity` where the log does not continue what was signed.
  public func sign(_ log: SQLiteEventStore, _ keys: KeyRing) throws -> (SignedCheckpoint, isNew: Bool) {
    try locked { try signHead(of: log, keys) }
  }

  /// Writes the tiles beside the checkpoints from the log, for a folder that came without them.
  package func renewTiles(_ log: SQLiteEventStore, _ keys: KeyRing) throws {
    try locked {
      try DurableFile.refuseLinks(below: tiles.root)
      guard let last = try latest(keys) else { return }
      try log.readTree { tree in try tiles.write(tree, from: 0, upTo: min(last.checkpoint.size, tree.size)) }
    }
  }

  /// Replaces the log's key: the present head is signed with both, then the old one is destroyed.
  public func rotateKey(_ log: SQLiteEventStore, _ keys: KeyRing) throws -> VerifierKey {
    try locked {
      let size = try signHead(of: log, keys).0.checkpoint.size
      return try keys.rotate(at: size) { old, new in
        var signed = try checkpoint(ofSize: size, keys)
        signed.add(new.signature(of: signed.note.text, at: 0))
        try write(signed)
      }
    }
  }

  /// Adds cosignatures to the checkpoint that they are about. Of one witness, the first stays.
  /// - Parameters:
  ///   - lines: signature lines, or a whole checkpoint.
  ///   - witness: a witness whose cosignatures are to count from now on, if one of them is among the lines.
  /// - Returns: the checkpoint, and the keys whose cosignatures were added.
  public func add(cosignatures lines: String, ofSize size: Int64, by witness: VerifierKey? = nil, _ keys: KeyRing)
    throws -> (
      SignedCheckpoint, [VerifierKey]
    )
  {
    try locked {
      var signed = try checkpoint(ofSize: size, keys)
      var added: [VerifierKey] = []
      let witnesses = try keys.witnesses() + (witness.map { [$0] } ?? [])
      for line in lines.lines where line.utf8.starts(with: "— ".utf8) {
        guard let signature = try? NoteSignature(line: line),
          let key = witnesses.first(where: { $0.id == signature.keyID && $0.name == signature.name })
        else { continue }
        do throws(TransparencyError) {
          _ = try Note(text: signed.note.text, signatures: [signature]).verified(by: [key])
        } catch {
          throw AttestationError(
            .integrity,
            "the cosignature by \(key.name) is not of the checkpoint of size \(size): \(error). Nothing was added")
        }
        if !signed.note.signatures.contains(where: { $0.keyID == key.id && $0.name == key.name }) {
          signed.add(signature)
        }
        added.append(key)
      }
      if let witness, added.contains(witness) { try keys.trust(witness) }
      if !added.isEmpty { try write(signed) }
      return (signed, added)
    }
  }

  private func signHead(of log: SQLiteEventStore, _ keys: KeyRing) throws -> (SignedCheckpoint, isNew: Bool) {
    // Tiles are written, and partial ones removed.
    try DurableFile.refuseLinks(below: tiles.root)
    try keys.finishRotation()
    let signer = try keys.signer()
    let last = try latest(keys)
    return try log.readTree { tree in
      if let last {
        try Self.check(last.checkpoint, isContinuedBy: tree)
        // Whoever deletes the tiles gets them anew.
        if !tiles.isThere { try tiles.write(tree, from: 0, upTo: last.checkpoint.size) }
        if last.checkpoint.size == tree.size { return (last, false) }
      }
      let root = try tree.root(size: tree.size)
      let signed = SignedCheckpoint(
        Checkpoint(origin: signer.verifier.name, size: tree.size, root: root), signedBy: [signer])
      try tiles.write(tree, from: last?.checkpoint.size ?? 0, upTo: tree.size)
      DurableFile.syncAll()
      try write(signed)
      return (signed, true)
    }
  }

  /// Checks that a log goes on from what was signed.
  /// - Throws: `AttestationError.integrity` where the log is shorter, or is not the one that was signed.
  public static func check(_ old: Checkpoint, isContinuedBy tree: SQLiteEventStore.Tree) throws {
    guard old.size <= tree.size else {
      throw AttestationError(
        .integrity,
        "the log ends at position \(tree.size), but a checkpoint of size \(old.size) was signed: positions "
          + "\(tree.size + 1) to \(old.size) are gone. Was an older copy put back?")
    }
    if old.size == 0 { return }
    let proof = try ConsistencyProof(oldSize: old.size, newSize: tree.size, reading: tree.node)
    guard try proof.proves(old.root, continuedBy: tree.root(size: tree.size)) else {
      throw AttestationError(
        .integrity,
        "the log does not continue the checkpoint of size \(old.size): it was rewritten. See where with: dealtrail verify"
      )
    }
  }

  private func write(_ signed: SignedCheckpoint) throws {
    try DurableFile.write(signed.description, to: file(ofSize: signed.checkpoint.size))
  }

  /// One process signs at a time, or two could sign heads that do not know of one another.
  private func locked<T>(_ body: () throws -> T) throws -> T {
    try DurableFile.makeFolder(folder)
    let lock = try WriterLock(path: folder + "/.lock")
    defer { lock.release() }
    return try body()
  }
}
