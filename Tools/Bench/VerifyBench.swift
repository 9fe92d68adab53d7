import ArgumentParser
import CanonicalJSON
import Crypto
import EventLog
import SQLiteLog

struct VerifyBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "How fast verify reads and hashes a log, against SHA-256 alone over the same bytes in memory.",
    discussion: """
      Alternating in one run, the median of --rounds. The first baseline hashes each envelope, salt and content by itself,
      as they have to be hashed; the second one hashes all of them as one stream, on one core, which nothing can reach that
      hashes small things.
      """)

  @Argument(help: "The log.sqlite of a workspace.")
  var log: String

  @Option(help: "How often each is measured.")
  var rounds = 5

  func run() throws {
    let log = try SQLiteEventStore(path: log)
    let (bytes, ends) = try load(log)
    var times: (each: [Duration], stream: [Duration], verify: [Duration], thorough: [Duration]) = ([], [], [], [])
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      times.each.append(clock.measure { Self.hashEach(bytes, ends) })
      times.verify.append(try clock.measure { try require(log.verify()) })
      times.stream.append(clock.measure { Self.hashStream(bytes) })
      times.thorough.append(try clock.measure { try require(log.verify(checksFile: true)) })
    }
    let verify = Median.of(times.verify)
    print(
      CanonicalWriter.text(of: [
        "events": .integer(Int(try log.head().position)), "bytes": .integer(bytes.count), "rounds": .integer(rounds),
        "verify_against_sha256_each": .number(Median.of(times.each) / verify),
        "verify_against_sha256_stream": .number(Median.of(times.stream) / verify),
        "thorough_against_sha256_each": .number(Median.of(times.each) / Median.of(times.thorough)),
      ]))
  }

  private func require(_ scan: LogScan) throws {
    guard scan.isIntact else { throw ValidationError("the log does not verify: \(scan.faults)") }
  }

  /// Everything that verify hashes, and where each piece ends.
  private func load(_ log: SQLiteEventStore) throws -> ([UInt8], [Int]) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    try log.readTree { tree in
      try tree.records(1...tree.size) { record in
        bytes += record.envelope
        ends.append(bytes.count)
        for part in EventPart.allCases {
          guard let sealed = record.parts[part] else { continue }
          bytes += sealed.salt
          ends.append(bytes.count)
          bytes += sealed.content
          ends.append(bytes.count)
        }
      }
    }
    return (bytes, ends)
  }

  private static func hashEach(_ bytes: [UInt8], _ ends: [Int]) {
    bytes.withUnsafeBytes { buffer in
      var (start, sum) = (0, UInt8(0))
      for end in ends {
        var hasher = SHA256()
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
        hasher.finalize().withUnsafeBytes { sum ^= $0[0] }
        start = end
      }
      blackHole(sum)
    }
  }

  private static func hashStream(_ bytes: [UInt8]) {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    hasher.finalize().withUnsafeBytes { blackHole($0[0]) }
  }
}

/// Keeps the compiler from leaving out work whose result nobody reads.
@inline(never) private func blackHole(_ value: UInt8) {}
