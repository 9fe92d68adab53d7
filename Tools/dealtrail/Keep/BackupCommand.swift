import ArgumentParser
import Attestation
import Auditing
import Backup
import CanonicalJSON
import Foundation
import Parallel
import SQLiteLog
import Transparency

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Back up the workspace, while others work with it.",
    discussion: """
      Signs the present head of the log and writes the records up to it, and the other files of the workspace, compressed, \
      under a signed list of their hashes. What an earlier backup in the folder has is not written again. Keep a copy of \
      the folder on another machine: rsync -a backups/ elsewhere:deals/

        dealtrail backup
        dealtrail backup /mnt/elsewhere/deals --keep 30
        dealtrail restore backups new-workspace

      What was erased since goes from the folder with the next backup: backups that hold it are removed, since the log has \
      everything else that they hold. Private keys stay at home unless --with-keys is given; keep keys/signer in a safe.
      """)

  @Argument(help: "The folder of backups; else the one in dealtrail.yaml (audit: {backups: DIR}), else backups.")
  var folder: String?

  @Option(help: "How many backups stay, the new one among them.")
  var keep = 7

  @Flag(help: "Take the private keys along: whoever has the backup can then sign as this log.")
  var withKeys = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    guard (1...100_000).contains(keep) else { throw ValidationError("--keep is from 1 to 100000") }
  }

  func run() throws {
    Courtesy.yieldToOthers()
    let path = try workspace.folder()
    let folder = try folder ?? WorkspaceSettings(folder: path).backups(of: path)
    let progress = Progress(quiet: printing.quiet)
    let made = try WorkspaceBackup(workspace: path, to: BackupFolder(folder)).make(
      workspace.log(), keep: keep, includesKeys: withKeys
    ) { progress.show("backing up events", done: Int($0), total: Int($1)) }
    progress.finish()
    if !printing.quiet {
      if made.erased > 0 {
        StandardError.print(
          "dealtrail: \(made.erased) backups held something that was erased since, and were removed")
      }
      if !made.left.isEmpty {
        StandardError.print(
          "dealtrail: left out, since they are no plain files of at most 512 MiB: \(made.left.joined(separator: ", "))")
      }
    }
    let size = Int(made.head.checkpoint.size)
    Report(
      columns: [
        .init("size", "Events", "事件", alignsRight: true),
        .init("reused", "Backed up before", "此前已备份", alignsRight: true),
        .init("files", "Files", "文件", alignsRight: true),
        .init("bytes_written", "Bytes written", "写入字节", alignsRight: true),
        .init("removed", "Backups removed", "移除备份", alignsRight: true), .init("head", "Backup", "备份"),
      ],
      rows: [
        [
          .init(size), .init(Int(made.reused)), .init(made.files), .init(made.written), .init(made.removed),
          .init(made.head.file ?? ""),
        ]
      ]
    ).print(printing)
  }
}

extension WorkspaceSettings {
  /// The folder of backups that a workspace chooses.
  func backups(of workspace: String) -> String {
    URL(filePath: audit.backups ?? WorkspaceLayout.backups, relativeTo: URL(filePath: workspace + "/")).path
  }
}
