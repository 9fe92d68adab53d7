internal import CanonicalJSON
public import EventLog
public import SQLiteLog
public import Transparency

/// The proof that a claim is in a log: a C2SP tlog-proof whose extra data is the record itself, so that one file and the
/// log's verifier key are all that it takes.
public struct EventProof: Sendable {
  public let record: LogRecord
  public let proof: LogProof

  /// Proves the event at a position in the tree that a checkpoint signed.
  /// - Precondition: the log goes on from the checkpoint (``CheckpointFolder/check(_:isContinuedBy:)``), which is not older
  ///   than the event.
  /// - Throws: `AttestationError.integrity` where the event is not the one that was signed.
  public init(of position: Int64, in tree: SQLiteEventStore.Tree, _ signed: SignedCheckpoint) throws {
    var found: LogRecord?
    try tree.records(position...position) { found = $0 }
    record = found!
    let inclusion = try InclusionProof(index: position - 1, size: signed.checkpoint.size, reading: tree.node)
    guard inclusion.proves(.leaf(record.envelope), in: signed.checkpoint.root), record.brokenParts.isEmpty else {
      throw AttestationError(
        .integrity,
        "the event at position \(position) is not what was signed; see what is affected with: dealtrail verify")
    }
    proof = LogProof(
      extra: CanonicalWriter.bytes(of: RecordText.json(of: record)), index: position - 1, path: inclusion.path,
      checkpoint: signed.description)
  }

  /// Reads a proof file; nothing of it is verified.
  /// - Throws: `AttestationError.invalid`.
  public init(_ text: String) throws(AttestationError) {
    do throws(TransparencyError) {
      proof = try LogProof(text)
    } catch {
      throw AttestationError(.invalid, "not a proof: \(error)")
    }
    guard let extra = proof.extra, let json = try? JSONReader.read(extra), let record = RecordText.record(in: json)
    else {
      throw AttestationError(.invalid, "the proof does not carry the event that it is about")
    }
    self.record = record
  }

  public var description: String { proof.description }

  /// What a proof proves.
  public struct Verdict: Sendable {
    public var event: StoredEvent
    public var checkpoint: Checkpoint
    /// The key of the log, then witnesses.
    public var signatures: [Note.Verified]
  }

  /// Verifies everything with nothing but keys: the checkpoint's signatures, the way from the envelope to the signed
  /// root, and the payload against the envelope's commitments.
  /// - Throws: `AttestationError.integrity`.
  public func verify(log: LogKeys, witnesses: [VerifierKey] = []) throws(AttestationError) -> Verdict {
    let signed: SignedCheckpoint
    let signatures: [Note.Verified]
    do throws(TransparencyError) {
      signed = try proof.verify(record.envelope)
      signatures = try log.verify(signed, witnesses: witnesses)
    } catch {
      throw AttestationError(.integrity, "the proof does not hold: \(error)")
    }
    if let part = record.brokenParts.first {
      throw AttestationError(.integrity, "the proof does not hold: its \(part) is not what the envelope commits to")
    }
    guard let event = record.stored, event.position == proof.index + 1 else {
      throw AttestationError(.integrity, "the proof does not hold: its envelope is not that of the event at its index")
    }
    return Verdict(event: event, checkpoint: signed.checkpoint, signatures: signatures)
  }
}

extension CheckpointRequest {
  /// Proves that one checkpoint continues another, in the form that a witness takes.
  public init(from old: Int64, to signed: SignedCheckpoint, in tree: SQLiteEventStore.Tree) throws {
    let proof = try ConsistencyProof(oldSize: old, newSize: signed.checkpoint.size, reading: tree.node)
    self.init(oldSize: old, path: proof.path, checkpoint: signed.description)
  }

  /// Whether the request proves that its checkpoint continues `old`; both are of the log with one of the keys.
  /// - Throws: `AttestationError.integrity`.
  public func verify(
    from old: SignedCheckpoint, log: LogKeys, witnesses: [VerifierKey] = []
  ) throws(AttestationError) -> (SignedCheckpoint, [Note.Verified]) {
    let signed: SignedCheckpoint
    let signatures: [Note.Verified]
    do throws(TransparencyError) {
      signed = try SignedCheckpoint(Array(checkpoint.utf8))
      _ = try log.verify(old)
      signatures = try log.verify(signed, witnesses: witnesses)
    } catch {
      throw AttestationError(.integrity, "the proof does not hold: \(error)")
    }
    guard oldSize == old.checkpoint.size else {
      throw AttestationError(
        .invalid, "the proof starts from size \(oldSize), the older checkpoint has size \(old.checkpoint.size)")
    }
    let proof = ConsistencyProof(oldSize: oldSize, newSize: signed.checkpoint.size, path: path)
    guard oldSize == 0 || proof.proves(old.checkpoint.root, continuedBy: signed.checkpoint.root) else {
      throw AttestationError(
        .integrity,
        "the log of size \(signed.checkpoint.size) does not continue the one of size \(oldSize): it was rewritten")
    }
    return (signed, signatures)
  }
}
