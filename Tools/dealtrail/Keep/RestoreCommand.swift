import ArgumentParser
import Attestation
import Backup
import CanonicalJSON
import Foundation
import Parallel
import Transparency

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a new workspace of a backup, after everything in it was verified.",
    discussion: """
      Nothing is overwritten, and nothing is left where anything does not verify. Give the log's verifier key, which you got \
      by another way than the backup: without it, the backup only says that it is as it was made by whoever has its key.

        dealtrail restore backups new-workspace --key KEY
        dealtrail restore backups/heads/000000000188-….backup new-workspace
        dealtrail restore backups new-workspace --checkpoint last-seen.checkpoint

      A log that goes on from an older backup is another log than the one that others saw: with --checkpoint, a backup that \
      ends before what is known of the log is refused. Views are computed with the first question.
      """)

  @Argument(help: "The folder of backups, whose newest is taken, or the head of one.")
  var backup: String

  @Argument(help: "The new workspace; a folder that is not there, or is empty.")
  var target: String

  @Option(help: "A verifier key of the log, or a file that has it; may be given several times.")
  var key: [String] = []

  @Option(help: "A checkpoint of the log that was kept elsewhere; may be given several times.")
  var checkpoint: [String] = []

  @OptionGroup var printing: PrintOptions

  func run() throws {
    Courtesy.yieldToOthers()
    let progress = Progress(quiet: printing.quiet)
    let known = try checkpoint.map { file in
      BackupRestoring.Known(checkpoint: try CheckpointFolder.read(file).checkpoint, source: file)
    }
    let restored = try Self.restoring(backup).restore(
      to: target, trusted: try key.map { try VerifierKey.typed($0) }, known: known
    ) { progress.show("restoring events", done: Int($0), total: Int($1)) }
    progress.finish()
    if !printing.quiet {
      if restored.trust == .own {
        StandardError.print(
          "dealtrail: verified by the keys in the backup itself; give --key to be sure whose backup it is")
      }
      if !restored.hasKey {
        StandardError.print(
          "dealtrail: the private key is not in the backup; put it back as \(target)/keys/signer (chmod 600) to sign again"
        )
      }
    }
    Report(
      columns: [
        .init("size", "Events", "事件", alignsRight: true), .init("files", "Files", "文件", alignsRight: true),
        .init("workspace", "Workspace", "工作区"),
      ],
      rows: [[.init(Int(restored.size)), .init(restored.files), .init(target)]]
    ).print(printing)
  }

  /// A folder, or a head in it.
  private static func restoring(_ path: String) throws -> BackupRestoring {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure.failed("there is no folder or file \(path)")
    }
    if isFolder.boolValue { return try BackupRestoring(BackupFolder(path)) }
    let heads = URL(filePath: path).deletingLastPathComponent()
    return try BackupRestoring(BackupFolder(heads.deletingLastPathComponent().path), head: path)
  }
}
