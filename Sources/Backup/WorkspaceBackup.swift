internal import Attestation
internal import CanonicalJSON
internal import EventLog
internal import Parallel
public import SQLiteLog
internal import Transparency

/// Makes backups of a workspace while others work with it.
///
/// A backup is of one signed size of the log. Its records are kept in runs, which later backups share: what was appended
/// since is all that is written. A run that holds something that was erased since is written anew, and backups from before
/// the erasure go, since the log has everything else that they hold.
public struct WorkspaceBackup {
  /// A run ends once its records have so many bytes as text.
  public static let runBytes = 16 << 20
  /// Records that are read at a time; runs end at their ends.
  private static let step: Int64 = 16
  private static let runsAhead = 4

  let workspace: String
  let folder: BackupFolder
  let runBytes: Int

  public init(workspace: String, to folder: BackupFolder, runBytes: Int = Self.runBytes) {
    self.workspace = workspace
    self.folder = folder
    self.runBytes = runBytes
  }

  /// What was made.
  public struct Made: Sendable {
    public var head: BackupHead
    /// Files beside the databases.
    public var files: Int
    /// Bytes that were written, compressed.
    public var written: Int
    /// Events in runs that an earlier backup had already.
    public var reused: Int64
    /// Earlier backups that were removed: those beyond the number that is kept, and those with something that was erased.
    public var removed: Int
    /// Of these, those with something that was erased.
    public var erased: Int
    /// Files that were left out.
    public var left: [String]
  }

