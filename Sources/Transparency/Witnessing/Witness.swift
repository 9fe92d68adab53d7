/// The rules by which a witness cosigns somebody else's checkpoint (C2SP tlog-witness). What it remembers of each log is
/// kept by the caller, who must store it before the cosignature leaves the house.
public struct Witness: Sendable {
  /// The last checkpoint of a log that this witness cosigned.
  public struct Seen: Sendable, Hashable {
    public var size: Int64
    public var root: TreeHash

    public init(size: Int64, root: TreeHash) {
      self.size = size
      self.root = root
    }
  }

  /// Why a witness does not sign; each is an answer of the protocol.
  public enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// 400: the request, or its checkpoint, is not of the format, or is older than what it refers to.
    case malformed(String)
    /// 403: no signature of the log's key, or one that does not hold.
    case unsigned(String)
    /// 404: no key of this log is known.
    case unknownLog(origin: String)
    /// 409: the request starts from another size than the last one that was cosigned.
    case conflict(size: Int64)
    /// 422: the new checkpoint does not continue the last one: the log was rewritten, or two views of it are shown.
    case inconsistent(oldSize: Int64, newSize: Int64)

    /// The status of the HTTP protocol.
    public var status: Int {
      switch self {
      case .malformed: 400
      case .unsigned: 403
      case .unknownLog: 404
      case .conflict: 409
      case .inconsistent: 422
      }
    }

    public var description: String {
      switch self {
      case .malformed(let reason), .unsigned(let reason): reason
      case .unknownLog(let origin): "no key of the log \(origin) is known to this witness"
      case .conflict(let size): "the last checkpoint that this witness cosigned has size \(size): prove from there"
      case .inconsistent(let old, let new):
        "the checkpoint of size \(new) does not continue the one of size \(old) that this witness cosigned"
      }
    }
  }

  public let key: SignerKey

  /// - Precondition: the key is of the type for cosignatures.
  public init(key: SignerKey) {
    precondition(key.verifier.type == .cosignature, "a witness signs with a cosignature key")
    self.key = key
  }

  /// Cosigns the request's checkpoint if it continues what was seen.
  /// - Parameters:
  ///   - keys: the verifier keys of the logs that are witnessed.
  ///   - seen: what was last cosigned for an origin; `nil` for a log that is new.
  ///   - time: now, in seconds since 1970.
  /// - Throws: `Refusal`.
  public func cosign(
    _ request: CheckpointRequest, logs keys: [VerifierKey], seen: (String) -> Seen?, time: UInt64
  ) throws(Refusal) -> (checkpoint: SignedCheckpoint, cosignature: NoteSignature) {
    let signed: SignedCheckpoint
    do throws(TransparencyError) {
      signed = try SignedCheckpoint(Array(request.checkpoint.utf8))
    } catch {
      throw .malformed(error.message)
    }
    let checkpoint = signed.checkpoint
    guard keys.contains(where: { $0.name.utf8.elementsEqual(checkpoint.origin.utf8) }) else {
      throw .unknownLog(origin: checkpoint.origin)
    }
    do throws(TransparencyError) {
      _ = try signed.verified(log: keys)
    } catch {
      throw .unsigned(error.message)
    }
    guard request.oldSize <= checkpoint.size else {
      throw .malformed("the request starts from size \(request.oldSize), after the checkpoint's \(checkpoint.size)")
    }
    let last = seen(checkpoint.origin)
    guard request.oldSize == last?.size ?? 0 else { throw .conflict(size: last?.size ?? 0) }
    let proof = ConsistencyProof(oldSize: request.oldSize, newSize: checkpoint.size, path: request.path)
    let isConsistent =
      request.oldSize == 0
      ? request.path.isEmpty && (checkpoint.size > 0 || checkpoint.root == .empty)
      : proof.proves(last!.root, continuedBy: checkpoint.root)
    guard isConsistent else { throw .inconsistent(oldSize: request.oldSize, newSize: checkpoint.size) }
    return (signed, key.signature(of: signed.note.text, at: time))
  }
}
