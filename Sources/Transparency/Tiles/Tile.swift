/// A row of up to 256 consecutive hashes of a tree, or the leaves below such a row (C2SP tlog-tiles).
public struct Tile: Sendable, Hashable {
  /// Hashes in a full tile.
  public static let fullWidth = 256

  public enum Kind: Sendable, Hashable {
    /// Hashes of the tree's level `8 × level`.
    case hashes(level: Int)
    /// The leaves themselves, each with a length of two bytes before it.
    case entries
  }

  public var kind: Kind
  /// Which of its kind, from 0.
  public var index: Int64
  /// How many hashes or leaves it has: 1…256.
  public var width: Int

  public init(_ kind: Kind, index: Int64, width: Int = Tile.fullWidth) {
    self.kind = kind
    self.index = index
    self.width = width
  }

  public var isFull: Bool { width == Self.fullWidth }

  /// The same tile when it is full.
  public var whole: Tile { Tile(kind, index: index) }

  /// Where a log serves the tile, below its prefix: `tile/0/x001/234.p/5`.
  public var path: String {
    let level = if case .hashes(let level) = kind { String(level) } else { "entries" }
    return "tile/\(level)/\(Self.elements(of: index))" + (isFull ? "" : ".p/\(width)")
  }

  /// A number in elements of three digits, all but the last with an `x` before them, so that no file is also a folder.
  public static func elements(of index: Int64) -> String {
    var elements: [String] = []
    var rest = index
    repeat {
      let digits = String(rest % 1000)
      elements.append(String(repeating: "0", count: 3 - digits.count) + digits)
      rest /= 1000
    } while rest > 0
    return elements.reversed().enumerated().map { $0 < elements.count - 1 ? "x" + $1 : $1 }.joined(separator: "/")
  }

  /// The tiles of hashes that a tree of `size` leaves has, lowest level first. A partial tile is the last of its level.
  /// Made as they are asked for: a size that somebody claims takes no memory.
  public static func hashes(ofSize size: Int64) -> some Sequence<Tile> {
    (0..<8).lazy.flatMap { level in row(.hashes(level: level), of: size >> Int64(8 * level)) }
  }

  /// The bundles of leaves that a tree of `size` leaves has.
  public static func entries(ofSize size: Int64) -> some Sequence<Tile> { row(.entries, of: size) }

  private static func row(_ kind: Kind, of count: Int64) -> some Sequence<Tile> {
    let width = Int64(fullWidth)
    return (0..<(count / width + (count % width > 0 ? 1 : 0))).lazy.map { index in
      Tile(kind, index: index, width: Int(min(width, count - index * width)))
    }
  }

  /// The nodes whose hashes make up the tile.
  /// - Precondition: a tile of hashes.
  public var nodes: [TreeNode] {
    guard case .hashes(let level) = kind else { preconditionFailure("a bundle of leaves has no nodes") }
    return (0..<Int64(width)).map { TreeNode(level: 8 * level, index: index * Int64(Self.fullWidth) + $0) }
  }
}
