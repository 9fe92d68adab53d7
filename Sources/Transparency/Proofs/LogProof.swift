/// A proof that a leaf is in a log, which needs nothing else than the log's verifier key (C2SP tlog-proof).
public struct LogProof: Sendable, Hashable, CustomStringConvertible {
  public static let header = "c2sp.org/tlog-proof@v1"
  /// A tree of 2^63 leaves has paths of so many hashes at most.
  static let maximumHashes = 63

  /// What an application adds; not part of what is proved.
  public var extra: [UInt8]?
  /// The leaf's index, from 0.
  public var index: Int64
  /// The siblings on the leaf's way to the root, lowest first.
  public var path: [TreeHash]
  /// The checkpoint as it was issued, to the byte.
  public var checkpoint: String

  public init(extra: [UInt8]?, index: Int64, path: [TreeHash], checkpoint: String) {
    self.extra = extra
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
  }

  /// - Throws: `TransparencyError.malformed`.
  public init(_ text: String) throws(TransparencyError) {
    var lines = ProofLines(text)
    guard lines.next() == Self.header else {
      throw TransparencyError(.malformed, "the first line is not \(Self.header)")
    }
    var line = lines.next()
    if let text = line, text.hasPrefix("extra ") {
      guard let bytes = Base64.bytes(of: text.dropFirst(6)) else {
        throw TransparencyError(.malformed, "the extra data is not in base 64")
      }
      extra = bytes
      line = lines.next()
    }
    guard let text = line, text.hasPrefix("index "), let index = plainDecimal(text.dropFirst(6)) else {
      throw TransparencyError(.malformed, "the line with the index is missing, or the index is no number")
    }
    self.index = index
    path = try lines.hashes(atMost: Self.maximumHashes)
    checkpoint = lines.rest
    guard !checkpoint.isEmpty else { throw TransparencyError(.malformed, "the proof has no checkpoint") }
  }

  public var description: String {
    Self.header + "\n" + (extra.map { "extra \(Base64.text(of: $0))\n" } ?? "") + "index \(index)\n"
      + path.map { "\($0)\n" }.joined() + "\n" + checkpoint
  }

  /// Verifies that a leaf with this content is where the proof says.
  /// - Returns: the checkpoint, **whose signatures are still to be verified**.
  /// - Throws: `TransparencyError`; `badSignature` where the leaf does not lead to the checkpoint's root.
  public func verify(_ leaf: some Collection<UInt8>) throws(TransparencyError) -> SignedCheckpoint {
    let signed = try SignedCheckpoint(Array(checkpoint.utf8))
    let proof = InclusionProof(index: index, size: signed.checkpoint.size, path: path)
    guard proof.proves(.leaf(leaf), in: signed.checkpoint.root) else {
      throw TransparencyError(
        .badSignature, "the event does not lead to the signed root: it is not the one at index \(index) of this log")
    }
    return signed
  }
}

/// The lines before a checkpoint in a proof or a request.
struct ProofLines {
  private(set) var rest: String

  init(_ text: String) { rest = text }

  /// The next line without its line feed; `nil` where no line feed is left.
  mutating func next() -> String? {
    guard let end = rest.utf8.firstIndex(of: 0x0A) else { return nil }
    let line = String(rest[..<end])
    rest = String(rest.utf8[rest.utf8.index(after: end)...])!
    return line
  }

  /// Hashes, a line each, up to and with the empty line after them.
  mutating func hashes(atMost limit: Int) throws(TransparencyError) -> [TreeHash] {
    var hashes: [TreeHash] = []
    while let line = next() {
      if line.isEmpty { return hashes }
      guard let hash = Base64.bytes(of: line).flatMap({ TreeHash($0) }), hashes.count < limit else {
        throw TransparencyError(.malformed, "a line of the proof is not a hash, or there are more than \(limit)")
      }
      hashes.append(hash)
    }
    throw TransparencyError(.malformed, "the proof ends before its checkpoint")
  }
}
