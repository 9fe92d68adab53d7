import ArgumentParser
import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog

struct BatchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract: "Append JSON Lines through the library in batches, each durable, and replay them; print the seconds.")

  @Argument(help: "The file of events.")
  var file: String

  @Argument(help: "The log to make.")
  var log: String

  @Argument(help: "How many events a batch has.")
  var size: Int

  func run() throws {
    let lines = try Data(contentsOf: URL(filePath: file)).split(separator: 0x0A).map { [UInt8]($0) }
    let clock = ContinuousClock()
    let time = try clock.measure {
      let log = try SQLiteEventStore(path: log)
      for start in stride(from: 0, to: lines.count, by: size) {
        _ = try log.append(
          try lines[start..<min(lines.count, start + size)].map { try BenchEvent.event(JSONReader.read($0)) })
      }
      var count = 0
      try log.read(EventQuery()) { event in
        count += event.event.data == nil ? 0 : 1
        return true
      }
      guard count == lines.count else { throw ValidationError("\(count) of \(lines.count) events came back") }
    }
    print(time / .seconds(1))
  }
}
