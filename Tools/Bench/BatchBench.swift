import ArgumentParser
import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog

struct BatchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract:
      "Append JSON Lines through the library in batches, each durable, and replay them; print the seconds of both.")

  @Argument(help: "The file of events.")
  var file: String

  @Argument(help: "The log to make.")
  var log: String

  @Argument(help: "How many events a batch has.")
  var size: Int

  func run() throws {
    let lines = try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A).map { [UInt8]($0) }
    let clock = ContinuousClock()
    let store = try SQLiteEventStore(path: log)
    let append = try clock.measure {
      for start in stride(from: 0, to: lines.count, by: size) {
        _ = try store.append(
          try lines[start..<min(lines.count, start + size)].map { try BenchEvent.event(JSONReader.read($0)) })
      }
    }
    var count = 0
    let replay = try clock.measure {
      try store.read(EventQuery()) { event in
        count += event.event.data == nil ? 0 : 1
        return true
      }
    }
    guard count == lines.count else { throw ValidationError("\(count) of \(lines.count) events came back") }
    print(append / .seconds(1), replay / .seconds(1))
  }
}
