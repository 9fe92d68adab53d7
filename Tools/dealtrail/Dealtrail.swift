import ArgumentParser
import Attestation
import EventLog
import Projecting
import SQLiteStorage
import SQLiteViews

@main
struct Dealtrail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealtrail",
    abstract: "Record sourced claims about technology companies in an append-only log.",
    discussion: """
      Start a workspace, append claims, read them back:

        dealtrail init my-workspace
        dealtrail append claims.jsonl --workspace my-workspace
        dealtrail log --workspace my-workspace --subject company/manus

      Exit codes: 0 done, 1 failed, 3 findings, 4 conflict, 5 integrity, 64 usage, 65 the input is not valid.
      """,
    version: "0.1.0",
    subcommands: [
      Initialize.self, Add.self, Append.self, Import.self, Correct.self, Retract.self, Dispute.self, Confirm.self,
      Redact.self, Log.self, Show.self, Timeline.self, Indicators.self, Playbook.self, Policy.self, Docket.self,
      Forecasts.self, Geography.self, Ownership.self, Capital.self, Compare.self, Diff.self, BacktestCommand.self,
      Search.self, Export.self,
      Kinds.self, Projections.self, PluginsCommand.self,
      CheckpointCommand.self, Verify.self, Prove.self, Publish.self, WitnessCommand.self, Key.self, Audit.self,
      Completions.self,
    ])

  /// Runs a command and gives each kind of failure the exit code that the contract names.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as CommandFailure {
      StandardError.print("dealtrail: \(error.message)")
      exit(withError: ExitCode(error.code))
    } catch let error as AttestationError {
      StandardError.print("dealtrail: \(error)")
      let codes: [AttestationError.Code: Int32] = [.integrity: 5, .invalid: 65, .conflict: 4, .failed: 1]
      exit(withError: ExitCode(codes[error.code]!))
    } catch let error as ViewsError {
      StandardError.print("dealtrail: \(error)")
      if case .unusable = error { exit(withError: ExitCode(65)) }
      exit(withError: ExitCode(1))
    } catch let error as ProjectionUnavailable {
      StandardError.print("dealtrail: \(error)")
      exit(withError: ExitCode(1))
    } catch let error as StorageError {
      StandardError.print("dealtrail: \(error)")
      if case .damaged(let path, _) = error, path.hasSuffix("/" + WorkspaceOptions.views) {
        StandardError.print(
          "It holds nothing that the log does not: delete \(path), \(path)-wal and \(path)-shm, and run this again.")
      }
      exit(withError: ExitCode(1))
    } catch let error as EventStoreError {
      StandardError.print("dealtrail: \(error)")
      if case .conflict = error.code { exit(withError: ExitCode(4)) }
      if case .damaged = error.code { exit(withError: ExitCode(5)) }
      if case .idReused = error.code { exit(withError: ExitCode(65)) }
      if case .tooLarge = error.code { exit(withError: ExitCode(65)) }
      exit(withError: ExitCode(1))
    } catch {
      exit(withError: error)
    }
  }
}
