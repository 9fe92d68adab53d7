internal import Crypto

/// One signature line of a note.
public struct NoteSignature: Sendable, Hashable, CustomStringConvertible {
  /// The name of the key that is said to have signed.
  public var name: String
  /// The id of that key; with the name, it tells which key and which type of signature.
  public var keyID: UInt32
  /// What the key made, without the id.
  public var bytes: [UInt8]

  public init(name: String, keyID: UInt32, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  /// Reads a line, without its line feed.
  /// - Throws: `TransparencyError.malformed`.
  public init(line: some StringProtocol) throws(TransparencyError) {
    // By bytes: a space and an accent after it are one character, and a name may begin with an accent.
    let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, parts[0] == "—", VerifierKey.isName(parts[1]), let bytes = Base64.bytes(of: parts[2]),
      bytes.count > 4
    else { throw TransparencyError(.malformed, "a signature line is not of the form: — NAME BASE64") }
    self.init(
      name: parts[1], keyID: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
      bytes: Array(bytes.dropFirst(4)))
  }

  /// The line, without its line feed.
  public var description: String {
    "— \(name) " + Base64.text(of: (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) } + bytes)
  }

  func claims(_ key: VerifierKey) -> Bool { keyID == key.id && name.utf8.elementsEqual(key.name.utf8) }

  /// When a cosignature says that it was made, in seconds since 1970; `nil` where the bytes are too few for one.
  var time: UInt64? {
    guard bytes.count == 8 + 64 else { return nil }
    return bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The message of a cosignature (C2SP tlog-cosignature, "Ed25519 signed message").
  static func cosigned(_ text: String, time: UInt64) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(text)".utf8) }

  /// Whether `key` made this signature of `text`.
  func isValid(of text: String, by key: VerifierKey) -> Bool {
    guard claims(key), let key25519 = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) else {
      return false
    }
    switch key.type {
    case .ed25519: return bytes.count == 64 && key25519.isValidSignature(bytes, for: Array(text.utf8))
    case .cosignature:
      guard let time, time <= UInt64(Int64.max) else { return false }
      return key25519.isValidSignature(bytes.suffix(64), for: Self.cosigned(text, time: time))
    }
  }
}