  /// - Parameters:
  ///   - keep: how many backups stay, the new one among them; from 1.
  ///   - includesKeys: whether private keys go along, so that whoever has the backup can sign as this log.
  ///   - progress: how many events are written, and of how many.
  /// - Throws: `AttestationError`; `integrity` where the log does not continue what was backed up before.
  public func make(
    _ log: SQLiteEventStore, keep: Int, includesKeys: Bool, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> Made {
    // What is being erased would be copied, by a backup that nobody could tell from one without it.
    try PendingErasure(workspace: workspace).locked {
      if let event = try PendingErasure(workspace: workspace).event() {
        throw AttestationError(
          .failed, "the erasure of \(event) was interrupted; finish it first: dealtrail redact --finish")
      }
      return try folder.locked { try makeLocked(log, keep: keep, includesKeys: includesKeys, progress: progress) }
    }
  }

  private func makeLocked(
    _ log: SQLiteEventStore, keep: Int, includesKeys: Bool, progress: (Int64, Int64) -> Void
  ) throws -> Made {
    let keys = KeyRing(workspace: workspace)
    let previous = try previous(keys)
    while true {
      let signer = try keys.signer()
      let (signed, _) = try CheckpointFolder(workspace: workspace).sign(log, keys)
      if let previous { try log.readTree { try check(previous.head, $0) } }
      guard var made = try write(signed.checkpoint, previous, log, keys, signer, includesKeys: includesKeys, progress)
      else {
        continue
      }
      let newest = made.head.file!
      let others = folder.readable().filter { $0.file != newest }
      // Of every backup that is left, also of one that an interrupted run did not get to remove.
      let erasures = try erasures(log, after: others.map(\.checkpoint.size).min() ?? signed.checkpoint.size)
      let erased = others.filter { head in erasures.contains { $0.isWithin(head.checkpoint.size) } }.compactMap(\.file)
      let superfluous = others.compactMap(\.file).filter { !erased.contains($0) }.dropLast(keep - 1)
      try folder.remove(erased + superfluous, keeping: newest)
      (made.removed, made.erased) = (erased.count + superfluous.count, erased.count)
      return made
    }
  }

  /// The newest backup in the folder, verified by the keys of the workspace; one whose manifest is damaged has nothing to share.
  private func previous(_ keys: KeyRing) throws -> (head: BackupHead, manifest: BackupManifest?)? {
    guard let head = folder.readable().last, let file = head.file else { return nil }
    let known = LogKeys(try keys.verifiers())
    do throws(TransparencyError) {
      _ = try known.verify(head.signed)
    } catch {
      throw AttestationError(
        .integrity, "\(file) is not of this log: \(error). Back up to another folder, or move what is there away")
    }
    return (head, try? folder.manifest(of: head))
  }

  private func check(_ head: BackupHead, _ tree: SQLiteEventStore.Tree) throws {
    do {
      try CheckpointFolder.check(head.checkpoint, isContinuedBy: tree)
    } catch let error as AttestationError where error.code == .integrity {
      throw AttestationError(
        .integrity, "\(error.message)\nNothing was backed up: the backup \(head.file ?? "") may be all that is left")
    }
  }

  /// - Returns: `nil` where something was erased meanwhile, so that a record may lack a part and nothing in the backup says why, or
  ///   where the key was replaced, so that the verifier keys do not verify the head.
  private func write(
    _ checkpoint: Checkpoint, _ previous: (head: BackupHead, manifest: BackupManifest?)?, _ log: SQLiteEventStore,
    _ keys: KeyRing, _ signer: SignerKey, includesKeys: Bool, _ progress: (Int64, Int64) -> Void
  ) throws -> Made? {
    let size = checkpoint.size
    let dirty = try erasures(log, after: previous?.head.checkpoint.size ?? 0).map(\.target)
    var runs = try (previous?.manifest?.runs ?? []).filter { run in
      try run.object.bytes >= runBytes && !dirty.contains { (run.first...run.last).contains($0) }
        && folder.isWhole(run.object)
    }
    let reused = runs.reduce(0) { $0 + $1.last - $1.first + 1 }
    var (written, done) = (0, reused)
    progress(done, size)
    for gap in Self.gaps(runs, size) {
      var next = gap.lowerBound
      var ahead = ReadAhead(limit: Self.runsAhead) { () -> (ClosedRange<Int64>, [UInt8])? in
        guard next <= gap.upperBound else { return nil }
        let first = next
        let text = try text(of: &next, upTo: gap.upperBound, log)
        return (first...next - 1, text)
      } make: { range, text in
        (range, BackupFolder.pack(text))
      }
      while let (range, (object, packed)) = try ahead.next() {
        written += try folder.store(packed, as: object)
        runs.append(BackupManifest.Run(first: range.lowerBound, last: range.upperBound, object: object))
        done += range.upperBound - range.lowerBound + 1
        progress(done, size)
      }
    }
    runs.sort { $0.first < $1.first }
    let listing = WorkspaceFiles(workspace: workspace).listing(includesKeys: includesKeys)
    var files: [BackupManifest.File] = []
    for (path, mode) in listing.files where !isCheckpoint(path, beyond: size) {
      // A file that is gone by now is none of this backup's.
      guard let content = try DurableFile.read(workspace + "/" + path, limit: WorkspaceFiles.maximumBytes) else {
        continue
      }
      let (object, packed) = BackupFolder.pack(content)
      written += try folder.store(packed, as: object)
      files.append(BackupManifest.File(path: path, mode: mode, object: object))
    }
    for name in [WorkspaceLayout.verifiers, WorkspaceLayout.settings] where !files.contains(where: { $0.path == name })
    {
      throw AttestationError(
        .failed,
        "\(workspace)/\(name) is not there as a plain file, without which nothing can be restored; nothing was backed up"
      )
    }
    if try !erasures(log, after: size).isEmpty { return nil }
    let manifest = BackupManifest(runs: runs, files: files)
    let (object, packed) = BackupFolder.pack(CanonicalWriter.bytes(of: manifest.json))
    guard object.bytes <= BackupManifest.maximumManifestBytes else {
      throw AttestationError(
        .failed,
        "the list of the workspace's files has \(object.bytes) bytes; at most \(BackupManifest.maximumManifestBytes) are read"
      )
    }
    written += try folder.store(packed, as: object)
    DurableFile.syncAll()
    // Later than the one before, also where a clock went back.
    let created = max(.now(), previous.map { Timestamp(microseconds: $0.head.created.microseconds + 1) } ?? .now())
    var head = BackupHead(of: checkpoint, created: created, manifest: object, signedBy: signer)
    guard (try? LogKeys(keys.verifiers()).verify(head.signed)) != nil else { return nil }
    head.file = try folder.write(head)
    return Made(
      head: head, files: files.count, written: written, reused: reused, removed: 0, erased: 0, left: listing.left)
  }

  /// The records of a run as text, from `next` on. Each run is read by itself, so that writers are not held up by a reader of an
  /// old state: what is appended does not change.
  private func text(of next: inout Int64, upTo last: Int64, _ log: SQLiteEventStore) throws -> [UInt8] {
    try log.readTree { tree in
      var text: [UInt8] = []
      while next <= last, text.count < runBytes {
        let end = min(last, next + Self.step - 1)
        var position = next
        try tree.records(next...end) { record in
          // What does not verify could not be restored, and would take the place of a backup that can.
          guard record.brokenParts.isEmpty,
            try tree.node(TreeNode(level: 0, index: position - 1)) == .leaf(record.envelope)
          else {
            throw AttestationError(
              .integrity,
              "the event at position \(position) is not what was appended; nothing was backed up. See: dealtrail doctor"
            )
          }
          position += 1
          text += CanonicalWriter.bytes(of: RecordText.json(of: record))
          text.append(0x0A)
        }
        next = end + 1
      }
      return text
    }
  }

  /// What others signed since is of a longer log than the one that is backed up.
  private func isCheckpoint(_ path: String, beyond size: Int64) -> Bool {
    guard CheckpointFolder.isCheckpoint(path) else { return false }
    return Int64(path.dropFirst(WorkspaceLayout.checkpoints.count + 1).prefix { $0 != "." }).map { $0 > size } ?? false
  }

  /// The positions that no run has.
  private static func gaps(_ runs: [BackupManifest.Run], _ size: Int64) -> [ClosedRange<Int64>] {
    var gaps: [ClosedRange<Int64>] = []
    var next: Int64 = 1
    for run in runs {
      if run.first > next { gaps.append(next...run.first - 1) }
      next = run.last + 1
    }
    if next <= size { gaps.append(next...size) }
    return gaps
  }

  /// An erasure: what was erased, and since when the log says so.
  private struct Erasure {
    var target: Int64
    var redaction: Int64

    /// Whether a backup of this size may hold what was erased: it has the event, and not the redaction.
    func isWithin(_ size: Int64) -> Bool { size >= target && size < redaction }
  }

  private func erasures(_ log: SQLiteEventStore, after size: Int64) throws -> [Erasure] {
    try log.all(EventQuery(.kind(Event.redactionKind), from: size + 1)).compactMap { redaction in
      try redaction.event.causation.flatMap { EventID($0) }.flatMap { try log.event($0) }
        .map { Erasure(target: $0.position, redaction: redaction.position) }
    }
  }
}
