import ArgumentParser
import Attestation
import Backup
import CanonicalJSON
import Foundation
import Parallel
import SQLiteLog

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is wrong with a workspace and what to do about it; save what can be saved.",
    discussion: """
      Looks at the folder, the keys, the log (every row, hash and checkpoint, and SQLite's own pages), the views and the newest \
      backup (every byte), and changes nothing. Exit code 0: all is well. 3: something is to be put right. 5: what the log \
      says cannot be trusted as it is.

        dealtrail doctor
        dealtrail doctor --salvage new-workspace

      --salvage writes everything that still verifies into a new workspace: the events before the first loss as they are, byte \
      for byte; those after it appended anew, since positions have no gaps. It is another log from there on, with a key of its \
      own; salvage.jsonl says where each event was and which positions are lost. A backup, where there is one, has more.
      """)

  @Option(help: "Write what still verifies into this new workspace.")
  var salvage: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    Courtesy.yieldToOthers()
    let path = try workspace.examined()
    if let salvage { return try save(path, to: salvage) }
    let backups =
      (try? WorkspaceSettings(folder: path).backups(of: path)) ?? path + "/" + WorkspaceLayout.backups
    let progress = Progress(quiet: printing.quiet)
    var symptoms = WorkspaceDiagnosis(workspace: path, backups: backups) {
      progress.show("reading events", done: Int($0), total: Int($1))
    }.symptoms()
    do {
      _ = try WorkspaceSettings(folder: path)
      _ = try DefinitionFile.definitions(workspace: path)
    } catch let error as CommandFailure
      where FileManager.default.fileExists(atPath: path + "/" + WorkspaceLayout.settings)
    {
      symptoms.append(
        Symptom("settings_invalid", .error, error.message, remedy: "mend the line, or take the file out of a backup"))
    } catch {
      // No settings at all, which is said above.
    }
    progress.finish()
    let report = Report(
      columns: [
        .init("severity", "Severity", "级别"), .init("rule", "What", "问题"), .init("message", "Found", "发现"),
        .init("remedy", "What to do", "处理"),
      ],
      rows: symptoms.map {
        [.init($0.severity.rawValue), .init($0.rule), .init($0.message), .init($0.remedy)]
      })
    if !symptoms.isEmpty || printing.format != .table { report.print(printing) }
    if symptoms.isEmpty, !printing.quiet { StandardError.print("all is well with \(path)") }
    guard let worst = symptoms.map(\.severity).max() else { return }
    throw ExitCode(worst == .integrity ? 5 : 3)
  }

  private func save(_ path: String, to target: String) throws {
    let progress = Progress(quiet: printing.quiet)
    let saved = try Salvage(workspace: path).write(to: target) {
      progress.show("reading events", done: Int($0), total: nil)
    }
    progress.finish()
    if !printing.quiet, !saved.isLengthKnown {
      StandardError.print("dealtrail: nothing says how many events there were; more may be lost after the last one")
    }
    if !printing.quiet, !saved.left.isEmpty {
      StandardError.print("dealtrail: not taken along: \(saved.left.joined(separator: ", "))")
    }
    if !printing.quiet, let key = saved.key {
      StandardError.print("dealtrail: \(target) is a log of its own; its verifier key: \(key)")
      if saved.lostEvents > 0 || saved.appended > 0 {
        StandardError.print("dealtrail: what moved and what is lost is in \(target)/salvage.jsonl")
      }
    }
    Report(
      columns: [
        .init("kept", "As they were", "原样保留", alignsRight: true),
        .init("appended", "Appended anew", "重新追加", alignsRight: true), .init("lost", "Lost", "丢失", alignsRight: true),
        .init("workspace", "Workspace", "工作区"),
      ],
      rows: [[.init(Int(saved.kept)), .init(saved.appended), .init(Int(saved.lostEvents)), .init(target)]]
    ).print(printing)
  }
}

extension WorkspaceOptions {
  /// The folder, also where it is no whole workspace: one that is named need not have its settings.
  func examined() throws -> String {
    if let workspace, FileManager.default.fileExists(atPath: workspace + "/" + WorkspaceLayout.log) { return workspace }
    return try found()
  }
}
