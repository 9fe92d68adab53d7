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

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: "The file, or - for standard input.")
  var file: String = "-"

  @Flag(help: "Check everything and write nothing.")
  var dryRun = false

  @Option(help: "How the result is printed: table or json.")
  var format: Format = .table

  @OptionGroup var workspace: WorkspaceOptions

  /// Longest line that is read, in bytes: an event's parts may have 1 MiB each.
  static let maximumLineBytes = 4 << 20

  func run() throws {
    let log = try workspace.log()
    let events = try read()
    let result = dryRun ? AppendResult(positions: [], appended: 0) : try log.append(events)
    switch format {
    case .json:
      let written = result.appended > 0 ? result.positions : []
      StandardOutput.print(
        CanonicalWriter.text(of: [
          "appended": .integer(result.appended), "duplicates": .integer(result.duplicates),
          "first_position": written.min().map { .integer(Int($0)) } ?? .null,
          "last_position": written.max().map { .integer(Int($0)) } ?? .null,
        ]))
    case .table:
      StandardOutput.print(
        dryRun
          ? "\(events.count) events are valid; nothing was written"
          : "appended \(result.appended) events, \(result.duplicates) were there already")
    }
  }

  private func read() throws -> [Event] {
    let name = file == "-" ? "stdin" : file
    let bytes: [UInt8]
    do {
      bytes = [UInt8](
        file == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw CommandFailure.failed("cannot read \(name): \(error.localizedDescription)")
    }
    let defaults = EventLine.Defaults(recordedBy: WorkspaceOptions.user)
    var events: [Event] = []
    var faults: [String] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let place = "\(name):\(index + 1)"
      guard line.count <= Self.maximumLineBytes else {
        faults.append("\(place): the line has \(line.count) bytes; at most \(Self.maximumLineBytes) are read")
        continue
      }
      do {
        events.append(try EventLine.event(from: try JSONReader.read(Array(line)), defaults: defaults))
      } catch let error as InvalidEvent {
        faults.append(contentsOf: error.problems.map { "\(place): \($0)" })
      } catch {
        faults.append("\(place): \(error)")
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure.invalid(
        (faults + ["\(faults.count) faults; nothing was written. Mend the lines and append again"])
          .joined(separator: "\n"))
    }
    return events
  }
}
