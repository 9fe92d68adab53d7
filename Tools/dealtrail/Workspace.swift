import ArgumentParser
import EventLog
import FoundationEssentials
import SQLiteLog

/// The folder that holds a log: `dealtrail.yaml` and `log.sqlite`.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder; else $DEALTRAIL_WORKSPACE, else the nearest parent with a dealtrail.yaml.")
  var workspace: String?

  static let marker = "dealtrail.yaml"

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
