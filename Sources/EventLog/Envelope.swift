internal import CanonicalJSON
internal import Crypto

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A part of an event's payload, which can be erased apart from the other.
public enum EventPart: String, Sendable, Hashable, CaseIterable, Comparable {
  case data
  case sources

  public static func < (left: EventPart, right: EventPart) -> Bool { left.rawValue < right.rawValue }
}

/// A part in the exact bytes that were committed to, with its salt.
public struct SealedPart: Sendable, Hashable {
  /// Length of a salt in bytes.
  public static let saltBytes = 32

  public var salt: [UInt8]
  /// Canonical JSON (RFC 8785).
  public var content: [UInt8]

  public init(salt: [UInt8], content: [UInt8]) {
    self.salt = salt
    self.content = content
  }

  /// Seals a content with a fresh salt from the system's randomness.
  public init(_ content: [UInt8]) {
    let salt = [UInt8](unsafeUninitializedCapacity: Self.saltBytes) { salt, count in
      // The generator of the standard library asks the system for each eight bytes.
      guard getentropy(salt.baseAddress!, Self.saltBytes) == 0 else {
        preconditionFailure("the system has no randomness")
      }
      count = Self.saltBytes
    }
    self.init(salt: salt, content: content)
  }

  /// HMAC-SHA256 (RFC 2104) of the content under the salt. Without the salt it says nothing about the content, and no
  /// other pair of the two has it (for salts of ``saltBytes``: HMAC pads shorter keys and hashes longer ones).
  public var commitment: [UInt8] {
    guard salt.count == Self.saltBytes else {
      return Array(HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: salt)))
    }
    return salt.withUnsafeBytes { salt in
      content.withUnsafeBytes { content in Self.withCommitment(to: content, salt: salt) { Array($0) } }
    }
  }

  /// Whether hexadecimal digits are the ``commitment`` to a content under a salt of ``saltBytes``, all read where they are.
  public static func commits(
    _ digits: UnsafeRawBufferPointer, to content: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer
  ) -> Bool {
    guard digits.count == 2 * SHA256.byteCount, salt.count == saltBytes else { return false }
    return withCommitment(to: content, salt: salt) { Hexadecimal.spells(digits, $0) }
  }

  /// RFC 2104 written out for a key that is shorter than a block: the library's HMAC copies the key to the heap several
  /// times, which is most of its time for contents as short as ours.
  private static func withCommitment<Result>(
    to content: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: SHA256.blockByteCount, alignment: 8) { pad in
      func padded(_ byte: UInt8) {
        for index in 0..<saltBytes { pad[index] = salt[index] ^ byte }
        for index in saltBytes..<SHA256.blockByteCount { pad[index] = byte }
      }
      padded(0x36)
      var inner = SHA256()
      inner.update(bufferPointer: UnsafeRawBufferPointer(pad))
      inner.update(bufferPointer: content)
      padded(0x5C)
      var outer = SHA256()
      outer.update(bufferPointer: UnsafeRawBufferPointer(pad))
      inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
      return outer.finalize().withUnsafeBytes { body($0) }
    }
  }
}

/// The part of an event that is never erased: what identifies it, and a commitment to each part of its payload. Its
/// canonical bytes (RFC 8785) are the leaf of the log's Merkle tree; `docs/format.md` writes them down.
public struct Envelope: Sendable, Equatable {
  /// Largest envelope in bytes; what identifies an event is short.
  public static let maximumBytes = 4096

  /// The event with its place; its parts are `nil` here.
  public var stored: StoredEvent
  public var commitments: [EventPart: [UInt8]]

  public init(_ stored: StoredEvent, commitments: [EventPart: [UInt8]]) {
    self.stored = stored
    self.stored.event.data = nil
    self.stored.event.sources = nil
    self.commitments = commitments
  }

  public var bytes: [UInt8] {
    let digits = commitments.sorted { $0.key < $1.key }.map { ($0.key, Hexadecimal.text(of: $0.value)) }
    return EnvelopeText(stored.event, commitments: digits).bytes(
      position: stored.position, revision: stored.revision, recorded: stored.recorded)
  }

  /// Reads an envelope back; `nil` when the bytes do not have the form that ``bytes`` gives. That they are the ones that
  /// were logged is for the tree to say: nothing is encoded again to verify it.
  public init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes { bytes -> (StoredEvent, [EventPart: [UInt8]])? in
      guard let view = EnvelopeView(bytes), let stored = view.stored, let data = Hexadecimal.bytes(of: view.data),
        let sources = Hexadecimal.bytes(of: view.sources), data.count == SHA256.byteCount,
        sources.count == SHA256.byteCount
      else { return nil }
      return (stored, [.data: data, .sources: sources])
    }
    guard let (stored, commitments) = read else { return nil }
    self.init(stored, commitments: commitments)
  }
}
