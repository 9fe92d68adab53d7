import Compression
import Foundation
import Seeded
import Testing

@Suite struct GzipTests {
  static func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    // Some repetition, as texts have.
    return (0..<count).map { _ in UInt8.random(in: 0...(seed.isMultiple(of: 2) ? 255 : 7), using: &random) }
  }

  @Test(arguments: [0, 1, 2, 100, 65_535, 65_536, 1_000_000], [1, 2] as [UInt64])
  func whatIsCompressedComesBack(count: Int, seed: UInt64) throws {
    let content = Self.bytes(count, seed)
    let packed = Gzip.compress(content)
    #expect(try Gzip.decompress(packed, count: count) == content)
    #expect(throws: Gzip.Failure.self) { try Gzip.decompress(packed, count: count + 1) }
    if count > 0 { #expect(throws: Gzip.Failure.self) { try Gzip.decompress(packed, count: count - 1) } }
  }

  /// The judge is gzip itself.
  @Test func gzipReadsIt() throws {
    let content = Self.bytes(100_000, 3)
    let file = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Gzip.compress(content)).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "--decompress", "--stdout", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let read = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && read.map { [UInt8]($0) } == content)
  }

  /// No damage crashes, and none goes unnoticed: the format has a CRC.
  @Test(arguments: UInt64(1)...200)
  func damageIsNoticed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let content = Self.bytes(Int.random(in: 1...3000, using: &random), seed)
    var packed = Gzip.compress(content)
    let damage = Int.random(in: 0..<3, using: &random)
    switch damage {
    case 0: packed.removeLast(Int.random(in: 1...packed.count, using: &random))
    case 1: packed.append(UInt8.random(in: 0...255, using: &random))
    // Behind the header, of which some bits mean nothing.
    default: packed[Int.random(in: 10..<packed.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    let read = try? Gzip.decompress(packed, count: content.count)
    // A bit that means nothing may change, such as one of the padding before the CRC.
    #expect(damage == 2 ? read ?? content == content : read == nil)
  }
}
