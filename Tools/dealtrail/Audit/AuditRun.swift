import ArgumentParser
import Attestation
import Auditing
import CanonicalJSON
import DealAudit
import DealEvents
import EventLog
import Foundation
import Parallel
import SQLiteLog
import SQLiteStorage
import Transparency

struct AuditRun: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "Run the audit; this is the default.")

  @Flag(help: "List every rule with its severity, meaning and thresholds, and do nothing else.")
  var list = false

  @Flag(help: "Print a shell script that has the audit run every night by systemd, and do nothing else.")
  var installTimer = false

  @Option(help: "Run this rule only; may be given several times.")
  var only: [String] = []

  @Option(help: "Leave this rule out; may be given several times.")
  var skip: [String] = []

  @Flag(help: "With --only: list the cases of imports one by one; no result is kept.")
  var each = false

  @Option(
    help:
      "Exit with 3 for findings of this severity or worse: error, warning, info or never; else as dealtrail.yaml says, else error."
  )
  var failOn: String?

  @Flag(
    help: ArgumentHelp(
      "How much of the log is read: every row, or every row that is new and a part of the old that goes round."))
  var scan: Scan = .full

  @Option(
    help: "Begin no more work after this time, such as 90s, 20m or 2h; what was left is said, and done first next time."
  )
  var maxDuration: String?

  @Option(help: "The day that ages are counted to, such as 2026-11-25; else today.")
  var today: String?

  @Option(help: "Write audit.json, audit.md, audit.xml (JUnit) and audit.html into this folder too.")
  var output: String?

  @Option(
    help:
      "On new errors, run this command with a report as JSON on its standard input; or post that to an https address.")
  var notify: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  enum Scan: String, EnumerableFlag { case full, sinceLast }

  func validate() throws {
    let known = AuditChecks(DealChecks.all).rules.map(\.id)
    for id in only + skip where !known.contains(id) {
      throw ValidationError("\"\(id)\" is no rule; see them with: dealtrail audit --list")
    }
    let integrity = AuditChecks(DealChecks.all).rules.filter { $0.family == .integrity }.map(\.id)
    if let id = skip.first(where: integrity.contains) {
      throw ValidationError("\(id) is a rule of integrity, which is not left out")
    }
    if each, only.isEmpty { throw ValidationError("--each goes with --only RULE") }
    if let failOn, failOn != "never", Severity(rawValue: failOn) == nil {
      throw ValidationError("--fail-on is error, warning, info or never, not \"\(failOn)\"")
    }
    if let maxDuration, AuditDuration(maxDuration) == nil {
      throw ValidationError("--max-duration is a time such as 90s, 20m or 2h, not \"\(maxDuration)\"")
    }
    if let today, CivilDate(text: today) == nil {
      throw ValidationError("--today is a day such as 2026-11-25, not \"\(today)\"")
    }
  }

  func run() throws {
    if list { return AuditRuleList.print(printing) }
    if installTimer { return StandardOutput.write(try TimerScript.text(workspace: workspace.folder())) }
    Courtesy.yieldToOthers()
    let deadline = maxDuration.flatMap { AuditDuration($0) }.map { ContinuousClock.now + .seconds($0.seconds) }
    let folder = try workspace.folder()
    let settings = try WorkspaceSettings(folder: folder).audit
    let archive = AuditArchive(workspace: folder)
    do {
      try archive.locked { try audit(folder, settings, archive, deadline) }
    } catch let error as StorageError {
      guard case .locked(let path) = error, path.hasPrefix(archive.folder) else { throw error }
      throw CommandFailure.failed("another audit of \(folder), or an erasure, is under way; this one did nothing")
    }
  }

  private func audit(
    _ folder: String, _ settings: AuditSettings, _ archive: AuditArchive, _ deadline: ContinuousClock.Instant?
  ) throws {
    let day = today.flatMap { CivilDate(text: $0) } ?? Timestamp.now().day
    var options = WorkspaceAudit.Options(today: day)
    options.only = only
    options.skip = skip
    options.readsAll = scan == .full
    options.deadline = deadline
    options.groupsImports = !each
    options.keepsScanState = !each
    let definitions = try workspace.definitions()
    let audit = WorkspaceAudit(
      workspace: folder, checks: AuditChecks(DealChecks.all), settings: settings,
      vocabulary: DealAuditVocabulary(definitions), options: options)
    var opened: SQLiteEventStore?
    let progress = Progress(quiet: printing.quiet)
    var result = try audit.run(
      upkeep: UpkeepReading(workspace: folder, backups: settings.backups).upkeep(),
      log: {
        let file = folder + "/" + WorkspaceLayout.log
        // Opening it would make a new one.
        guard FileManager.default.fileExists(atPath: file) else {
          throw StorageError.damaged(path: file, reason: "it is not there")
        }
        let log = try workspace.log()
        opened = log
        return log
      }, views: { try WorkspaceOptions.open($0, definitions, in: folder).views },
      progress: { progress.show($0.phase, done: $0.done, total: $0.total) })
    progress.finish()
    if each {
      AuditSummary.report(result, limit: nil).print(printing) { result.json }
      return try end(result, settings)
    }
    var failures: [any Error] = []
    func attempt(_ body: () throws -> Void) { do { try body() } catch { failures.append(error) } }
    // Of a log that does not verify, or was not looked at, nothing is signed, and nothing is appended to it.
    if result.integrity == .intact, only.isEmpty, let log = opened {
      attempt {
        // A night that cannot be signed is not appended either.
        _ = try KeyRing(workspace: folder).signer()
        try record(&result, log, folder)
        if !result.entries.contains(where: { $0.finding.rule == ViewsCheck.unreadable.id }) {
          try WorkspaceOptions.open(log, definitions, in: folder).catchUp(printing)
        }
      }
    }
    let page = AuditPage(result, settings, failOn: failOn(settings), log: opened)
    let pages = try ["md": page.markdown(), "xml": page.junit(), "html": page.html()]
    var file: String?
    // The pages of the night stay where a few rules are looked at by day.
    attempt { file = try archive.save(result, pages: only.isEmpty ? pages : [:], keep: settings.keep) }
    if let output {
      attempt {
        try archive.note(output: URL(filePath: output).standardizedFileURL.path(percentEncoded: false))
        try write(pages, result, to: output)
      }
    }
    show(result, page, folder)
    if let notify { AuditNotice(result: result, workspace: folder, file: file).send(to: notify) }
    for failure in failures { StandardError.print("dealtrail: \(Self.message(of: failure))") }
    try end(result, settings)
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func failOn(_ settings: AuditSettings) -> Severity? {
    failOn.map { Severity(rawValue: $0) } ?? settings.failOn
  }

  private func end(_ result: AuditResult, _ settings: AuditSettings) throws {
    let code = result.exitCode(failOn: failOn(settings))
    if code != 0 { throw ExitCode(code) }
  }

  private static func message(of error: any Error) -> String { (error as? CommandFailure)?.message ?? "\(error)" }

  /// Appends what the audit came to, and signs the log with that.
  private func record(_ result: inout AuditResult, _ log: SQLiteEventStore, _ folder: String) throws {
    var data = JSONObject()
    data["log_size"] = .integer(Int(result.logSize))
    data["root"] = .string(result.root.map { "\($0)" } ?? "")
    for severity in Severity.allCases { data["\(severity.rawValue)s"] = .integer(result.count(severity)) }
    data["accepted"] = .integer(result.count(.accepted))
    data["new"] = .integer(result.count(.new))
    data["gone"] = .integer(result.gone.count)
    data["whole_scan"] = .bool(result.isWholeScan)
    data["partial"] = .bool(!skip.isEmpty)
    data["duration"] = .number(Double(result.finished.microseconds - result.started.microseconds) / 1e6)
    data["version"] = .string(Dealtrail.configuration.version)
    let event = try AuditEvents.event(
      of: AuditCompleted.kind, AuditLog.results, occurred: result.started.day.description, .object(data))
    _ = try log.append([event])
    let checkpoints = CheckpointFolder(workspace: folder)
    let signed = try checkpoints.sign(log, KeyRing(workspace: folder)).0.checkpoint
    result.checkpoint = signed
    result.checkpointFile = checkpoints.file(ofSize: signed.size)
  }

  private func write(_ pages: [String: String], _ result: AuditResult, to output: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      let json = CanonicalWriter.text(of: result.json) + "\n"
      for (ending, text) in pages.merging(["json": json], uniquingKeysWith: { first, _ in first }) {
        try Data(text.utf8).write(to: URL(filePath: output + "/audit." + ending), options: .atomic)
      }
    } catch {
      throw CommandFailure.failed("cannot write the pages into \(output): \(error.localizedDescription)")
    }
  }

  private func show(_ result: AuditResult, _ page: AuditPage, _ folder: String) {
    switch printing.format {
    case .json: StandardOutput.print(CanonicalWriter.text(of: result.json))
    case .jsonl, .csv: AuditSummary.report(result, limit: nil).print(printing)
    case .markdown: StandardOutput.write((try? page.markdown()) ?? "")
    case .table: AuditSummary(result: result, folder: folder, hasPages: only.isEmpty).print(printing)
    }
  }
}

/// A time as `90s`, `20m` or `2h`.
struct AuditDuration {
  var seconds: Int

  init?(_ text: String) {
    let factors: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    guard let last = text.last, let factor = factors[last], let number = Int(text.dropLast()),
      (0...1_000_000).contains(number)
    else { return nil }
    seconds = number * factor
  }
}
