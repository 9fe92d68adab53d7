import ArgumentParser
import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog

struct ReadBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reads",
    abstract: "How long reads of a subject take while another process appends at full speed, against reads alone.",
    discussion:
      "The 99th percentile of reads through the library, in one run; the median of --rounds. Events are added.")

  @Option(help: "The dealtrail program.")
  var dealtrail: String

  @Argument(help: "The workspace.")
  var workspace: String

  @Argument(help: "A file of events, which is appended with new ids in each round.")
  var file: String

  @Option(help: "How often each is measured.")
  var rounds = 3

  func run() throws {
    let log = try SQLiteEventStore(path: workspace + "/log.sqlite")
    let subjects = try Set(log.all(EventQuery(limit: 2000)).map(\.event.subject)).sorted()
    var ratios: [Double] = []
    for round in 0..<rounds {
      let alone = try percentile(of: log, subjects) { $0 >= 4000 }
      let lines = workspace + "/again\(round).jsonl"
      try Self.anew(file, round, lines)
      let process = Process()
      process.executableURL = URL(filePath: dealtrail)
      process.arguments = ["append", lines, "--workspace", workspace, "--quiet"]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      var reads = 0
      let beside = try percentile(of: log, subjects) {
        reads = $0
        return !process.isRunning
      }
      process.waitUntilExit()
      guard reads >= 400 else { throw ValidationError("the append ended after \(reads) reads: take a longer file") }
      guard process.terminationStatus == 0 else { throw ValidationError("append failed") }
      try FileManager.default.removeItem(atPath: lines)
      ratios.append(beside / alone)
    }
    print(
      CanonicalWriter.text(of: [
        "rounds": .integer(rounds), "read_p99_beside_append": .number(ratios.sorted()[rounds / 2]),
      ]))
  }

  /// The 99th percentile of the time that a read takes, in seconds.
  private func percentile(
    of log: SQLiteEventStore, _ subjects: [Subject], until isEnough: (Int) -> Bool
  ) throws -> Double {
    let clock = ContinuousClock()
    var times: [Duration] = []
    while !isEnough(times.count) {
      let subject = subjects[times.count % subjects.count]
      times.append(try clock.measure { _ = try log.all(EventQuery(.subject(subject), limit: 100)) })
    }
    return times.sorted()[times.count * 99 / 100] / .seconds(1)
  }

  /// The same events with other ids, so that they are appended once more.
  private static func anew(_ file: String, _ round: Int, _ path: String) throws {
    var random = SystemRandomNumberGenerator()
    var output: [UInt8] = []
    for line in try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A) {
      guard case .object(var event) = try JSONReader.read([UInt8](line)) else { continue }
      event["id"] = .string(EventID.v7(at: .now(), using: &random).description)
      output += CanonicalWriter.bytes(of: .object(event)) + [0x0A]
    }
    try Data(output).write(to: URL(filePath: path))
  }
}
