import ArgumentParser
import Attestation
import DealEvents
import EventLog
public import Projecting
import SQLiteStorage
import SQLiteViews

#if canImport(Glibc)
  import Glibc
#endif

struct Dealtrail: ParsableCommand {
  static let version = "0.1.0"

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
    version: version,
    subcommands: [
      Initialize.self, Add.self, Append.self, Import.self, Correct.self, Retract.self, Dispute.self, Confirm.self,
      Redact.self, Log.self, Show.self, Timeline.self, Indicators.self, Playbook.self, Policy.self, Docket.self,
      Forecasts.self, Geography.self, Ownership.self, Capital.self, Compare.self, Diff.self, BacktestCommand.self,
      Search.self, Export.self,
      Kinds.self, Projections.self, PluginsCommand.self,
      CheckpointCommand.self, Verify.self, Prove.self, Publish.self, WitnessCommand.self, Key.self, Audit.self,
      BackupCommand.self, RestoreCommand.self, Doctor.self, Completions.self,
    ])
}

/// The program, for those who build one of their own.
public enum DealtrailCommandLine {
  /// The projections that a program has beside those that ship. Set for the run of a command, and read where views are opened.
  @TaskLocal static var added: [any Projection] = []

  /// The library says of a command that it does not know only that there is too much.
  private static func checkCommandName(_ words: ArraySlice<String>) throws {
    guard let word = words.first == "help" ? words.dropFirst().first : words.first, !word.hasPrefix("-") else { return }
    let names = Dealtrail.configuration.subcommands.map { $0._commandName } + ["help"]
    if names.contains(word) { return }
    let near = nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
    throw CommandFailure.usage("there is no command \"\(word)\"\(near); dealtrail --help lists them")
  }

  /// Runs the command that the process was started with. Returns when it is done; a failure ends the process, each kind with the
  /// exit code that the contract names.
  /// - Parameter projections: of your own; they are caught up, rebuilt, checked and audited like those that ship.
  public static func main(adding projections: [any Projection] = []) {
    // Asked most often by scripts, and answered without looking at any command.
    if CommandLine.arguments.dropFirst() == ["--version"] { return StandardOutput.print(Dealtrail.version) }
    // Writing to what went away fails then, and is dealt with where it is written.
    signal(SIGPIPE, SIG_IGN)
    // So does writing beyond a limit on the size of files.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try $added.withValue(projections) {
        try checkCommandName(CommandLine.arguments.dropFirst())
        var command = try Dealtrail.parseAsRoot()
        try command.run()
      }
    } catch let error as CommandFailure {
      StandardError.print("dealtrail: \(error.message)")
      Dealtrail.exit(withError: ExitCode(error.code))
    } catch let error as AttestationError {
      StandardError.print("dealtrail: \(error)")
      let codes: [AttestationError.Code: Int32] = [.integrity: 5, .invalid: 65, .conflict: 4, .failed: 1]
      Dealtrail.exit(withError: ExitCode(codes[error.code]!))
    } catch let error as ViewsError {
      StandardError.print("dealtrail: \(error)")
      if case .unusable = error { Dealtrail.exit(withError: ExitCode(65)) }
      Dealtrail.exit(withError: ExitCode(1))
    } catch let error as ProjectionUnavailable {
      StandardError.print("dealtrail: \(error)")
      Dealtrail.exit(withError: ExitCode(1))
    } catch let error as StorageError {
      StandardError.print("dealtrail: \(error)")
      if case .damaged(let path, _) = error, path.hasSuffix("/" + WorkspaceLayout.views) {
        StandardError.print(
          "It holds nothing that the log does not: delete \(path), \(path)-wal and \(path)-shm, and run this again.")
      }
      Dealtrail.exit(withError: ExitCode(1))
    } catch let error as EventStoreError {
      StandardError.print("dealtrail: \(error)")
      if case .conflict = error.code { Dealtrail.exit(withError: ExitCode(4)) }
      if case .damaged = error.code { Dealtrail.exit(withError: ExitCode(5)) }
      if case .idReused = error.code { Dealtrail.exit(withError: ExitCode(65)) }
      if case .tooLarge = error.code { Dealtrail.exit(withError: ExitCode(65)) }
      Dealtrail.exit(withError: ExitCode(1))
    } catch {
      let code = Dealtrail.exitCode(for: error)
      // Help goes where it is asked for; what was typed is repeated harmlessly.
      if code == .success || error is ExitCode { Dealtrail.exit(withError: error) }
      StandardError.print(Dealtrail.fullMessage(for: error))
      Dealtrail.exit(withError: code)
    }
  }
}
