internal import EventLog
internal import ExactText
internal import SQLiteStorage
public import Transparency

/// The keys of a workspace, in the folder `keys/` (0700), outside the database.
///
/// - `signer`: the private key that signs checkpoints (0600); `signer.next` only while it is being replaced.
/// - `verifiers`: the verifier keys of this log, a line each, the present one last. A key that was replaced has the size
///   of the last checkpoint that it signed after it: what it signs from then on is not taken.
/// - `witness`: the private key with which this office witnesses other logs (0600); made when it is first needed.
/// - `witnesses`: verifier keys of the witnesses whose cosignatures count here, a line each.
public struct KeyRing: Sendable {
  /// A verifier key of this log.
  public struct Verifier: Sendable, Hashable {
    public var key: VerifierKey
    /// The size of the last checkpoint that the key signed before it was replaced; `nil` for the present key.
    public var retiredAt: Int64?
  }

  public let folder: String
  private let signerPath, nextSignerPath, verifiersPath, witnessPath, witnessesPath: String

  /// The keys of the workspace in a folder.
  public init(workspace: String) {
    func path(_ name: String) -> String { workspace + "/" + name }
    folder = path(WorkspaceLayout.keys)
    (signerPath, nextSignerPath) = (path(WorkspaceLayout.signer), path(WorkspaceLayout.nextSigner))
    (verifiersPath, witnessPath) = (path(WorkspaceLayout.verifiers), path(WorkspaceLayout.witness))
    witnessesPath = path(WorkspaceLayout.witnesses)
  }

  /// A name for a log that nobody named.
  public static func randomOrigin() -> String {
    "dealtrail.local/" + Hexadecimal.text(of: (0..<6).map { _ in UInt8.random(in: .min ... .max) })
  }

  /// Makes the log's key unless there is one.
  /// - Parameter origin: the log's name, which its checkpoints carry; such as `example.org/deals`.
  /// - Returns: the verifier key, and whether it is new.
  public func make(origin: @autoclosure () -> String) throws -> (VerifierKey, isNew: Bool) {
    try locked {
      if let present = try verifiers().last?.key { return (present, false) }
      let signer: SignerKey
      if let left = try secret(signerPath) {
        signer = left  // a run that was stopped between the two files
      } else {
        signer = try key(name: origin(), .ed25519)
        try write(signer, to: signerPath)
      }
      try write([Verifier(key: signer.verifier, retiredAt: nil)])
      return (signer.verifier, true)
    }
  }

  /// One process makes keys, or trusts others, at a time.
  private func locked<T>(_ body: () throws -> T) throws -> T {
    try DurableFile.makeFolder(folder, mode: 0o700)
    let lock = try WriterLock(path: folder + "/.lock")
    defer { lock.release() }
    return try body()
  }

  /// The verifier keys of this log, the present one last; none before ``make(origin:)``.
  public func verifiers() throws -> [Verifier] {
    try Self.verifiers(in: DurableFile.text(verifiersPath) ?? "", of: verifiersPath)
  }

  /// Reads verifier keys, a line each; behind one that was replaced is the size up to which it counts.
  /// - Parameter file: named in errors.
  /// - Throws: `AttestationError.integrity` for a line that is none.
  package static func verifiers(in text: String, of file: String) throws -> [Verifier] {
    try text.lines.enumerated().filter { !$1.isEmpty }.map { number, line in
      let words = line.split(separator: " ")
      guard let first = words.first, words.count <= 2, let key = try? VerifierKey(String(first)) else {
        throw AttestationError(.integrity, "\(file):\(number + 1) is not a verifier key: the file was altered")
      }
      guard words.count == 2 else { return Verifier(key: key, retiredAt: nil) }
      guard let size = Int64(words[1]), size >= 0 else {
        throw AttestationError(
          .integrity, "\(file):\(number + 1): what follows the key is not a size: the file was altered")
      }
      return Verifier(key: key, retiredAt: size)
    }
  }

  /// The present private key: the one that `verifiers` names last, which between two steps of ``rotate(at:announce:)`` is
  /// the next one. Only reads, because it is asked for while others sign.
  /// - Throws: `AttestationError`: it is not there, is not the one that `verifiers` names, or others may read it.
  public func signer() throws -> SignerKey {
    let candidates = try [signerPath, nextSignerPath].compactMap { try secret($0) }
    let present = try verifiers().last
    if let signer = candidates.first(where: { Verifier(key: $0.verifier, retiredAt: nil) == present }) { return signer }
    guard candidates.isEmpty else {
      throw AttestationError(
        .integrity, "\(signerPath) is not the key that \(verifiersPath) names last: one of the two was replaced")
    }
    throw AttestationError(
      .failed,
      "there is no private key in \(folder); put back \(signerPath) (chmod 600), from the safe or from a backup with keys"
    )
  }

