internal import Attestation
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import ExactText
internal import SQLiteLog
public import Transparency

/// Makes a workspace of a backup, after everything in it was verified.
public struct BackupRestoring {
  let folder: BackupFolder
  public let head: BackupHead

  /// - Parameter head: the file of a head; the newest one when `nil`.
  /// - Throws: `AttestationError.invalid` for a folder without backups, and says what it is where that can be told.
  public init(_ folder: BackupFolder, head: String? = nil) throws {
    self.folder = folder
    if let head {
      self.head = try BackupHead(file: head)
    } else if let newest = folder.readable().last {
      self.head = newest
    } else {
      throw Self.noBackup(folder.path)
    }
  }

  private static func noBackup(_ path: String) -> AttestationError {
    let names = DurableFile.names(in: path)
    if names.contains(WorkspaceLayout.log) {
      return AttestationError(
        .invalid,
        """
        \(path) is a copy of a workspace, not a backup: a copy that was made while somebody wrote may be torn, and nothing \
        in it would say so. Make backups with: dealtrail backup. What such a copy has can be looked at with: dealtrail \
        doctor --workspace \(path)
        """)
    }
    return AttestationError(.invalid, "\(path) is no folder of backups: it has no heads/*\(BackupFolder.suffix)")
  }

  /// Who says that the backup is whole.
  public enum Trust: Sendable, Equatable {
    /// A key that was got elsewhere.
    case given
    /// The keys in the backup itself, which only say that it is as it was made by whoever has them.
    case own
  }

  /// A checkpoint that the restored log has to continue.
  public struct Known: Sendable {
    public var checkpoint: Checkpoint
    /// Where it is from, for people.
    public var source: String

    public init(checkpoint: Checkpoint, source: String) {
      self.checkpoint = checkpoint
      self.source = source
    }
  }

  /// What was restored.
  public struct Restored: Sendable {
    public var size: Int64
    public var files: Int
    public var trust: Trust
    /// Whether a private key came along.
    public var hasKey: Bool
  }

  /// Makes the workspace, in a folder beside it that takes its name once everything was verified.
  /// - Parameters:
  ///   - trusted: verifier keys of the log that were got elsewhere.
  ///   - known: checkpoints that the log had; a backup that ends before one, or is of another history, is a fork.
  ///   - progress: how many events are there, and of how many.
  /// - Throws: `AttestationError`; `integrity` where anything does not verify, `conflict` for a fork, `failed` where there is
  ///   something at `workspace` already.
  public func restore(
    to workspace: String, trusted: [VerifierKey] = [], known: [Known] = [],
    progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> Restored {
    // Before anything is taken apart that a stranger may have made.
    if !trusted.isEmpty { try Self.verify(head, LogKeys(trusted)) }
    let manifest = try folder.manifest(of: head)
    let trust = try verifyHead(manifest, trusted)
    try NewWorkspace.make(at: workspace) { made in
      for file in manifest.files {
        // Where the old workspace publishes and writes pages is not this one's to write and clear, unless its office says so.
        let isElsewhere = [WorkspaceLayout.publications, WorkspaceLayout.auditOutputs].contains(file.path)
        let place = made + "/" + file.path + (isElsewhere ? ".restored" : "")
        try DurableFile.makeFolder(place.folderOfPath, mode: 0o700)
        try DurableFile.write(
          try folder.content(file.object), to: place, mode: mode_t(file.mode), syncs: false)
      }
      try load(manifest, to: made, known, progress)
      try verify(made)
    }
    return Restored(
      size: head.checkpoint.size, files: manifest.files.count, trust: trust,
      hasKey: manifest.files.contains { $0.path == WorkspaceLayout.signer })
  }

  private func verifyHead(_ manifest: BackupManifest, _ trusted: [VerifierKey]) throws -> Trust {
    let own = try manifest.files.first { $0.path == WorkspaceLayout.verifiers }.map { file in
      try KeyRing.verifiers(
        in: String(decoding: folder.content(file.object), as: UTF8.self), of: WorkspaceLayout.verifiers)
    }
    try Self.verify(head, trusted.isEmpty ? LogKeys(own ?? []) : LogKeys(trusted, known: own ?? []))
    return trusted.isEmpty ? .own : .given
  }

  private static func verify(_ head: BackupHead, _ keys: LogKeys) throws {
    do throws(TransparencyError) {
      _ = try keys.verify(head.signed)
    } catch {
      throw AttestationError(.integrity, "the head \(head.file ?? "") does not verify: \(error)")
    }
  }

  private func load(
    _ manifest: BackupManifest, to workspace: String, _ known: [Known], _ progress: (Int64, Int64) -> Void
  ) throws {
    let log = try SQLiteEventStore(path: workspace + "/log.sqlite")
    for run in manifest.runs {
      progress(run.first - 1, head.checkpoint.size)
      let records = try folder.content(run.object).split(separator: 0x0A).map { line in
        guard let json = try? JSONReader.read(Array(line)), let record = RecordText.record(in: json) else {
          throw AttestationError(.integrity, "a record of positions \(run.first) to \(run.last) cannot be read")
        }
        return record
      }
      guard records.count == Int(run.last - run.first + 1) else {
        throw AttestationError(
          .integrity, "the run of positions \(run.first) to \(run.last) has \(records.count) records")
      }
      try log.load(records)
    }
    progress(head.checkpoint.size, head.checkpoint.size)
    try log.readTree { tree in
      guard try tree.root(size: tree.size) == head.checkpoint.root, tree.size == head.checkpoint.size else {
        throw AttestationError(.integrity, "the records do not have the root that was signed: the backup was altered")
      }
      for known in known {
        do {
          try CheckpointFolder.check(known.checkpoint, isContinuedBy: tree)
        } catch let error as AttestationError where error.code == .integrity {
          throw AttestationError(
            .conflict,
            """
            the backup does not continue \(known.source), of size \(known.checkpoint.size): \(error.message)
            Whoever went on from it would fork the log. Restore a newer backup
            """)
        }
      }
    }
  }

  /// Every row, every hash, every checkpoint that came along.
  private func verify(_ workspace: String) throws {
    let log = try SQLiteEventStore(path: workspace + "/log.sqlite")
    try CheckpointFolder(workspace: workspace).renewTiles(log, KeyRing(workspace: workspace))
    let findings = try WorkspaceVerification(log, workspace: workspace).run().findings
    guard findings.isEmpty else {
      throw AttestationError(
        .integrity,
        (["what was restored does not verify:"] + findings.prefix(20).map(\.message)).joined(separator: "\n"))
    }
  }
}
