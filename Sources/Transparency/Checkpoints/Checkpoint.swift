/// The head of a log's tree, as it is signed (C2SP tlog-checkpoint).
public struct Checkpoint: Sendable, Hashable {
  /// The log's identity, such as `example.org/deals`.
  public var origin: String
  /// The number of leaves.
  public var size: Int64
  public var root: TreeHash
  /// Lines after the first three; this project writes none.
  public var extensions: [String]

  public init(origin: String, size: Int64, root: TreeHash, extensions: [String] = []) {
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// - Throws: `TransparencyError.malformed`.
  public init(text: String) throws(TransparencyError) {
    // Bytes, because "\r\n" is one Character.
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }) else {
      throw TransparencyError(.malformed, "a checkpoint has an origin, a size and a root, a line each")
    }
    guard let size = plainDecimal(lines[1]) else {
      throw TransparencyError(.malformed, "the size \"\(lines[1])\" of the checkpoint is not a number of leaves")
    }
    guard let root = Base64.bytes(of: lines[2]).flatMap({ TreeHash($0) }) else {
      throw TransparencyError(.malformed, "the root \"\(lines[2])\" of the checkpoint is not 32 bytes in base 64")
    }
    self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...].dropLast()))
  }

  public var text: String {
    "\(origin)\n\(size)\n\(root)\n" + extensions.map { $0 + "\n" }.joined()
  }
}

/// A checkpoint with its signatures.
public struct SignedCheckpoint: Sendable, Hashable, CustomStringConvertible {
  public let checkpoint: Checkpoint
  public private(set) var note: Note

  /// Reads a checkpoint; its signatures are still to be verified.
  /// - Throws: `TransparencyError.malformed`.
  public init(_ bytes: some Collection<UInt8>) throws(TransparencyError) {
    note = try Note(bytes)
    checkpoint = try Checkpoint(text: note.text)
  }

  /// - Precondition: the origin is the name of the first key, as the format asks of logs.
  public init(_ checkpoint: Checkpoint, signedBy keys: [SignerKey]) {
    precondition(keys.first?.verifier.name == checkpoint.origin, "a log signs in the name of its origin")
    self.checkpoint = checkpoint
    let text = checkpoint.text
    note = Note(text: text, signatures: keys.map { $0.signature(of: text, at: 0) })
  }

  public var description: String { note.description }

  /// Adds a signature unless the same line is there.
  public mutating func add(_ signature: NoteSignature) {
    if !note.signatures.contains(signature) { note.signatures.append(signature) }
  }

  /// The keys of the log that signed, which must be at least one, and witnesses that cosigned.
  /// - Throws: `TransparencyError`.
  public func verified(log: [VerifierKey], witnesses: [VerifierKey] = []) throws(TransparencyError) -> [Note.Verified] {
    let own = log.filter { $0.name.utf8.elementsEqual(checkpoint.origin.utf8) }
    guard !own.isEmpty else {
      throw TransparencyError(
        .unsigned, "the checkpoint is of the log \(checkpoint.origin), whose key is not known here")
    }
    _ = try note.verified(by: own)
    return try note.verified(by: own + witnesses)
  }
}

extension TreeHash: CustomStringConvertible {
  /// The hash in base 64.
  public var description: String { Base64.text(of: bytes) }
}
