import ArgumentParser
import Attestation
import CanonicalJSON
import EventLog
import Foundation
import Parallel
import SQLiteLog
import SQLiteStorage
import Transparency

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing was changed: a workspace, a proof, an export with proofs, or a published log.",
    discussion: """
      Without a path, the whole workspace: every row is read and every hash computed again; the checkpoints outside the \
      database say whether the log is the one that was signed. With a path, what is there, and nothing else is needed but \
      the log's verifier key:

        dealtrail verify --thorough
        dealtrail verify claim.tlog-proof --key KEY
        # lines with proofs, of: dealtrail log --format jsonl --proofs
        dealtrail verify export.jsonl --key KEY
        dealtrail verify between.txt --since old.checkpoint --key KEY
        dealtrail verify /var/www/deals --key KEY

      Exit code 0: all of it holds. 5: something does not, and the first position affected is named first.
      """)

  @Argument(
    help: "A proof, a checkpoint, an export with proofs, a published folder or a workspace; else the workspace here.")
  var path: String?

  @Option(
    help: "A verifier key of the log, or a file that has it; may be given several times. Else the workspace's own.")
  var key: [String] = []

  @Option(help: "The verifier key of a witness that must have cosigned; may be given several times.")
  var witness: [String] = []

  @Option(help: "A checkpoint that was kept elsewhere, to hold the workspace against; may be given several times.")
  var checkpoint: [String] = []

  @Option(help: "The older checkpoint that a proof between two checkpoints starts from.")
  var since: String?

  @Flag(help: "Let SQLite check its pages and indexes as well, which takes longer than all hashes.")
  var thorough = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    let subject = try VerifySubject(path)
    let witnesses = try witness.map { try VerifierKey.typed($0) }
    var result: VerifyResult
    switch subject {
    case .workspace(let folder):
      result = try verifyWorkspace(folder, witnesses)
    case .published(let folder):
      let progress = Progress(quiet: printing.quiet)
      var verification = PublishedVerification(folder: folder, keys: try keys(), witnesses: witnesses)
      let verdict = verification.run { progress.show("verifying events", done: Int($0), total: Int($1)) }
      progress.finish()
      result = VerifyResult(what: "published", verdict.checkpoint, verdict.signatures, verdict.findings)
      result.add("payloads", Int(verdict.payloads), "Payloads that hold")
      if verdict.unsigned > 0 { result.add("unsigned", Int(verdict.unsigned), "Payloads not signed yet") }
      if !verdict.hasPayloads, verdict.checkpoint != nil {
        result.remark = "the folder has no payloads, only envelopes"
      }
    case .proof(let text):
      result = try VerifyResult.catching("proof") { try proof(EventProof(text), witnesses) }
    case .consistency(let text):
      result = try consistency(text, witnesses)
    case .checkpoint(let signed):
      let keys = try keys()
      result = try VerifyResult.catching("checkpoint") {
        do throws(TransparencyError) {
          let signatures = try keys.verify(signed, witnesses: witnesses)
          return VerifyResult(what: "checkpoint", signed.checkpoint, signatures, [])
        } catch {
          throw AttestationError(.integrity, "the checkpoint does not hold: \(error)")
        }
      }
      result.require(witnesses)
    case .export(let file):
      result = try ExportVerification(keys: keys(), witnesses: witnesses).run(file)
    }
    result.print(printing)
    if !result.findings.isEmpty { throw ExitCode(5) }
  }

  private func keys() throws -> LogKeys {
    let known = try workspace.folderIfAny().map { try KeyRing(workspace: $0).verifiers() }
    if !key.isEmpty { return LogKeys(try key.map { try VerifierKey.typed($0) }, known: known ?? []) }
    guard let known else {
      throw CommandFailure.usage(
        "give the log's verifier key as --key KEY; its office prints it with: dealtrail key show")
    }
    return LogKeys(known)
  }

  private func verifyWorkspace(_ folder: String?, _ witnesses: [VerifierKey]) throws -> VerifyResult {
    Courtesy.yieldToOthers()
    var options = workspace
    if let folder { options.workspace = folder }
    let folder = try options.folder()
    let progress = Progress(quiet: printing.quiet)
    defer { progress.finish() }
    let file = folder + "/" + WorkspaceLayout.log
    guard FileManager.default.fileExists(atPath: file) else { return .unreadable("\(file) is not there", folder) }
    do {
      let verification = try WorkspaceVerification(
        WorkspaceOptions.log(in: folder), workspace: folder,
        trusted: try key.map { try VerifierKey.typed($0) }, witnesses: witnesses)
      let verdict = try verification.run(others: checkpoint, checksFile: thorough) {
        progress.show("verifying events", done: Int($0), total: Int($1))
      }
      progress.finish()
      var result = VerifyResult(what: "workspace", verdict.checkpoint?.checkpoint, verdict.signatures, verdict.findings)
      result.add("log_size", Int(verdict.size), "Events in the log")
      result.add("root", "\(verdict.root)", "Root")
      result.add("checkpoints", verdict.checkpoints, "Checkpoints")
      result.add("erased", verdict.scan.erased, "Events with an erased part")
      result.add("bytes", Int(verdict.scan.bytes), "Bytes hashed")
      result.uncounted = verdict.scan.uncounted
      let pending = PendingErasure(workspace: folder)
      if let event = try pending.event(), !pending.isUnderWay {
        result.findings.append(
          IntegrityFinding(
            rule: "erasure_unfinished", event: event,
            message: "the erasure of \(event) was interrupted; finish it with: dealtrail redact --finish"))
      }
      if verdict.checkpoints == 0 {
        result.remark =
          "no checkpoint was signed yet, so nothing outside the database vouches for it: dealtrail checkpoint"
      }
      return result
    } catch let error as StorageError {
      // Who may not read a log, or cannot just now, knows nothing about it.
      guard case .damaged = error else { throw error }
      return .unreadable("\(error)", folder)
    } catch let error as EventStoreError {
      if [.locked, .newerFormat].contains(error.code) { throw error }
      return .unreadable("\(error)", folder)
    }
  }

  private func proof(_ proof: EventProof, _ witnesses: [VerifierKey]) throws -> VerifyResult {
    let verdict = try proof.verify(log: keys(), witnesses: witnesses)
    var result = VerifyResult(what: "proof", verdict.checkpoint, verdict.signatures, [])
    result.require(witnesses)
    let event = verdict.event
    if !event.erased.isEmpty {
      let parts = event.erased.sorted().map(\.rawValue)
      result.add(
        "withheld", .array(parts.map { .string($0) }), shown: parts.joined(separator: ", "), "Erased or withheld")
    }
    result.add("event", event.event.id.description, "Event")
    result.add("position", Int(event.position), "Position")
    result.add("recorded", event.recorded.description, "Recorded")
    result.add(
      "claim", event.json, shown: "\(event.event.occurred) \(event.event.subject) \(event.event.kind)", "Claim")
    result.addShown(CanonicalWriter.text(of: event.event.data ?? .null), "Says")
    result.addShown(CanonicalWriter.text(of: event.event.sources ?? .null), "Sources")
    result.remark =
      "the claim was in the log then; whether it was corrected or retracted since, whoever keeps the log can say"
    return result
  }

  private func consistency(_ text: String, _ witnesses: [VerifierKey]) throws -> VerifyResult {
    guard let since else {
      throw CommandFailure.usage("give the older checkpoint, which you kept, as --since FILE")
    }
    let old = try CheckpointFolder.read(since)
    let keys = try keys()
    return try VerifyResult.catching("consistency") {
      let request: CheckpointRequest
      do throws(TransparencyError) {
        request = try CheckpointRequest(text)
      } catch {
        throw AttestationError(.integrity, "not a proof between two checkpoints: \(error)")
      }
      let (signed, signatures) = try request.verify(from: old, log: keys, witnesses: witnesses)
      var result = VerifyResult(what: "consistency", signed.checkpoint, signatures, [])
      result.require(witnesses)
      result.add("since", Int(request.oldSize), "Continues the log of size")
      return result
    }
  }
}

/// What a path leads to.
enum VerifySubject {
  case workspace(String?)
  case published(String)
  case proof(String)
  case consistency(String)
  case checkpoint(SignedCheckpoint)
  /// A file of JSON; its path.
  case export(String)

  init(_ path: String?) throws {
    guard let path else {
      self = .workspace(nil)
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      if FileManager.default.fileExists(atPath: path + "/" + WorkspaceLayout.settings) {
        self = .workspace(path)
      } else if Publication(folder: path).isThere {
        self = .published(path)
      } else {
        throw CommandFailure.invalid("\(path) is neither a workspace nor a published log (no file checkpoint in it)")
      }
      return
    }
    if path != "-", try InputFile.isJSON(path) {
      self = .export(path)
      return
    }
    let text = try InputFile.text(path)
    if text.hasPrefix(LogProof.header + "\n") {
      self = .proof(text)
    } else if text.hasPrefix("old ") {
      self = .consistency(text)
    } else if let signed = try? SignedCheckpoint(Array(text.utf8)) {
      self = .checkpoint(signed)
    } else {
      throw CommandFailure.invalid(
        "\(path) is no proof (its first line would be \(LogProof.header)), no proof between checkpoints, no checkpoint and no export"
      )
    }
  }
}
