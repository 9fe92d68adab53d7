import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog
import SQLiteLog
import Foundation

struct Append: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append events from JSON Lines, whole or not at all.",
    discussion: """
      Each line is one event. A line without an id is named by its content, so appending a file twice adds nothing.
      When a line is not valid, every bad line is reported, nothing is written, and the exit code is 65.
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String = "-"

  @Flag(help: "Check everything and write nothing.")
  var dryRun = false

  @Option(help: "Append so many events at a time, each time whole. A run that was stopped is simply started again.")
  var chunk: Int?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  /// Longest line that is read, in bytes: an event's parts may have 1 MiB each.
  static let maximumLineBytes = 4 << 20

  func validate() throws {
    if let chunk, chunk < 1 { throw ValidationError("--chunk is 1 or more") }
  }

  func run() throws {
    let log = try workspace.log()
    let progress = Progress(quiet: printing.quiet)
    defer { progress.finish() }
    let events = try read(progress, log)
    if dryRun {
      progress.finish()
      StandardError.print("\(events.count) events are valid; nothing was written")
    }
    let result = dryRun ? AppendResult(positions: [], appended: 0) : try append(events, to: log, progress)
    progress.finish()
    let written = result.appended > 0 ? result.positions : []
    Report(
      columns: [
        .init("appended", "Appended", "已追加", alignsRight: true),
        .init("duplicates", "Already there", "已存在", alignsRight: true),
        .init("first_position", "First", "首位", alignsRight: true),
        .init("last_position", "Last", "末位", alignsRight: true),
      ],
      rows: [
        [
          .init(result.appended), .init(result.duplicates), written.min().map { .init(Int($0)) } ?? .init(nil),
          written.max().map { .init(Int($0)) } ?? .init(nil),
        ]
      ]
    ).print(printing) {
      [
        "appended": .integer(result.appended), "duplicates": .integer(result.duplicates),
        "first_position": written.min().map { .integer(Int($0)) } ?? .null,
        "last_position": written.max().map { .integer(Int($0)) } ?? .null,
      ]
    }
  }

  private func append(_ events: [Event], to log: SQLiteEventStore, _ progress: Progress) throws -> AppendResult {
    var result = AppendResult(positions: [], appended: 0)
    for start in stride(from: 0, to: events.count, by: chunk ?? max(1, events.count)) {
      let part = Array(events[start..<min(events.count, start + (chunk ?? events.count))])
      let done = try log.append(part)
      result.positions += done.positions
      result.appended += done.appended
      progress.show("appending events", done: start + part.count, total: events.count)
    }
    return result
  }

  private func read(_ progress: Progress, _ log: SQLiteEventStore) throws -> [Event] {
    let name = file == "-" ? "stdin" : file
    var bytes: [UInt8]
    do {
      bytes = [UInt8](
        file == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw CommandFailure.failed("cannot read \(name): \(error.localizedDescription)")
    }
    // A byte order mark, as some editors write it, is no part of the first line.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let defaults = EventLine.Defaults(recordedBy: WorkspaceOptions.user)
    var events: [Event] = []
    var places: [String] = []
    var faults: [String] = []
    var done = 0
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      done += line.count + 1
      progress.show("reading \(name)", done: done, total: bytes.count)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let place = "\(name):\(index + 1)"
      guard line.count <= Self.maximumLineBytes else {
        faults.append("\(place): the line has \(line.count) bytes; at most \(Self.maximumLineBytes) are read")
        continue
      }
      do {
        events.append(try EventLine.event(from: try JSONReader.read(Array(line)), defaults: defaults))
        places.append(place)
      } catch let error as InvalidEvent {
        faults.append(contentsOf: error.problems.map { "\(place): \($0)" })
      } catch {
        faults.append("\(place): \(error)")
      }
    }
    let check = ReplacementCheck(log: log, batch: events)
    for (event, place) in zip(events, places) {
      faults.append(
        contentsOf: try (check.problems(of: event) + check.redactionProblems(of: event)).map { "\(place): \($0)" })
    }
    guard faults.isEmpty else {
      throw CommandFailure.invalid(
        (faults + ["nothing was written; faults: \(faults.count). Mend the lines and append again"])
          .joined(separator: "\n"))
    }
    return events
  }
}
