/// What a log sends to a witness: a new checkpoint, and the proof that it continues the one that the witness saw last
/// (C2SP tlog-witness, the body of `add-checkpoint`). It also serves whoever kept an older checkpoint.
public struct CheckpointRequest: Sendable, Hashable, CustomStringConvertible {
  /// The size of the older checkpoint; 0 where there is none.
  public var oldSize: Int64
  public var path: [TreeHash]
  /// The new checkpoint as it was issued, to the byte.
  public var checkpoint: String

  public init(oldSize: Int64, path: [TreeHash], checkpoint: String) {
    self.oldSize = oldSize
    self.path = path
    self.checkpoint = checkpoint
  }

  /// - Throws: `TransparencyError.malformed`.
  public init(_ text: String) throws(TransparencyError) {
    var lines = ProofLines(text)
    guard let first = lines.next(), first.hasPrefix("old "), let oldSize = plainDecimal(first.dropFirst(4)) else {
      throw TransparencyError(.malformed, "the first line is not: old SIZE")
    }
    self.oldSize = oldSize
    path = try lines.hashes(atMost: LogProof.maximumHashes)
    checkpoint = lines.rest
  }

  public var description: String { "old \(oldSize)\n" + path.map { "\($0)\n" }.joined() + "\n" + checkpoint }
}
