import ArgumentParser
import Attestation
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Foundation
import ExactText
import Plugins
import Projecting
import SQLiteLog
import SQLiteStorage
import SQLiteViews
import Transparency

/// The folder that holds a log: `dealtrail.yaml` and `log.sqlite`.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace folder; else $DEALTRAIL_WORKSPACE, else the nearest parent with a dealtrail.yaml.")
  var workspace: String?

  /// Who records: `$DEALTRAIL_USER`, else the account's name.
  static var user: String {
    ProcessInfo.processInfo.environment["DEALTRAIL_USER"] ?? ProcessInfo.processInfo.userName
  }

  /// The workspace's folder.
  /// - Throws: `CommandFailure` where there is none, or it is of a newer format; `AttestationError` where links in it would lead elsewhere.
  func folder() throws -> String {
    try Self.checked(found())
  }

  /// The workspace's folder, where a command can also do without one.
  /// - Throws: as ``folder()``, for a workspace that is there.
  func folderIfAny() throws -> String? {
    guard let folder = try? found() else { return nil }
    return try Self.checked(folder)
  }

  private static func checked(_ folder: String) throws -> String {
    try WorkspaceAccess.check(folder)
    try WorkspaceSettings.checkFormat(folder: folder)
    return folder
  }

  /// The workspace's folder, whatever is in it.
  /// - Throws: `CommandFailure` where there is none.
  func found() throws -> String {
    if let named = workspace ?? ProcessInfo.processInfo.environment["DEALTRAIL_WORKSPACE"] {
      guard FileManager.default.fileExists(atPath: named + "/" + WorkspaceLayout.settings) else {
        throw CommandFailure.failed(
          "\(named) is not a workspace (no \(WorkspaceLayout.settings)); make one with: dealtrail init \(named.shellPath)"
        )
      }
      return named
    }
    var folder = FileManager.default.currentDirectoryPath
    while true {
      if FileManager.default.fileExists(atPath: folder + "/" + WorkspaceLayout.settings) { return folder }
      let above = folder.folderOfPath
      if above == folder { break }
      folder = above
    }
    throw CommandFailure.failed(
      "no workspace here or above; make one with: dealtrail init DIR, or name one with --workspace DIR")
  }

  /// Says on standard error when an erasure was interrupted.
  func log() throws -> SQLiteEventStore { try Self.logWithRemarks(in: folder()) }

  private static func logWithRemarks(in folder: String) throws -> SQLiteEventStore {
    for remark in WorkspaceAccess.remarks(on: folder) { StandardError.print("dealtrail: \(remark)") }
    let pending = PendingErasure(workspace: folder)
    if let event = try pending.event(), !pending.isUnderWay {
      StandardError.print(
        "dealtrail: the erasure of \(event) was interrupted and may have left remains; finish it with: dealtrail redact --finish"
      )
    }
    return try log(in: folder)
  }

  /// The log of a workspace; says on standard error when it was brought up to date.
  /// - Throws: `AttestationError.integrity` where there is none and was one, `CommandFailure` where there never was; what opening throws.
  static func log(in folder: String) throws -> SQLiteEventStore {
    try checkLogIsThere(folder)
    return try opened(folder)
  }

  /// Whether checkpoints vouch for events: such a log is never begun anew.
  fileprivate static func wasSigned(_ folder: String) -> Bool {
    [WorkspaceLayout.checkpoints, WorkspaceLayout.publications].contains {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
  }

  /// A log that was lost is not to be taken for one without events.
  fileprivate static func checkLogIsThere(_ folder: String, mayBeNew: Bool = false) throws {
    let path = folder + "/" + WorkspaceLayout.log
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
    if let size, size.intValue > 0 { return }
    let what = size == nil ? "is not there" : "is empty"
    guard !wasSigned(folder) else {
      throw AttestationError(
        .integrity,
        "\(path) \(what), and checkpoints say that there was a log. Restore a backup, or ask: dealtrail doctor --workspace \(folder.shellPath)"
      )
    }
    if !mayBeNew { throw CommandFailure.failed("\(path) \(what); make it with: dealtrail init \(folder.shellPath)") }
  }

  fileprivate static func opened(_ folder: String) throws -> SQLiteEventStore {
    let log = try SQLiteEventStore(path: folder + "/" + WorkspaceLayout.log)
    if let copy = log.copyBeforeUpgrade {
      StandardError.print(
        "dealtrail: \(log.path) was brought up to date; \(copy) is the log as it was: remove it when nothing is missing"
      )
    }
    return log
  }

  /// The log with its views.
  func open() throws -> OpenWorkspace {
    let folder = try folder()
    return try Self.open(
      Self.logWithRemarks(in: folder), DefinitionFile.definitions(workspace: folder), in: folder)
  }

  /// How this workspace computes what has definitions.
  func definitions() throws -> ProjectionDefinitions { try DefinitionFile.definitions(workspace: folder()) }

  /// - Parameter folder: the workspace's, which was checked.
  static func open(
    _ log: SQLiteEventStore, _ definitions: ProjectionDefinitions, in folder: String
  ) throws -> OpenWorkspace {
    let plugins = try WorkspacePlugins(folder: folder).projections()
    let path = folder + "/" + WorkspaceLayout.views
    let views: Views
    do {
      views = try Views(
        path: path, log: log, interpreter: DealInterpreter(),
        projections: BuiltInProjections.all(definitions) + DealtrailCommandLine.added + plugins)
    } catch let error as StorageError {
      guard case .file = error, !FileManager.default.fileExists(atPath: path) else { throw error }
      throw CommandFailure.failed(
        "there are no views in \(folder), and they cannot be made there: \(error); copy the folder to where you can write"
      )
    }
    return OpenWorkspace(log: log, views: views, definitions: definitions)
  }
}

