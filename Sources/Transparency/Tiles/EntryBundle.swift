/// The leaves of one tile, each with its length in two bytes before it, most significant first (C2SP tlog-tiles).
public enum EntryBundle {
  /// Longest leaf that a bundle can hold, in bytes.
  public static let maximumLeafBytes = Int(UInt16.max)

  /// - Precondition: no leaf is longer than ``maximumLeafBytes``.
  public static func bytes(of leaves: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for leaf in leaves {
      precondition(leaf.count <= maximumLeafBytes, "the leaf is too long for a bundle")
      bytes.append(UInt8(leaf.count >> 8))
      bytes.append(UInt8(leaf.count & 0xFF))
      bytes.append(contentsOf: leaf)
    }
    return bytes
  }

  /// The leaves; `nil` where the bytes end within one.
  public static func leaves(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    var leaves: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      guard start + 2 <= bytes.count else { return nil }
      let end = start + 2 + Int(bytes[start]) << 8 + Int(bytes[start + 1])
      guard end <= bytes.count else { return nil }
      leaves.append(bytes[(start + 2)..<end])
      start = end
    }
    return leaves
  }
}
