internal import Crypto

/// A SHA-256 hash in a Merkle tree, hashed with the prefixes of RFC 6962, section 2.1, that keep leaves and nodes apart.
public struct TreeHash: Sendable, Hashable {
  /// Length in bytes.
  public static let length = 32

  // Four words instead of an array: a tree holds two hashes an event, and none of them needs the heap.
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash with these bytes; `nil` unless there are exactly 32.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    words = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
  }

  /// The hash with these bytes, read where they are; `nil` unless there are exactly 32.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.length else { return nil }
    words = bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
  }

  private init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }

  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  public func withUnsafeBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try Swift.withUnsafeBytes(of: words, body)
  }

  public static func == (left: TreeHash, right: TreeHash) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
      && left.words.3 == right.words.3
  }

  public func hash(into hasher: inout Hasher) { withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let empty = TreeHash(SHA256.hash(data: [UInt8]()))

  /// The hash of a leaf: `SHA-256(0x00 ‖ leaf)`.
  public static func leaf(_ content: some Collection<UInt8>) -> TreeHash {
    content.withContiguousStorageIfAvailable { leaf(UnsafeRawBufferPointer($0)) }
      ?? Array(content).withUnsafeBytes { leaf($0) }
  }

  /// The hash of a leaf, read where it is.
  public static func leaf(_ content: UnsafeRawBufferPointer) -> TreeHash {
    var hasher = SHA256()
    Swift.withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
    hasher.update(bufferPointer: content)
    return TreeHash(hasher.finalize())
  }

  /// The hash of an inner node: `SHA-256(0x01 ‖ left ‖ right)`.
  public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 8) { buffer in
      buffer[0] = 1
      left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1...length]).copyMemory(from: $0) }
      right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[(length + 1)...]).copyMemory(from: $0) }
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return TreeHash(hasher.finalize())
    }
  }
}
