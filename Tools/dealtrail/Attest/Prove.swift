import ArgumentParser
import Attestation
import EventLog
import Foundation
import SQLiteLog
import Transparency

struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Prove that a claim is in the log, or that the log was only appended to.",
    discussion: """
      The proof of an event has the event, its way to the root and the signed checkpoint in one file (C2SP tlog-proof). \
      Where the newest checkpoint does not cover the event, a new one is signed first. Whoever has the log's verifier key \
      checks the proof without this workspace, with this or another program:

        dealtrail prove ID > claim.tlog-proof
        dealtrail verify claim.tlog-proof --key KEY

      The proof between two checkpoints shows that the later one continues the earlier one. It is what a witness takes:

        dealtrail prove --between 188 412 > between.txt
        dealtrail verify between.txt --since 000000000188.checkpoint --key KEY
      """)

  @Argument(help: "The event's id; or with --between, the sizes of two checkpoints (the later one may be left out).")
  var words: [String]

  @Flag(help: "Prove that the log of one size continues that of another.")
  var between = false

  @Option(help: "The file to write; else standard output.")
  var output: String?

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if between ? !(1...2).contains(words.count) : words.count != 1 {
      throw ValidationError("give one event id, or --between OLD NEW")
    }
  }

  func run() throws {
    if let output {
      try InputFile.check(
        output: output, replaces: [LogProof.header, "old "], workspace: workspace.folder())
    }
    let prover = try Prover(workspace)
    if !between {
      let position = try prover.log.event(named: words[0]).position
      return try InputFile.write(try prover.proof(of: position).description, to: output)
    }
    let sizes = try words.map { word in
      guard let size = Int64(word), size >= 0 else {
        throw CommandFailure.invalid("\"\(word)\" is not the size of a checkpoint; see: ls \(prover.folder.folder)")
      }
      return size
    }
    let signed = try sizes.count == 2 ? prover.checkpoint(ofSize: sizes[1]) : prover.checkpoint(covering: .max)
    guard sizes[0] <= signed.checkpoint.size else {
      throw CommandFailure.invalid("\(sizes[0]) is larger than \(signed.checkpoint.size); give the older size first")
    }
    let request = try prover.inTree(of: signed) { try CheckpointRequest(from: sizes[0], to: signed, in: $0) }
    try InputFile.write(request.description, to: output)
  }
}

/// Makes proofs in the tree that a checkpoint signed.
struct Prover {
  let log: SQLiteEventStore
  let keys: KeyRing
  let folder: CheckpointFolder

  init(_ workspace: WorkspaceOptions) throws {
    log = try workspace.log()
    keys = KeyRing(workspace: try workspace.folder())
    folder = CheckpointFolder(workspace: try workspace.folder())
  }

  /// The newest checkpoint, if it covers a position; else a new one.
  func checkpoint(covering position: Int64) throws -> SignedCheckpoint {
    if let latest = try folder.latest(keys), latest.checkpoint.size >= position { return latest }
    let (signed, isNew) = try folder.sign(log, keys)
    if isNew { StandardError.print("signed a new checkpoint, of size \(signed.checkpoint.size)") }
    return signed
  }

  func checkpoint(ofSize size: Int64) throws -> SignedCheckpoint {
    guard FileManager.default.fileExists(atPath: folder.file(ofSize: size)) else {
      let sizes = try folder.files().suffix(5).compactMap {
        Int64(URL(filePath: $0).deletingPathExtension().lastPathComponent)
      }
      throw CommandFailure.failed(
        "no checkpoint of size \(size) was signed; the newest have the sizes: "
          + (sizes.isEmpty ? "none" : sizes.map(String.init).joined(separator: ", ")))
    }
    return try folder.checkpoint(ofSize: size, keys)
  }

  /// Reads the tree, if it goes on from what was signed.
  func inTree<T>(of signed: SignedCheckpoint, _ body: (SQLiteEventStore.Tree) throws -> T) throws -> T {
    try log.readTree { tree in
      try CheckpointFolder.check(signed.checkpoint, isContinuedBy: tree)
      return try body(tree)
    }
  }

  func proof(of position: Int64) throws -> EventProof {
    let signed = try checkpoint(covering: position)
    return try inTree(of: signed) { try EventProof(of: position, in: $0, signed) }
  }

  /// Proofs of many events, by position, all in the tree of one checkpoint.
  func proofs(of positions: [Int64]) throws -> [Int64: String] {
    guard let last = positions.max() else { return [:] }
    let signed = try checkpoint(covering: last)
    return try inTree(of: signed) { tree in
      try Dictionary(positions.map { ($0, try EventProof(of: $0, in: tree, signed).description) }) { first, _ in first }
    }
  }
}
