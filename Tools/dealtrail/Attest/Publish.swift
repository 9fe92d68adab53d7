import ArgumentParser
import Attestation
import CanonicalJSON
import Foundation
import Parallel
import SQLiteLog
import Transparency

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the log as static files that any web server can serve.",
    discussion: """
      Signs the present head, then writes what is new in the layout of C2SP tlog-tiles: checkpoint, tile/…, and the payloads \
      in payload/…. Any client of such logs can read and check it; here: dealtrail verify DIR --key KEY. The workspace \
      remembers the folder, so that what is erased later is erased there too.
      """)

  @Argument(help: "The folder; made if it is not there.")
  var folder: String

  @Flag(
    help:
      "Leave the payloads at home: publish only envelopes, which say who recorded what kind of claim about whom and when."
  )
  var envelopesOnly = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    Courtesy.yieldToOthers()
    let path = try workspace.folder()
    let (log, keys) = (try workspace.log(), KeyRing(workspace: path))
    let (signed, _) = try CheckpointFolder(workspace: path).sign(log, keys)
    let absolute = URL(filePath: folder).standardizedFileURL.path
    let publication = Publication(folder: absolute, signers: try keys.verifiers().map(\.key))
    let progress = Progress(quiet: printing.quiet)
    // A folder in which nothing will be published is not to be erased from either.
    try publication.check(origin: signed.checkpoint.origin)
    // Remembered first: an erasure must reach a folder that was half published too.
    try PublicationList(workspace: path).remember(absolute, envelopesOnly: envelopesOnly)
    let new = try publication.publish(log, signed, envelopesOnly: envelopesOnly) {
      progress.show("publishing events", done: Int($0), total: Int($1))
    }
    progress.finish()
    Report(
      columns: [
        .init("events", "New events", "新事件", alignsRight: true), .init("size", "Size", "大小", alignsRight: true),
        .init("folder", "Folder", "文件夹"),
      ],
      rows: [[.init(Int(new)), .init(Int(signed.checkpoint.size)), .init(absolute)]]
    ).print(printing)
  }
}
