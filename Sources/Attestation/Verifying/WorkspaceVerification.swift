internal import EventLog
internal import ExactText
public import SQLiteLog
public import Transparency

/// Verifies a whole workspace: every row of the log, the tree, every checkpoint outside the database, and the keys.
public struct WorkspaceVerification: Sendable {
  /// What verifying found.
  public struct Verdict: Sendable {
    /// The log's size and root now.
    public var size: Int64
    public var root: TreeHash
    /// Rows that were read, and how.
    public var scan: LogScan
    /// The newest checkpoint that holds.
    public var checkpoint: SignedCheckpoint?
    /// Whose signatures are on it.
    public var signatures: [Note.Verified] = []
    /// Whether a witness that is known here has cosigned one of the checkpoints.
    public var isCosigned = false
    /// How many checkpoints were looked at.
    public var checkpoints = 0
    /// By position, those without one last.
    public var findings: [IntegrityFinding]
  }

  let log: SQLiteEventStore
  let workspace: String
  let keys: KeyRing
  let folder: CheckpointFolder
  let logKeys: LogKeys
  let witnesses: [VerifierKey]

  /// - Parameters:
  ///   - trusted: verifier keys of the log that were got elsewhere; else those of the workspace.
  ///   - witnesses: keys of witnesses that must have cosigned the newest checkpoint, beside those that are known here.
  public init(
    _ log: SQLiteEventStore, workspace: String, trusted: [VerifierKey] = [], witnesses: [VerifierKey] = []
  ) throws {
    self.log = log
    self.workspace = workspace
    keys = KeyRing(workspace: workspace)
    folder = CheckpointFolder(workspace: workspace)
    let verifiers = try keys.verifiers()
    logKeys = trusted.isEmpty ? LogKeys(verifiers) : LogKeys(trusted, known: verifiers)
    self.witnesses = try witnesses + keys.witnesses().filter { !witnesses.contains($0) }
    required = witnesses
  }

  private let required: [VerifierKey]

  /// - Parameters:
  ///   - others: files of checkpoints that were kept elsewhere.
  ///   - chunks: which rows of the log are read; all when `nil`. See ``SQLiteEventStore/verify``.
  ///   - checksFile: whether SQLite also checks its pages and indexes.
  ///   - progress: how many events were read, and of how many.
  ///   - proceeds: told between pieces of work what was read and found so far; with `false` no more is read.
  public func run(
    others: [String] = [], chunks: ((Int64) -> [Int64])? = nil, checksFile: Bool = false,
    progress: (Int64, Int64) -> Void = { _, _ in }, proceeds: (LogScan) -> Bool = { _ in true }
  ) throws -> Verdict {
    // Before the log is read: what is signed meanwhile is of a longer log than the one that is read.
    let files = try folder.files() + others
    let scan = try log.verify(chunks: chunks, checksFile: checksFile, progress: progress, proceeds: proceeds)
    guard (try? log.head()) != nil else {
      return Verdict(size: scan.size, root: .empty, scan: scan, findings: scan.faults.map { IntegrityFinding($0) })
    }
    var verdict = try log.readTree { tree in
      let root = try? tree.root(size: tree.size)
      var verdict = Verdict(
        size: tree.size, root: root ?? .empty, scan: scan, findings: scan.faults.map { IntegrityFinding($0) })
      for file in files { try check(file, &verdict, tree) }
      checkTiles(&verdict, tree)
      return verdict
    }
    checkKeys(&verdict)
    verdict.findings += IntegrityFinding.missing(
      required, among: verdict.signatures, of: "the newest checkpoint")
    verdict.findings = verdict.findings.inOrder(of: \.position)
    return verdict
  }

