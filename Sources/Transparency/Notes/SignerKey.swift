internal import Crypto

/// A private key that signs notes. Its text, `PRIVATE+KEY+name+id+base64(type ‖ seed)`, is that of
/// golang.org/x/mod/sumdb/note.
public struct SignerKey: Sendable {
  private static let prefix = "PRIVATE+KEY+"

  public let verifier: VerifierKey
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new key from the system's randomness.
  /// - Throws: `TransparencyError.badKey` for a name that signature lines cannot carry.
  public init(name: String, type: SignatureType) throws(TransparencyError) {
    try self.init(name: name, type: type, key: Curve25519.Signing.PrivateKey())
  }

  private init(name: String, type: SignatureType, key: Curve25519.Signing.PrivateKey) throws(TransparencyError) {
    self.key = key
    verifier = try VerifierKey(name: name, type: type, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// - Throws: `TransparencyError.badKey` for text that is not exactly a signer key. The message never repeats the text.
  public init(_ text: String) throws(TransparencyError) {
    let refused = TransparencyError(.badKey, "the text is not a private key (PRIVATE+KEY+name+id+…), or was altered")
    guard text.utf8.starts(with: Self.prefix.utf8) else { throw refused }
    let parts = VerifierKey.parts(of: Substring(text.utf8.dropFirst(Self.prefix.utf8.count)))
    guard parts.count == 3, let material = Base64.bytes(of: parts[2]), let first = material.first,
      let type = SignatureType(rawValue: first),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: material.dropFirst())
    else { throw refused }
    try self.init(name: parts[0], type: type, key: key)
    guard parts[1].utf8.elementsEqual(VerifierKey.hexadecimal(verifier.id).utf8) else { throw refused }
  }

  /// The private key as text: whoever has it can sign in this name.
  public var secretText: String {
    let material = [verifier.type.rawValue] + Array(key.rawRepresentation)
    return Self.prefix + "\(verifier.name)+\(VerifierKey.hexadecimal(verifier.id))+\(Base64.text(of: material))"
  }

  /// Signs a note's text.
  /// - Parameter time: seconds since 1970, which a cosignature states; not used by other types.
  public func signature(of text: String, at time: UInt64) -> NoteSignature {
    let message: [UInt8]
    var stamp: [UInt8] = []
    switch verifier.type {
    case .ed25519: message = Array(text.utf8)
    case .cosignature:
      message = NoteSignature.cosigned(text, time: time)
      stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) }
    }
    // Signing fails only where the system has no randomness, and Ed25519 takes none.
    let signature = try! key.signature(for: message)
    return NoteSignature(name: verifier.name, keyID: verifier.id, bytes: stamp + Array(signature))
  }
}
