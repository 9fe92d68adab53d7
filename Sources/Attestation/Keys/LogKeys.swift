public import Transparency

/// The keys with which checkpoints of a log are verified: a key that was replaced counts for what it signed before.
public struct LogKeys: Sendable {
  public var verifiers: [KeyRing.Verifier]

  public init(_ verifiers: [KeyRing.Verifier]) { self.verifiers = verifiers }

  /// Keys that were got elsewhere. Of those that the workspace knows to have been replaced, `known` says until when.
  public init(_ keys: [VerifierKey], known: [KeyRing.Verifier] = []) {
    verifiers = keys.map { key in
      known.first { $0.key == key } ?? KeyRing.Verifier(key: key, retiredAt: nil)
    }
  }

  /// Whose signatures hold on a checkpoint; at least one is by a key of the log that was in use at its size.
  /// - Throws: `TransparencyError`.
  public func verify(
    _ signed: SignedCheckpoint, witnesses: [VerifierKey] = []
  ) throws(TransparencyError) -> [Note.Verified] {
    let inUse = verifiers.filter { verifier in
      verifier.key.type == .ed25519 && verifier.retiredAt.map { signed.checkpoint.size <= $0 } ?? true
    }
    do throws(TransparencyError) {
      return try signed.verified(log: inUse.map(\.key), witnesses: witnesses)
    } catch {
      let isRetired = verifiers.contains { verifier in
        verifier.retiredAt != nil && signed.note.signatures.contains { $0.keyID == verifier.key.id }
      }
      guard isRetired, error.code == .unsigned else { throw error }
      throw TransparencyError(.unsigned, "\(error) (a key that was replaced before that size does not count)")
    }
  }
}
