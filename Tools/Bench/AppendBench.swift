import ArgumentParser
import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog

struct AppendBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "How fast events are appended, against SQLite's C API inserting the same rows into the same tables.",
    discussion: """
      A file of JSON Lines by the program, as one transaction; and single events through the library, each durable. Alternating
      in one run, the median of --rounds.
      """)

  @Option(help: "The dealtrail program.")
  var dealtrail: String

  @Option(help: "A folder for logs, emptied.")
  var folder: String

  @Option(help: "How many events the file has.")
  var events = 100_000

  @Option(help: "How many single events are appended.")
  var singles = 2000

  @Option(help: "How often each is measured.")
  var rounds = 5

  func run() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = folder + "/events.jsonl"
    try Generate.write(events: events, seed: 1, to: file)
    var (program, bare): ([Duration], [Duration]) = ([], [])
    var (library, commits): ([Duration], [Duration]) = ([], [])
    var rows: LogRows?
    let clock = ContinuousClock()
    for round in 0..<rounds {
      let workspace = folder + "/w\(round)"
      try call("init", workspace)
      program.append(try clock.measure { try call("append", file, "--workspace", workspace, "--quiet") })
      let loaded = try rows ?? LogRows(log: workspace + "/log.sqlite")
      rows = loaded
      let database = try loaded.makeEmpty(folder + "/bare\(round).sqlite")
      bare.append(try clock.measure { try loaded.insert(into: database, 0..<loaded.count, each: loaded.count) })
      let single = try events(singles)
      let log = try SQLiteEventStore(path: folder + "/single\(round).sqlite")
      library.append(try clock.measure { for event in single { _ = try log.append([event]) } })
      let other = try loaded.makeEmpty(folder + "/commits\(round).sqlite")
      commits.append(try clock.measure { try loaded.insert(into: other, 0..<singles, each: 1) })
      try FileManager.default.removeItem(atPath: workspace)
      for name in ["bare", "single", "commits"] {
        for end in ["", "-wal", "-shm", ".lock"] {
          try? FileManager.default.removeItem(atPath: folder + "/\(name)\(round).sqlite\(end)")
        }
      }
    }
    print(
      CanonicalWriter.text(of: [
        "events": .integer(events), "rounds": .integer(rounds),
        "append_against_sqlite": .number(Median.of(bare) / Median.of(program)),
        "commit_against_sqlite": .number(Median.of(commits) / Median.of(library)),
      ]))
  }

  private func events(_ count: Int) throws -> [Event] {
    var generator = EventGenerator(seed: 2, events: count)
    return try (0..<count).map { _ in try BenchEvent.event(generator.next()) }
  }

  private func call(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: dealtrail)
    process.arguments = arguments
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ValidationError("\(arguments) failed") }
  }
}
