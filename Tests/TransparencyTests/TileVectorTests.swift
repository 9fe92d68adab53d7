import Crypto
import Foundation
import Testing
import Transparency

/// Tiles of tessera, sunlight and golang.org/x/mod.
@Suite(.enabled(if: Vectors.areHere, "../shared/vectors is not here"))
struct TileVectorTests {
  struct Small: Decodable {
    var logSize: Int64
    var entriesHex, tileHex: String
    var entryPaths: [[PathPart]]
    var tilePaths: [[PathPart]]

    enum CodingKeys: String, CodingKey {
      case logSize, entryPaths, tilePaths
      case entriesHex = "entries000P15Hex"
      case tileHex = "tile0000P15Hex"
    }
  }

  enum PathPart: Decodable {
    case number(Int64)
    case path(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self = try (try? .number(container.decode(Int64.self))) ?? .path(container.decode(String.self))
    }

    var number: Int64 { if case .number(let number) = self { number } else { -1 } }
    var path: String { if case .path(let path) = self { path } else { "" } }
  }

  @Test func pathsAndBundles() throws {
    let small = try Vectors.read(Small.self, from: "tiles_small.json")
    for columns in small.tilePaths {
      let width = columns[2].number == 0 ? Tile.fullWidth : Int(columns[2].number)
      let tile = Tile(.hashes(level: Int(columns[0].number)), index: columns[1].number, width: width)
      #expect(tile.path == columns[3].path)
    }
    for columns in small.entryPaths {
      let (index, size) = (columns[0].number / 256, columns[1].number)
      let width = min(256, size - index * 256)
      #expect(Tile(.entries, index: index, width: Int(width)).path == columns[2].path)
    }
    #expect(Tile.elements(of: 1_234_067) == "x001/x234/067")

    let bytes = bytes(hex: small.entriesHex)
    let leaves = try #require(EntryBundle.leaves(of: bytes))
    #expect(leaves.count == 15 && EntryBundle.bytes(of: leaves.map(Array.init)) == bytes)
    let tree = StoredTree(leaves.map(Array.init))
    let tile = Array(Tile.hashes(ofSize: small.logSize))[0]
    #expect(try tile.nodes.flatMap { try tree.read($0).bytes } == TransparencyTests.bytes(hex: small.tileHex))
    for cut in 1..<bytes.count where EntryBundle.leaves(of: Array(bytes.prefix(cut))) != nil {
      #expect(EntryBundle.leaves(of: Array(bytes.prefix(cut)))!.count < 15, "a cut bundle is cut between leaves")
    }
  }

  struct Shapes: Decodable {
    struct Shape: Decodable { var full, partial: Int }
    var specShapeExamples: [String: [String: Shape]]
  }

  /// The examples of tlog-tiles, "Partial Tiles".
  @Test func shapes() throws {
    for (size, levels) in try Vectors.read(Shapes.self, from: "tiles_small.json").specShapeExamples {
      let tiles = Array(Tile.hashes(ofSize: try #require(Int64(size))))
      for (name, shape) in levels {
        let level = tiles.filter {
          "l\($0.kind == .entries ? -1 : Int($0.path.split(separator: "/")[1])!)" == name.lowercased()
        }
        #expect(level.filter(\.isFull).count == shape.full, "\(size) \(name)")
        #expect(level.first { !$0.isFull }?.width ?? 0 == shape.partial, "\(size) \(name)")
      }
    }
  }

  struct Mirror: Decodable {
    struct Tree: Decodable {
      var rootB64: String
      var tile0000Sha256, tile0001P44Sha256, tile1000P1Hex: String
    }
    var mirrorTree: Tree
  }

  /// The tree of the test data of sunlight: leaves "record 0" to "record 299".
  @Test func aMirroredTree() throws {
    let expected = try Vectors.read(Mirror.self, from: "cosignature.json").mirrorTree
    let tree = StoredTree((0..<300).map { Array("record \($0)".utf8) })
    #expect(tree.frontier.root == TreeHash(base64: expected.rootB64))
    let bytes = try Dictionary(
      uniqueKeysWithValues: Tile.hashes(ofSize: 300).map { tile in
        (tile.path, try tile.nodes.flatMap { try tree.read($0).bytes })
      })
    func digest(_ path: String) throws -> [UInt8] { Array(SHA256.hash(data: try #require(bytes[path]))) }
    #expect(try digest("tile/0/000") == TransparencyTests.bytes(hex: expected.tile0000Sha256))
    #expect(try digest("tile/0/001.p/44") == TransparencyTests.bytes(hex: expected.tile0001P44Sha256))
    #expect(bytes["tile/1/000.p/1"] == TransparencyTests.bytes(hex: expected.tile1000P1Hex))
  }

  struct Large: Decodable {
    struct Size: Decodable {
      struct Level: Decodable {
        var level, fullTiles, partialWidth: Int
        var partialPath, partialSha256: String?
      }
      var size: Int64
      var tiles: [Level]
    }
    var sizes: [Size]
  }

  @Test func everyTileOfATreeOfSeventyThousand() throws {
    let vectors = try Vectors.read(Large.self, from: "tiles_70000.json")
    let tree = StoredTree((0..<70_000).map { Array("event-\($0)\n".utf8) })
    for vector in vectors.sizes where vector.size <= 70_000 {
      let tiles = Array(Tile.hashes(ofSize: vector.size))
      for expected in vector.tiles {
        let level = tiles.filter { $0.kind == .hashes(level: expected.level) }
        #expect(level.filter(\.isFull).count == expected.fullTiles)
        guard let path = expected.partialPath else { continue }
        let partial = try #require(level.last)
        #expect(partial.path == path && partial.width == expected.partialWidth)
        let digest = SHA256.hash(data: try partial.nodes.flatMap { try tree.read($0).bytes })
        #expect(
          digest.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
            == expected.partialSha256)
      }
      // A client that has nothing but the tiles computes the same tree.
      let tiled = TiledTree(size: vector.size) { tile in try tile.nodes.flatMap { try tree.read($0).bytes } }
      let root = try TreeFrontier(size: vector.size, reading: tree.read).root
      #expect(try tiled.root() == root)
      if vector.size > 1 {
        let proof = try InclusionProof(index: vector.size / 2, size: vector.size, reading: tiled.node)
        #expect(proof.proves(.leaf(Array("event-\(vector.size / 2)\n".utf8)), in: root))
      }
    }
    #expect(Tile.hashes(ofSize: 256).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
  }
}
