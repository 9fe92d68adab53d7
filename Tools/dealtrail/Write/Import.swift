import ArgumentParser
import Attestation
import CanonicalJSON
import DealEvents
import DealImport
import DefinitionFiles
import EventLog
import Foundation
import SQLiteLog

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Append events from tables that others keep.", subcommands: [CSVFile.self])

  struct CSVFile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv", abstract: "Append the rows of a CSV file, by a mapping.",
      discussion: """
        Every row becomes an event, is there already, or goes to a rejects file with the reason; the sums are printed. \
        Importing a file twice adds nothing. A mapping is a YAML file; these ship and are given by name:

        \(ShippedMappings.all.keys.sorted().map { "  " + $0 }.joined(separator: "\n"))

          dealtrail import csv crunchbase-rounds.csv --mapping crunchbase-2013-rounds
          dealtrail import csv --print-mapping crunchbase-2013-rounds > mine.yaml
        """)

    @Argument(help: "The CSV file.")
    var file: String?

    @Option(help: "The mapping: a YAML file, or the name of one that ships.")
    var mapping: String?

    @Option(help: "Print a mapping that ships, to copy and change.")
    var printMapping: String?

    @Option(help: "Where the rejected rows go; else into the folder imports of the workspace.")
    var rejects: String?

    @Flag(help: "Check everything and write nothing but the rejects.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      if let printMapping { return StandardOutput.write(try Self.shipped(printMapping)) }
      guard let file, let mapping else {
        throw CommandFailure.usage(
          "give the CSV file and --mapping: a name of those that ship (dealtrail import csv --help), or a file")
      }
      let read = try Self.mapping(mapping)
      let folder = try workspace.folder()
      if let rejects {
        let beginning = ["row", "reason", ""].joined(separator: String(read.delimiter))
        try InputFile.check(output: rejects, replaces: [beginning, "\u{FEFF}" + beginning], workspace: folder)
      }
      let log = try workspace.log()
      let bytes = try InputFile.bytes(file, atMost: CSVTable.maximumBytes)
      let progress = Progress(quiet: printing.quiet)
      defer { progress.finish() }
      let result: ImportResult
      do {
        let run = try ImportRun(
          mapping: read, bytes: [UInt8](bytes), file: file, recordedBy: WorkspaceOptions.user,
          correlation: "import/\(read.id)")
        result = run.run { progress.show("reading rows", done: $0, total: $1) }
      } catch let error as ImportError {
        throw CommandFailure.invalid("\(error)")
      }
      for event in result.events where ReplacementCheck.kinds.contains(event.kind) {
        do {
          try ReplacementCheck(find: { try log.event($0) }).check(event)
        } catch let error as InvalidEvent {
          throw CommandFailure.invalid("\(file), the event \(event.id): \(error)\nnothing was written")
        }
      }
      progress.show("appending events", done: 0, total: nil)
      let appended = dryRun ? AppendResult(positions: [], appended: 0) : try log.append(result.events)
      progress.finish()
      let path = try writeRejects(result, id: read.id, folder: folder)
      let events = dryRun ? Set(result.events.map(\.id)).count : appended.appended
      let duplicates = result.events.count - events
      guard result.rows == events + duplicates + result.rejects.count else {
        throw CommandFailure.failed("the sums do not agree: please report this mapping and file")
      }
      report(result, events: events, duplicates: duplicates).print(printing)
      if let path, !printing.quiet { StandardError.print("the rejected rows and why: \(path)") }
      if dryRun { StandardError.print("nothing was appended") }
    }

    private func report(_ result: ImportResult, events: Int, duplicates: Int) -> Report {
      Report(
        columns: [
          .init("rows", "Rows in", "输入行", alignsRight: true), .init("events", "Events", "事件", alignsRight: true),
          .init("duplicates", "Duplicates", "重复", alignsRight: true),
          .init("rejects", "Rejects", "拒收", alignsRight: true),
        ],
        rows: [[.init(result.rows), .init(events), .init(duplicates), .init(result.rejects.count)]])
    }

    private func writeRejects(_ result: ImportResult, id: String, folder: String) throws -> String? {
      var path = rejects ?? "\(folder)/\(WorkspaceLayout.imports)/\(id)-rejects.csv"
      if result.rejects.isEmpty, rejects == nil {
        // What an earlier import left there would be taken for this one's.
        if !dryRun { DurableFile.remove(path) }
        return nil
      }
      path = URL(filePath: path).path
      try DurableFile.write(result.rejectsCSV, to: path, mode: 0o600)
      return path
    }

    private static func shipped(_ name: String) throws -> String {
      guard let text = ShippedMappings.all[name] else {
        throw CommandFailure.invalid(
          "there is no mapping \"\(name)\" here; a file, or one of: "
            + ShippedMappings.all.keys.sorted().joined(separator: ", "))
      }
      return text
    }

    private static func mapping(_ name: String) throws -> ImportMapping {
      let isFile = FileManager.default.fileExists(atPath: name)
      let text = try isFile ? InputFile.text(name, atMost: DefinitionNode.maximumBytes) : shipped(name)
      do throws(DefinitionError) {
        return try ImportMapping(yaml: text, file: name)
      } catch {
        throw CommandFailure.invalid("\(error)")
      }
    }
  }
}
