import ArgumentParser
import Attestation
import CanonicalJSON
import Foundation
import SQLiteLog
import Transparency

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the present head of the log, outside the database.",
    discussion: """
      The new head must continue the one that was signed before; else nothing is signed and the exit code is 5. Send the \
      file to others: whoever has it can tell later whether the log was rewritten.

        dealtrail checkpoint
        # what a witness answered, see witness
        dealtrail checkpoint --cosignatures answer.txt --witness KEY
      """)

  @Option(
    help: "A file with signature lines of a witness (or - for standard input), to add to the checkpoint they are about."
  )
  var cosignatures: String?

  @Option(help: "The size of the checkpoint that the cosignatures are about; else the newest.")
  var size: Int64?

  @Option(help: "The verifier key of the witness; needed the first time, remembered afterwards.")
  var witness: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if cosignatures == nil, size != nil || witness != nil {
      throw ValidationError("--size and --witness go with --cosignatures")
    }
  }

  func run() throws {
    let path = try workspace.folder()
    let (keys, folder) = (KeyRing(workspace: path), CheckpointFolder(workspace: path))
    let signed: SignedCheckpoint
    if let cosignatures {
      let lines = try InputFile.text(cosignatures)
      guard let size = try size ?? folder.latest(keys)?.checkpoint.size else {
        throw CommandFailure.failed("no checkpoint was signed yet; sign one with: dealtrail checkpoint")
      }
      let (cosigned, added) = try folder.add(
        cosignatures: lines, ofSize: size, by: try witness.map { try VerifierKey.typed($0) }, keys)
      guard !added.isEmpty else {
        throw CommandFailure.invalid(
          "no line is a cosignature by a witness that is known here; give its key as a witness (dealtrail key show --witness, there) as --witness KEY"
        )
      }
      if !printing.quiet { StandardError.print("added cosignatures by: \(added.map(\.name).joined(separator: ", "))") }
      signed = cosigned
    } else {
      let (present, isNew) = try folder.sign(try workspace.log(), keys)
      if !isNew, !printing.quiet { StandardError.print("nothing was appended since the last checkpoint; it stands") }
      signed = present
    }
    let checkpoint = signed.checkpoint
    Report(
      columns: [
        .init("size", "Size", "大小", alignsRight: true), .init("root", "Root", "根哈希"), .init("origin", "Log", "日志"),
        .init("file", "File", "文件"),
      ],
      rows: [
        [
          .init(Int(checkpoint.size)), .init("\(checkpoint.root)"), .init(checkpoint.origin),
          .init(folder.file(ofSize: checkpoint.size)),
        ]
      ]
    ).print(printing) {
      [
        "size": .integer(Int(checkpoint.size)), "root": .string("\(checkpoint.root)"),
        "origin": .string(checkpoint.origin),
        "file": .string(folder.file(ofSize: checkpoint.size)), "note": .string(signed.description),
      ]
    }
  }
}
