internal import Crypto

/// What a key signs with.
public enum SignatureType: UInt8, Sendable {
  /// Ed25519 over the note's text (C2SP signed-note).
  case ed25519 = 0x01
  /// Ed25519 over the time and the text, by a witness (C2SP tlog-cosignature, v1).
  case cosignature = 0x04
}

/// A public key that verifies notes, as C2SP signed-note writes it: `name+id+base64(type ‖ key)`.
public struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
  /// For a log, its origin; for a witness, its name. Not empty, without Unicode spaces and without a plus.
  public let name: String
  public let type: SignatureType
  /// The Ed25519 public key, 32 bytes (RFC 8032).
  public let publicKey: [UInt8]

  /// - Throws: `TransparencyError.badKey` for a name that signature lines cannot carry.
  public init(name: String, type: SignatureType, publicKey: [UInt8]) throws(TransparencyError) {
    guard Self.isName(name) else {
      throw TransparencyError(
        .badKey, "\"\(name)\" cannot name a key: it is empty, or has a space, a plus or a control")
    }
    guard publicKey.count == 32 else {
      throw TransparencyError(.badKey, "an Ed25519 public key has 32 bytes, not \(publicKey.count)")
    }
    self.name = name
    self.type = type
    self.publicKey = publicKey
  }

  /// - Throws: `TransparencyError.badKey` for text that is not exactly a verifier key.
  public init(_ text: String) throws(TransparencyError) {
    guard !text.contains("PRIVATE+KEY") else {
      throw TransparencyError(.badKey, "a private key was given where a verifier key belongs: keep it to yourself")
    }
    let parts = Self.parts(of: text)
    guard parts.count == 3, let material = Base64.bytes(of: parts[2]), let first = material.first,
      let type = SignatureType(rawValue: first)
    else {
      throw TransparencyError(
        .badKey, "\"\(text)\" is not a verifier key; one looks like example.org/log+0123abcd+A…, as key show prints it")
    }
    try self.init(name: parts[0], type: type, publicKey: Array(material.dropFirst()))
    guard parts[1].utf8.elementsEqual(Self.hexadecimal(id).utf8) else {
      throw TransparencyError(.badKey, "the verifier key \"\(text)\" was altered: its id does not fit its name and key")
    }
  }

  /// What is between the first two pluses of a key's text, before, and behind. By bytes: a plus and a mark that joins it are one
  /// character.
  static func parts(of text: some StringProtocol) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first four bytes of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`, which signature lines carry.
  public var id: UInt32 {
    let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, type.rawValue] + publicKey)
    return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The name and the id, which tell keys of one log apart; as signature lines say it.
  public var shortText: String { "\(name)+\(Self.hexadecimal(id))" }

  public var description: String {
    "\(name)+\(Self.hexadecimal(id))+\(Base64.text(of: [type.rawValue] + publicKey))"
  }

  static func hexadecimal(_ id: UInt32) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 && $0.value != 0x7F
      }
  }

  public static func == (left: VerifierKey, right: VerifierKey) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8) && left.type == right.type && left.publicKey == right.publicKey
  }
}
