import ArgumentParser
import CanonicalJSON
import Foundation

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract:
      "Print events as JSON Lines, the same for the same seed: dealtrail-bench generate --events 1000000 > e.jsonl")

  @Option(help: "How many events.")
  var events = 10_000

  @Option(help: "Which events.")
  var seed: UInt64 = 1

  func run() throws { try Self.write(events: events, seed: seed, to: nil) }

  /// Writes events to a file, or to standard output.
  static func write(events: Int, seed: UInt64, to path: String?) throws {
    if let path, !FileManager.default.createFile(atPath: path, contents: nil) {
      throw ValidationError("cannot write \(path)")
    }
    guard let file = path.map({ FileHandle(forWritingAtPath: $0) }) ?? FileHandle.standardOutput else {
      throw ValidationError("cannot write \(path ?? "")")
    }
    var generator = EventGenerator(seed: seed, events: events)
    var buffer = Data()
    for _ in 0..<events {
      buffer.append(contentsOf: CanonicalWriter.bytes(of: generator.next()))
      buffer.append(0x0A)
      if buffer.count > 1 << 20 {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: buffer)
  }
}
