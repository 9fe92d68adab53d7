internal import Crypto
internal import EventLog
internal import ExactText
internal import SQLiteStorage
public import Transparency

/// The logs of others that this office witnesses, in the folder `witnessed/`: for each its key, and the last checkpoint
/// that was cosigned.
public struct WitnessedLogs: Sendable {
  private let folder: String
  private let keys: KeyRing

  public init(workspace: String) {
    folder = workspace + "/" + WorkspaceLayout.witnessed
    keys = KeyRing(workspace: workspace)
  }

  /// A name for files, of one length: an origin may be a long URL. The SHA-256 of the origin.
  private func path(_ origin: String) -> String {
    folder + "/" + Hexadecimal.text(of: SHA256.hash(data: Array(origin.utf8)))
  }

  /// The key under which a log is witnessed; `nil` for one that is new.
  public func key(of origin: String) throws -> VerifierKey? {
    try DurableFile.text(path(origin) + ".key").map { text in
      do {
        return try VerifierKey(String(text.lines.first ?? ""))
      } catch {
        throw AttestationError(.integrity, "\(path(origin)).key was altered: \(error)")
      }
    }
  }

  /// The last checkpoint of a log that was cosigned here.
  public func last(_ origin: String) throws -> SignedCheckpoint? {
    let file = path(origin) + ".checkpoint"
    if try DurableFile.read(file) != nil { return try CheckpointFolder.read(file) }
    guard try key(of: origin) == nil else {
      throw AttestationError(
        .integrity, "\(file) is gone, and with it what was cosigned last of \(origin); bring it back before going on")
    }
    return nil
  }

  /// Cosigns a checkpoint after checking that it continues the last one, which is kept before the cosignature is given.
  /// - Parameters:
  ///   - key: the log's verifier key, needed the first time.
  ///   - time: now, in seconds since 1970.
  /// - Returns: the checkpoint and the signature line.
  /// - Throws: `AttestationError`.
  public func cosign(
    _ request: CheckpointRequest, key: VerifierKey?, time: UInt64
  ) throws -> (SignedCheckpoint, NoteSignature) {
    try DurableFile.makeFolder(folder, mode: 0o700)
    let lock = try WriterLock(path: folder + "/.lock")
    defer { lock.release() }
    let origin: String
    do throws(TransparencyError) {
      origin = try SignedCheckpoint(Array(request.checkpoint.utf8)).checkpoint.origin
    } catch {
      throw AttestationError(.invalid, "not a checkpoint: \(error)")
    }
    let known = try self.key(of: origin)
    if let known, let key, key != known, key.name == origin {
      throw AttestationError(
        .integrity,
        "\(origin) is witnessed under the key \(known), not \(key); was its key replaced? Ask its office, "
          + "then delete \(path(origin)).key to take the new one")
    }
    guard let logKey = known ?? key else {
      throw AttestationError(
        .invalid,
        "\(origin) is new here: give its verifier key, as its office prints it with key show, as --log-key KEY")
    }
    let last = try last(origin).map { Witness.Seen(size: $0.checkpoint.size, root: $0.checkpoint.root) }
    do {
      let (signed, line) = try keys.witness().cosign(request, logs: [logKey], seen: { _ in last }, time: time)
      try keep(signed, origin, logKey)
      return (signed, line)
    } catch let error as Witness.Refusal {
      switch error {
      case .conflict(let size):
        throw AttestationError(
          .conflict,
          "\(error). Ask for: dealtrail prove --between \(size) \((try? SignedCheckpoint(Array(request.checkpoint.utf8)))?.checkpoint.size ?? 0)"
        )
      case .malformed, .unknownLog: throw AttestationError(.invalid, "\(error)")
      case .unsigned, .inconsistent: throw AttestationError(.integrity, "\(error). Nothing was signed")
      }
    }
  }

  private func keep(_ signed: SignedCheckpoint, _ origin: String, _ key: VerifierKey) throws {
    // The checkpoint first: a key without one means that it was lost.
    try DurableFile.write(signed.description, to: path(origin) + ".checkpoint")
    try DurableFile.write("\(key)\n", to: path(origin) + ".key")
  }
}