/// A log and what was computed from it.
struct OpenWorkspace {
  var log: SQLiteEventStore
  var views: Views
  var definitions: ProjectionDefinitions

  /// What people named: ids, short names, or any name.
  func subjects(named names: [String]) throws -> [Subject] {
    try views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      return try names.map { try resolver.resolve($0) }
    }
  }

  /// The last position that the log had at a time, as `--known-at` gives it.
  /// - Throws: `CommandFailure` for a time that is none.
  func position(knownAt text: String) throws -> Int64 {
    guard let time = Timestamp(text) else {
      throw CommandFailure.invalid(
        "--known-at \"\(text)\" is not a time; write 2026-01-13T02:11:09Z, or 2026-01-13 for the end of that day")
    }
    return try log.position(knownAt: time)
  }

  /// Says which projections could not be computed; the answers of the others stand.
  static func say(_ unavailable: [ProjectionUnavailable], _ printing: PrintOptions) {
    if printing.quiet { return }
    for projection in unavailable { StandardError.print("dealtrail: \(projection)") }
  }

  /// Brings the views up to the end of the log, with progress where that takes long.
  /// - Parameter table: the table that is asked for. Plug-ins are only asked for tables of their own: a program that is slow keeps
  ///   nobody waiting who asks for something else.
  func catchUp(_ printing: PrintOptions, for table: String? = nil) throws {
    let concerned = views.projections.filter { projection in
      !(projection is PluginProjection) || projection.models.contains { $0.name == table }
    }
    let done = try Progress.during(printing) { try views.catchUp(concerned.map(\.name), progress: $0) }
    Self.say(done.unavailable, printing)
  }

  /// ``catchUp(_:for:)`` for a question, which can also be answered from what was computed before.
  /// - Throws: `CommandFailure` that says so, where the views cannot be written.
  func catchUpToAnswer(_ printing: PrintOptions, for table: String? = nil) throws {
    do {
      try catchUp(printing, for: table)
    } catch let error as StorageError {
      guard case .file = error else { throw error }
      throw CommandFailure.failed(
        "the views are behind the log and cannot be brought up to date: \(error); for what they said before: --no-catch-up"
      )
    }
  }
}

struct Initialize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a workspace: a folder with a log and a key. Harmless where there is one.",
    discussion: """
      The key signs the log's checkpoints. Its private half is in keys/signer (readable by its owner only); the verifier key \
      is for everybody: give it to those who are to check what this log says, by another way than the log itself.
      """)

  @Argument(help: "The folder; made if it is not there.")
  var folder: String

  @Option(help: "The log's name in its checkpoints, such as example.org/deals; else a random one. It stays for good.")
  var origin: String?

  @Flag(help: "Make the first key of a log that has events and never had a key, such as one of format 1.")
  var firstKey = false

  /// What may name a log: it goes into file names, signature lines and URLs.
  private static let originCharacters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_~/:")
  private static let maximumOriginLength = 100

  func validate() throws {
    guard let origin else { return }
    guard (1...Self.maximumOriginLength).contains(origin.count), origin.allSatisfy(Self.originCharacters.contains)
    else {
      throw ValidationError(
        "--origin is at most \(Self.maximumOriginLength) letters, digits and . - _ ~ / : as in example.org/deals")
    }
  }

  func run() throws {
    try DurableFile.makeFolder(folder, mode: 0o700)
    guard DurableFile.isFolder(folder) else { throw CommandFailure.failed("\(folder) is not a folder") }
    try WorkspaceAccess.check(folder)
    let marker = folder + "/" + WorkspaceLayout.settings
    let isNew = !FileManager.default.fileExists(atPath: marker)
    if isNew {
      try DurableFile.write("# A Dealtrail workspace.\nformat: 1\n", to: marker, mode: 0o600)
    }
    try WorkspaceSettings.checkFormat(folder: folder)
    try WorkspaceOptions.checkLogIsThere(folder, mayBeNew: true)
    let log = try WorkspaceOptions.opened(folder)
    if try log.head().position > 0, try KeyRing(workspace: folder).verifiers().isEmpty {
      let wasSigned = WorkspaceOptions.wasSigned(folder)
      guard firstKey, !wasSigned else {
        throw CommandFailure.failed(
          "\(folder) has a log and no keys; another key would make it another log. Put keys/ back from a backup"
            + (wasSigned ? "" : "; if it never had any (logs of format 1 had none), say --first-key"))
      }
    }
    let (key, isNewKey) = try KeyRing(workspace: folder).make(
      origin: origin ?? KeyRing.randomOrigin())
    if let origin, origin != key.name {
      throw CommandFailure.invalid("\(folder) has the key of \(key.name) already; a log's name stays for good")
    }
    StandardOutput.print(
      isNew
        ? "made the workspace \(folder)"
        : "\(folder) is a workspace already; " + (isNewKey ? "made the key that it did not have" : "nothing changed"))
    if isNewKey { StandardError.print("its verifier key, which others need to check what it signs: \(key)") }
  }
}
