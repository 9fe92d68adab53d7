/// A text with signatures (C2SP signed-note). The text means nothing before a trusted key has verified it.
public struct Note: Sendable, Hashable, CustomStringConvertible {
  /// Largest note that is read, in bytes; that of golang.org/x/mod.
  public static let maximumBytes = 1_000_000
  /// Most signature lines that are read; that of golang.org/x/mod.
  public static let maximumSignatures = 100

  /// What is signed; ends with a line feed.
  public var text: String
  public var signatures: [NoteSignature]

  /// - Precondition: the text ends with a line feed.
  public init(text: String, signatures: [NoteSignature]) {
    precondition(text.utf8.last == 0x0A, "a note's text ends with a line feed")
    self.text = text
    self.signatures = signatures
  }

  /// - Throws: `TransparencyError.malformed`.
  public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
    guard bytes.count <= Self.maximumBytes else {
      throw TransparencyError(.malformed, "the note has \(bytes.count) bytes; at most \(Self.maximumBytes) are read")
    }
    let bytes = Array(bytes)
    guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }), let whole = String(validating: bytes, as: UTF8.self) else {
      throw TransparencyError(.malformed, "the note is not UTF-8 text without control characters")
    }
    guard let gap = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
      bytes.last == 0x0A, gap + 2 < bytes.count
    else {
      throw TransparencyError(
        .malformed, "the note does not end with an empty line and signature lines, each with its line feed")
    }
    let lines = bytes[(gap + 2)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count <= Self.maximumSignatures else {
      throw TransparencyError(
        .malformed, "the note has \(lines.count) signatures; at most \(Self.maximumSignatures) are read")
    }
    let end = whole.utf8.index(whole.startIndex, offsetBy: gap + 1)
    var signatures: [NoteSignature] = []
    for line in lines { signatures.append(try NoteSignature(line: String(decoding: line, as: UTF8.self))) }
    self.init(text: String(whole[..<end]), signatures: signatures)
  }

  public var description: String { text + "\n" + signatures.map { "\($0)\n" }.joined() }

  /// A signature that holds.
  public struct Verified: Sendable, Hashable {
    public var key: VerifierKey
    /// When a witness says that it signed, in seconds since 1970; `nil` for other types.
    public var time: UInt64?

    public init(key: VerifierKey, time: UInt64?) {
      self.key = key
      self.time = time
    }
  }

  /// The signatures by known keys, all of which hold; those by other keys are passed over.
  /// - Throws: `TransparencyError.badSignature` where one by a known key does not hold, which spoils the whole note;
  ///   `TransparencyError.unsigned` where there is none.
  public func verified(by keys: [VerifierKey]) throws(TransparencyError) -> [Verified] {
    var verified: [Verified] = []
    for signature in signatures {
      guard let key = keys.first(where: { signature.claims($0) }),
        // Of two lines by one key, the first counts.
        !verified.contains(where: { $0.key == key })
      else { continue }
      guard signature.isValid(of: text, by: key) else {
        throw TransparencyError(.badSignature, "the signature of \(key.name) does not fit the text")
      }
      verified.append(Verified(key: key, time: key.type == .cosignature ? signature.time : nil))
    }
    guard !verified.isEmpty else {
      let signers = signatures.map { "\($0.name)+\(VerifierKey.hexadecimal($0.keyID))" }.joined(separator: ", ")
      throw TransparencyError(
        .unsigned,
        "none of the signatures (\(signers)) is by a key that is known here; was the log's key replaced? Then give both keys"
      )
    }
    return verified
  }
}
