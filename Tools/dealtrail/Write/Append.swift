import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog
import Foundation
import Parallel
import SQLiteLog

struct Append: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Append events from JSON Lines, whole or not at all.",
    discussion: """
      Each line is one event. A line without an id is named by its content, so appending a file twice adds nothing. \
      When a line is not valid, every bad line is reported, nothing is written, and the exit code is 65.
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String = "-"

  @Flag(help: "Check everything and write nothing.")
  var dryRun = false

  @Option(
    help:
      "Append so many events at a time, each time whole. A run that was stopped is simply started again. A file is read whole first; of standard input, events before a bad line may be in already."
  )
  var chunk: Int?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  /// Pieces of the file that are worked on at once or wait to be written.
  private static let piecesAhead = 8
  /// Most faults that are named; the rest are counted.
  private static let maximumFaults = 10_000

  func validate() throws {
    if let chunk, chunk < 1 { throw ValidationError("--chunk is 1 or more") }
  }

  func run() throws {
    let log = try workspace.log()
    let progress = Progress(quiet: printing.quiet)
    defer { progress.finish() }
    if chunk != nil, file != "-" {
      var reader = try EventReader(file, "reading", progress)
      while try reader.next() != nil {}
    }
    var reader = try EventReader(file, "appending", progress)
    if reader.isLong { Courtesy.yieldToOthers() }
    var totals = AppendTotals()
    do {
      repeat {
        totals = totals + (try append(to: log, &reader))
      } while !reader.isAtEnd
    } catch let dry as DryRun {
      progress.finish()
      StandardError.print("\(dry.events) events are valid, \(dry.known) of them there already; nothing was written")
    } catch let failure as CommandFailure where totals.appended > 0 {
      throw CommandFailure(
        code: failure.code, message: failure.message + "\nthe chunks before are appended: \(totals.appended) events")
    }
    progress.finish()
    report(totals)
  }

  /// Thrown where everything was checked, so that nothing is kept.
  private struct DryRun: Error {
    var events: Int
    /// Those that the log has already.
    var known: Int
  }

  /// Appends the file, or a chunk of it.
  private func append(to log: SQLiteEventStore, _ reader: inout EventReader) throws -> AppendTotals {
    var left = dryRun ? .max : chunk ?? .max
    // By id: a file may have more of them than memory.
    var amendments: [(id: EventID, line: Int)] = []
    return try log.append {
      guard left > 0, let reading = try reader.next(atMost: left) else { return nil }
      left -= reading.events.count
      amendments += reading.amendments
      return reading.events
    } check: { totals, find in
      let check = ReplacementCheck(find: find)
      let faults = try amendments.flatMap { id, line in
        guard let event = try find(id)?.event else { return [String]() }
        return try (check.problems(of: event) + check.redactionProblems(of: event)).map {
          "\(reader.name):\(line): \($0)"
        }
      }
      if !faults.isEmpty { throw Self.invalid(faults, more: 0) }
      if dryRun { throw DryRun(events: totals.appended + totals.duplicates, known: totals.duplicates) }
    }
  }

  private static func invalid(_ faults: [String], more: Int) -> CommandFailure {
    let hidden = more > 0 ? ["… and \(more) more"] : []
    return .invalid(
      (faults + hidden + ["nothing was written; faults: \(faults.count + more). Mend the lines and append again"])
        .joined(separator: "\n"))
  }

  /// The events of a file, made ready on every core.
  private struct EventReader {
    let name: String
    private let size: Int?
    private let what: String
    private let progress: Progress
    private var readings: ReadAhead<EventFile.Piece, EventFile.Reading>
    /// What of a reading is left for the next chunk.
    private var rest: EventFile.Reading?
    private var done = 0
    private(set) var isAtEnd = false

    /// Whether the file takes more than a moment, or may: a pipe does not say.
    var isLong: Bool { size.map { $0 > 1 << 20 } ?? true }

    init(_ path: String, _ what: String, _ progress: Progress) throws {
      let file = try EventFile(path)
      name = file.name
      size = file.size
      self.what = "\(what) \(file.name)"
      self.progress = progress
      let defaults = EventLine.Defaults(recordedBy: WorkspaceOptions.user)
      let name = file.name
      readings = ReadAhead(limit: piecesAhead, read: { try file.next() }) { EventFile.read($0, of: name, defaults) }
    }

    /// The next events; `nil` at the end.
    /// - Throws: `CommandFailure` that names every bad line of the file.
    mutating func next(atMost count: Int = .max) throws -> EventFile.Reading? {
      guard var reading = try rest ?? readings.next() else {
        isAtEnd = true
        return nil
      }
      rest = nil
      done += reading.bytes
      progress.show(what, done: done, total: size)
      if !reading.faults.isEmpty { throw try allFaults(reading.faults) }
      if reading.events.count > count { rest = reading.split(after: count) }
      return reading
    }

    /// The faults of what is left of the file, after those that were found.
    private mutating func allFaults(_ first: [String]) throws -> CommandFailure {
      var (faults, more) = (first, 0)
      while let reading = try readings.next() {
        done += reading.bytes
        progress.show(what, done: done, total: size)
        let room = max(0, maximumFaults - faults.count)
        faults += reading.faults.prefix(room)
        more += max(0, reading.faults.count - room)
      }
      return Append.invalid(faults, more: more)
    }
  }

  private func report(_ totals: AppendTotals) {
    Report(
      columns: [
        .init("appended", "Appended", "已追加", alignsRight: true),
        .init("duplicates", "Already there", "已存在", alignsRight: true),
        .init("first_position", "First", "首位", alignsRight: true),
        .init("last_position", "Last", "末位", alignsRight: true),
      ],
      rows: [
        [
          .init(totals.appended), .init(totals.duplicates), totals.first.map { .init(Int($0)) } ?? .init(nil),
          totals.last.map { .init(Int($0)) } ?? .init(nil),
        ]
      ]
    ).print(printing) {
      [
        "appended": .integer(totals.appended), "duplicates": .integer(totals.duplicates),
        "first_position": totals.first.map { .integer(Int($0)) } ?? .null,
        "last_position": totals.last.map { .integer(Int($0)) } ?? .null,
      ]
    }
  }
}

extension EventFile.Reading {
  /// Keeps so many events, and gives back the others.
  fileprivate mutating func split(after count: Int) -> EventFile.Reading {
    var rest = EventFile.Reading(events: Array(events[count...]))
    events.removeSubrange(count...)
    let kept = Set(events.map(\.event.id))
    rest.amendments = amendments.filter { !kept.contains($0.id) }
    amendments.removeAll { !kept.contains($0.id) }
    return rest
  }
}