  private func check(_ file: String, _ verdict: inout Verdict, _ tree: SQLiteEventStore.Tree) throws {
    verdict.checkpoints += 1
    func found(_ rule: String, at position: Int64? = nil, _ message: String) {
      verdict.findings.append(IntegrityFinding(rule: rule, position: position, file: file, message: message))
    }
    let signed: SignedCheckpoint
    let signatures: [Note.Verified]
    do throws(any Error) {
      signed = try CheckpointFolder.read(file)
      signatures = try CheckpointFolder.verify(signed, file, logKeys, witnesses: witnesses)
    } catch {
      return found("checkpoint_altered", at: sizeInName(of: file), "\(error)")
    }
    let checkpoint = signed.checkpoint
    if let size = sizeInName(of: file), size != checkpoint.size {
      found("checkpoint_altered", at: checkpoint.size, "\(file) holds the checkpoint of size \(checkpoint.size)")
    }
    guard checkpoint.size <= tree.size else {
      return found(
        "log_rolled_back", at: tree.size + 1,
        "the log ends at position \(tree.size), but a checkpoint of size \(checkpoint.size) was signed: positions "
          + "\(tree.size + 1) to \(checkpoint.size) are gone. Was an older copy put back?")
    }
    guard (try? tree.root(size: checkpoint.size)) == checkpoint.root else {
      let first = firstDifference(from: checkpoint, tree)
      return found(
        "log_forked", at: first ?? 1,
        first.map {
          "the log was rewritten from position \($0) on: it is not the one that was signed at size \(checkpoint.size)"
        }
          ?? "the log is not the one that was signed at size \(checkpoint.size)")
    }
    if signatures.contains(where: { $0.time != nil }) { verdict.isCosigned = true }
    if checkpoint.size >= verdict.checkpoint?.checkpoint.size ?? 0 {
      verdict.checkpoint = signed
      verdict.signatures = signatures
    }
  }

  private func sizeInName(of file: String) -> Int64? {
    guard file.hasPrefix(folder.folder + "/") else { return nil }
    return Int64(file.dropFirst(folder.folder.count + 1).prefix { $0 != "." })
  }

  /// The first position whose leaf is not that of the tiles beside the checkpoints, if these lead to the signed root.
  private func firstDifference(from checkpoint: Checkpoint, _ tree: SQLiteEventStore.Tree) -> Int64? {
    let signed = ((try? folder.files()) ?? []).compactMap { file -> SignedCheckpoint? in
      guard let signed = try? CheckpointFolder.read(file) else { return nil }
      return (try? CheckpointFolder.verify(signed, file, logKeys)) == nil ? nil : signed
    }
    guard let newest = signed.map(\.checkpoint.size).max(), newest >= checkpoint.size else { return nil }
    // The tiles are those of the newest checkpoint; every smaller tree is in them.
    let tiled = TiledTree(size: newest) { try folder.tiles.read($0) ?? [] }
    guard (try? TreeFrontier(size: checkpoint.size, reading: tiled.node).root) == checkpoint.root else { return nil }
    for tile in Tile.hashes(ofSize: newest) where tile.kind == .hashes(level: 0) {
      guard let hashes = try? tiled.hashes(of: tile) else { return nil }
      for (node, hash) in zip(tile.nodes, hashes) where (try? tree.node(node)) != hash { return node.index + 1 }
    }
    return nil
  }

  /// The tiles beside the checkpoints are those of the tree. Only where the log agrees with what was signed: else it is
  /// the tiles that are right.
  private func checkTiles(_ verdict: inout Verdict, _ tree: SQLiteEventStore.Tree) {
    guard let size = verdict.checkpoint?.checkpoint.size, verdict.findings.isEmpty else { return }
    for tile in Tile.hashes(ofSize: size) {
      let path = folder.tiles.path(of: tile)
      let bytes = (try? folder.tiles.read(tile)) ?? []
      for (index, node) in tile.nodes.enumerated() {
        let stored = bytes.dropFirst(index * TreeHash.length).prefix(TreeHash.length)
        let position = node.index << Int64(node.level) + 1
        do {
          if try tree.node(node) == TreeHash(stored) { continue }
        } catch {
          verdict.findings.append(
            IntegrityFinding(rule: "file_damaged", position: position, message: "the tree cannot be read: \(error)"))
          return
        }
        verdict.findings.append(
          IntegrityFinding(
            rule: "tile_altered", position: position, file: path,
            message: "\(path) is not the one that was written with the checkpoint; where all else holds, delete "
              + "\(folder.folder)/tile and run: dealtrail checkpoint"))
        return
      }
    }
  }

  private func checkKeys(_ verdict: inout Verdict) {
    do {
      _ = try keys.signer()
    } catch let error as AttestationError where error.code == .integrity {
      verdict.findings.append(IntegrityFinding(rule: "key_altered", file: keys.folder, message: error.message))
    } catch {
      // No key, or one that others may read, which is found below.
    }
    for file in keys.exposedFiles() {
      verdict.findings.append(
        IntegrityFinding(
          rule: "key_exposed", file: file,
          message:
            "others may read the private key \(file); close it with: chmod 600 \(file.shellPath), and think of: key rotate"
        ))
    }
  }
}