  /// Replaces the log's key. The old one is destroyed; its verifier key stays, for the checkpoints up to `size`.
  /// - Parameter announce: writes a checkpoint of that size that both keys signed, before the old key goes.
  public func rotate(at size: Int64, announce: (_ old: SignerKey, _ new: SignerKey) throws -> Void) throws
    -> VerifierKey
  {
    try finishRotation()
    let old = try signer()
    let new = try key(name: old.verifier.name, .ed25519)
    try announce(old, new)
    // The verifiers decide which key is in use; a run that is stopped around them leaves both private keys there.
    try write(new, to: nextSignerPath)
    var verifiers = try verifiers()
    verifiers[verifiers.count - 1].retiredAt = size
    try write(verifiers + [Verifier(key: new.verifier, retiredAt: nil)])
    try finishRotation()
    return new.verifier
  }

  /// Puts the next private key in the place of the old one if the verifiers name it; else it never was in use, and goes.
  /// For whoever holds the lock of those who sign.
  func finishRotation() throws {
    guard let next = try secret(nextSignerPath) else { return }
    if try verifiers().last?.key == next.verifier {
      try write(next, to: signerPath)
    }
    DurableFile.remove(nextSignerPath)
  }

  /// The key with which this office witnesses others; made if it is not there.
  public func witness() throws -> Witness {
    try locked {
      if let key = try secret(witnessPath, .cosignature) { return Witness(key: key) }
      let new = try key(name: signer().verifier.name + "/witness", .cosignature)
      try write(new, to: witnessPath)
      return Witness(key: new)
    }
  }

  /// The witnesses whose cosignatures count here.
  public func witnesses() throws -> [VerifierKey] {
    try lines(witnessesPath).enumerated().map { number, line in
      guard let key = try? VerifierKey(line), key.type == .cosignature else {
        throw AttestationError(
          .invalid, "\(witnessesPath):\(number + 1) is not the verifier key of a witness; mend or delete the line")
      }
      return key
    }
  }

  /// Lets the cosignatures of a witness count from now on.
  public func trust(_ witness: VerifierKey) throws {
    guard witness.type == .cosignature else {
      throw AttestationError(.invalid, "\(witness) is the key of a log, not of a witness")
    }
    try locked {
      let known = try witnesses()
      if known.contains(witness) { return }
      try DurableFile.write((known + [witness]).map { "\($0)\n" }.joined(), to: witnessesPath)
    }
  }

  /// Private keys that others than their owner may read.
  public func exposedFiles() -> [String] {
    [signerPath, nextSignerPath, witnessPath].filter { (DurableFile.permissions($0) ?? 0) & 0o077 != 0 }
  }

  private func key(name: String, _ type: SignatureType) throws -> SignerKey {
    do {
      return try SignerKey(name: name, type: type)
    } catch {
      throw AttestationError(.invalid, "\(error)")
    }
  }

  private func secret(_ path: String, _ type: SignatureType = .ed25519) throws -> SignerKey? {
    guard let text = try DurableFile.text(path) else { return nil }
    if exposedFiles().contains(path) {
      throw AttestationError(
        .failed, "others may read the private key \(path); close it with: chmod 600 \(path.shellPath)")
    }
    guard let key = try? SignerKey(String(text.lines.first ?? "")), key.verifier.type == type else {
      throw AttestationError(.failed, "\(path) is not the private key that should be there, or was altered")
    }
    return key
  }

  private func write(_ key: SignerKey, to path: String) throws {
    try DurableFile.write(key.secretText + "\n", to: path, mode: 0o600)
  }

  private func lines(_ path: String) throws -> [String] {
    try (DurableFile.text(path) ?? "").lines.filter { !$0.isEmpty }.map(String.init)
  }

  private func write(_ verifiers: [Verifier]) throws {
    let lines = verifiers.map { "\($0.key)" + ($0.retiredAt.map { " \($0)" } ?? "") + "\n" }
    try DurableFile.write(lines.joined(), to: verifiersPath)
  }
}
