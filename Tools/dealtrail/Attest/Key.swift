import ArgumentParser
import Attestation
import ExactText
import SQLiteLog
import Transparency

struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Print or replace the keys of this log.", subcommands: [Show.self, Rotate.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print the verifier key, with which others check what this log signs.",
      discussion: """
        Give it to them by another way than the log itself: on your web site, in print, in person. \
        With --witness, the key with which this office cosigns the checkpoints of others; it is made when there is none.
        """)

    @Flag(help: "The key of this office as a witness.")
    var witness = false

    @Flag(help: "The keys that were replaced as well, oldest first.")
    var all = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let keys = KeyRing(workspace: try workspace.folder())
      if witness { return StandardOutput.print("\(try keys.witness().key.verifier)") }
      let verifiers = try keys.verifiers()
      guard let present = verifiers.last else {
        throw CommandFailure.failed(
          "this workspace has no key yet; make one with: dealtrail init \(try workspace.folder().shellPath)")
      }
      if !all, printing.format == .table { return StandardOutput.print("\(present.key)") }
      Report(
        columns: [
          .init("key", "Verifier key", "验证密钥"), .init("signed_until", "Signed until", "签署至", alignsRight: true),
        ],
        rows: (all ? verifiers : [present]).map {
          [.init("\($0.key)"), $0.retiredAt.map { .init(Int($0)) } ?? .init(nil)]
        }
      ).print(printing)
    }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rotate",
      abstract: "Replace the key: the present head is signed with both, then the old one is destroyed.",
      discussion: """
        Checkpoints that the old key signed stay valid; what it signs afterwards, if it was stolen, is not taken here. \
        Tell those who check your log the new verifier key: the checkpoint with both signatures shows that it is yours.
        """)

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
      let folder = try workspace.folder()
      let key = try CheckpointFolder(workspace: folder).rotateKey(try workspace.log(), KeyRing(workspace: folder))
      StandardOutput.print("\(key)")
    }
  }
}
