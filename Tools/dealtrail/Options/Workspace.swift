import ArgumentParser
import DealEvents
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteLog
import SQLiteViews

/// The folder that holds a log: `dealtrail.yaml` and `log.sqlite`.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder; else $DEALTRAIL_WORKSPACE, else the nearest parent with a dealtrail.yaml.")
  var workspace: String?

  static let marker = "dealtrail.yaml"
  static let views = "views.sqlite"

  /// Who records: `$DEALTRAIL_USER`, else the account's name.
  static var user: String {
    ProcessInfo.processInfo.environment["DEALTRAIL_USER"] ?? ProcessInfo.processInfo.userName
  }

  func folder() throws -> String {
    if let named = workspace ?? ProcessInfo.processInfo.environment["DEALTRAIL_WORKSPACE"] {
      guard FileManager.default.fileExists(atPath: named + "/" + Self.marker) else {
        throw CommandFailure.failed(
          "\(named) is not a workspace (no \(Self.marker)); make one with: dealtrail init \(named)")
      }
      return named
    }
    var folder = FileManager.default.currentDirectoryPath
    while true {
      if FileManager.default.fileExists(atPath: folder + "/" + Self.marker) { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw CommandFailure.failed(
      "no workspace here or above; make one with: dealtrail init DIR, or name one with --workspace DIR")
  }

  func log() throws -> SQLiteEventStore { try SQLiteEventStore(path: try folder() + "/log.sqlite") }

  /// The log with its views. A workspace with an `indicators.yaml` computes the indicators by it.
  func open() throws -> OpenWorkspace {
    let folder = try folder()
    let log = try SQLiteEventStore(path: folder + "/log.sqlite")
    let own = folder + "/indicators.yaml"
    let indicators =
      FileManager.default.fileExists(atPath: own) ? try IndicatorDefinition.read(fromFile: own) : .standard
    let views = try Views(
      path: folder + "/" + WorkspaceOptions.views, log: log, interpreter: DealInterpreter(),
      projections: BuiltInProjections.all(indicators: indicators))
    return OpenWorkspace(log: log, views: views, indicators: indicators)
  }
}

/// A log and what was computed from it.
struct OpenWorkspace {
  var log: SQLiteEventStore
  var views: Views
  var indicators: IndicatorDefinition

  /// Brings the views up to the end of the log, with progress where that takes long.
  func catchUp(_ printing: PrintOptions) throws {
    _ = try Progress.during(printing) { try views.catchUp(progress: $0) }
  }
}

extension IndicatorDefinition {
  static func read(fromFile path: String) throws -> IndicatorDefinition {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw CommandFailure.failed("cannot read \(path); give the path of a YAML file in UTF-8")
    }
    do {
      return try IndicatorDefinition(yaml: text, file: path)
    } catch {
      throw CommandFailure.invalid(
        "\(error)\nThe file that ships shows what may be there: dealtrail indicators --print-definitions")
    }
  }
}

struct Initialize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a workspace: a folder with a log. Harmless where there is one.")

  @Argument(help: "The folder; made if it is not there.")
  var folder: String

  func run() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let marker = folder + "/" + WorkspaceOptions.marker
    let isNew = !FileManager.default.fileExists(atPath: marker)
    if isNew {
      try Data("# A Dealtrail workspace.\nformat: 1\n".utf8).write(to: URL(filePath: marker), options: .atomic)
    }
    _ = try SQLiteEventStore(path: folder + "/log.sqlite")
    StandardOutput.print(isNew ? "made the workspace \(folder)" : "\(folder) is a workspace already; nothing changed")
  }
}
