import ArgumentParser
import Attestation
import Foundation
import Transparency

struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Cosign somebody else's checkpoint, after checking that it continues the last one.",
    discussion: """
      Two offices can witness each other: a log whose checkpoints another office cosigns cannot show two views of itself \
      without being found out. The other office sends a request, or publishes its log:

        # they; 0 the first time
        dealtrail prove --between 188 412 > request.txt
        # you; their key is needed the first time only
        dealtrail witness request.txt --log-key KEY > cosignature.txt
        # they; your key: dealtrail key show --witness
        dealtrail checkpoint --cosignatures cosignature.txt --witness KEY

      What was cosigned last is remembered in witnessed/. A checkpoint that does not continue it is not signed (exit code 5); \
      a request that starts from another size is a conflict (4), and the message names the size to start from.
      """)

  @Argument(help: "A request (C2SP tlog-witness), a published folder, or - for standard input.")
  var input: String

  @Option(help: "The verifier key of the log, or a file that has it; needed the first time.")
  var logKey: String?

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let logs = WitnessedLogs(workspace: try workspace.folder())
    let request = try request(logs)
    let (signed, line) = try logs.cosign(
      request, key: try logKey.map { try VerifierKey.typed($0) }, time: UInt64(Date().timeIntervalSince1970))
    StandardError.print("cosigned \(signed.checkpoint.origin) at size \(signed.checkpoint.size)")
    StandardOutput.print("\(line)")
  }

  private func request(_ logs: WitnessedLogs) throws -> CheckpointRequest {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: input, isDirectory: &isFolder), isFolder.boolValue {
      return try Publication(folder: input).request { try logs.last($0)?.checkpoint.size ?? 0 }
    }
    let text = try InputFile.text(input)
    do throws(TransparencyError) {
      return try CheckpointRequest(text)
    } catch {
      throw CommandFailure.invalid(
        "\(input) is not a request: \(error); one is made with: dealtrail prove --between OLD NEW")
    }
  }
}
