internal import CanonicalJSON

/// What a log stores of one event, to the byte: all that a stranger needs to check it.
public struct LogRecord: Sendable, Hashable {
  /// The leaf of the Merkle tree.
  public var envelope: [UInt8]
  /// The parts that were not erased.
  public var parts: [EventPart: SealedPart]

  public init(envelope: [UInt8], parts: [EventPart: SealedPart]) {
    self.envelope = envelope
    self.parts = parts
  }

  /// The event that the record says; `nil` where the envelope or a part is not of its form. Commitments are not checked.
  public var stored: StoredEvent? {
    guard var stored = Envelope(envelope)?.stored else { return nil }
    for (part, sealed) in parts {
      guard let value = try? JSONReader.read(sealed.content) else { return nil }
      switch part {
      case .data: stored.event.data = value
      case .sources: stored.event.sources = value
      }
    }
    return stored
  }

  /// The parts whose content or salt is not what the envelope commits to.
  public var brokenParts: [EventPart] {
    let commitments = Envelope(envelope)?.commitments ?? [:]
    return parts.filter {
      $0.value.salt.count != SealedPart.saltBytes || commitments[$0.key] != $0.value.commitment
    }.map(\.key).sorted()
  }
}
