internal import Attestation
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import Glibc
internal import SQLiteLog
public import Transparency

/// Writes everything that still verifies of a damaged log into a new workspace.
///
/// The records up to the first that is lost keep their places, byte for byte, so that what was signed of them still holds. Those
/// after it cannot, since positions have no gaps: they are appended anew, and `salvage.jsonl` says where each was and when it
/// had been recorded. What comes after a loss is another log, so the workspace has a key and a name of its own.
public struct Salvage {
  let workspace: String

  public init(workspace: String) { self.workspace = workspace }

  /// What was saved.
  public struct Saved: Sendable, Equatable {
    /// Events that kept their places.
    public var kept: Int64 = 0
    /// Events that were appended anew.
    public var appended = 0
    /// Positions that are lost, in runs.
    public var lost: [ClosedRange<Int64>] = []
    /// Whether it could be told how many events there were; else more may be lost than `lost` says.
    public var isLengthKnown = true
    /// Files beside the log that could not be taken along.
    public var left: [String] = []
    /// The new log's key.
    public var key: VerifierKey?

    public var lostEvents: Int64 { lost.reduce(0) { $0 + $1.upperBound - $1.lowerBound + 1 } }
  }

  static let report = "salvage.jsonl"
  /// Where keys and checkpoints of the old log are put.
  static let evidence = "salvaged-from"
  private static let batch = 1000

  /// - Parameter progress: how many positions were looked at.
  /// - Throws: `AttestationError.failed` where there is something at `target` already.
  public func write(to target: String, progress: (Int64) -> Void = { _ in }) throws -> Saved {
    try NewWorkspace.make(at: target) { made in
      var saved = Saved()
      saved.left = try copyFiles(to: made)
      saved.key = try KeyRing(workspace: made).make(origin: KeyRing.randomOrigin()).0
      var writer = Writer(log: try SQLiteEventStore(path: made + "/log.sqlite"))
      let log = try SQLiteEventStore(existing: readable(in: made), admitsOlder: true)
      saved.isLengthKnown = try log.eachRecord(upTo: signedSize()) { position, record in
        progress(position)
        if let record {
          try writer.add(record, at: position)
        } else {
          try writer.lose(position)
        }
      }
      try writer.finish()
      (saved.kept, saved.appended, saved.lost) = (writer.kept, writer.appended, writer.lost)
      try DurableFile.removeTree(made + "/" + Self.copy)
      try Self.explainMissingParts(writer.log)
      let scan = try writer.log.verify(checksFile: true)
      guard scan.isIntact else {
        throw AttestationError(.integrity, "what was saved does not verify: \(scan.faults[0].message)")
      }
      try DurableFile.write(writer.lines.joined(), to: made + "/" + Self.report, mode: 0o600)
      return saved
    }
  }

  private static let copy = ".damaged"

  /// The log's file; a copy that was made as long as it says to be where it was cut off, since SQLite reads nothing of one that
  /// is shorter.
  private func readable(in made: String) throws -> String {
    let path = workspace + "/log.sqlite"
    guard let file = FileHandle(forReadingAtPath: path), let header = try file.read(upToCount: 100), header.count == 100
    else {
      throw AttestationError(.failed, "\(path) is not there, or too short to be a database; nothing can be saved of it")
    }
    func number(_ range: Range<Int>) -> UInt64 { header[range].reduce(0) { $0 << 8 | UInt64($1) } }
    // https://www.sqlite.org/fileformat.html: the size of a page at 16, where 1 stands for 65536; how many there are at 28.
    let size = (number(16..<18) == 1 ? 65_536 : number(16..<18)) * number(28..<32)
    guard try file.seekToEnd() < size, size < 1 << 42 else { return path }
    let copies = made + "/" + Self.copy
    try DurableFile.makeFolder(copies, mode: 0o700)
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
      try FileManager.default.copyItem(atPath: path + end, toPath: "\(copies)/log.sqlite\(end)")
    }
    let copy = try FileHandle(forWritingTo: URL(filePath: copies + "/log.sqlite"))
    try copy.truncate(atOffset: size)
    try copy.close()
    return copies + "/log.sqlite"
  }

  /// The largest size that was signed: of the checkpoints that verify, since any file may say anything.
  private func signedSize() -> Int64? {
    guard let keys = try? LogKeys(KeyRing(workspace: workspace).verifiers()) else { return nil }
    return ((try? CheckpointFolder(workspace: workspace).files()) ?? []).compactMap { file in
      guard let signed = try? CheckpointFolder.read(file), (try? keys.verify(signed)) != nil else { return nil }
      return signed.checkpoint.size
    }.max()
  }

  /// Says of parts whose redaction was lost that they are gone, or the new log would never verify.
  private static func explainMissingParts(_ log: SQLiteEventStore) throws {
    for fault in try log.verify().faults where fault.rule == .missingPart {
      guard let id = fault.event, let stored = try log.event(id) else { continue }
      let parts = EventPart.allCases.filter { ($0 == .data ? stored.event.data : stored.event.sources) == nil }
      let redaction = Event(
        id: .v8(of: Array("salvaged without its redaction: \(id)".utf8)), subject: stored.event.subject,
        kind: Event.redactionKind, schema: 1, occurred: "\(Timestamp.now().day)", recordedBy: "dealtrail doctor",
        status: "reported",
        data: [
          "target": .string(id.description), "parts": .array(parts.map { .string($0.rawValue) }),
          "reason": "erased before; the redaction was lost with the damaged log",
        ], sources: [], causation: id.description)
      _ = try log.redact(Set(parts), by: redaction, recorded: .now())
    }
  }

  /// - Returns: what could not be taken along.
  private func copyFiles(to target: String) throws -> [String] {
    let listing = WorkspaceFiles(workspace: workspace).listing(includesKeys: false)
    var left = listing.left
    for (path, mode) in listing.files {
      // An erasure that was begun is not pending in a log that is new.
      if path == WorkspaceLayout.pendingErasure { continue }
      guard let content = try? DurableFile.read(workspace + "/" + path, limit: WorkspaceFiles.maximumBytes) else {
        left.append(path)
        continue
      }
      let isEvidence = [
        WorkspaceLayout.keys + "/", WorkspaceLayout.checkpoints + "/", WorkspaceLayout.witnessed + "/",
        WorkspaceLayout.publications, Self.evidence + "/", Self.report,
      ].contains { path.hasPrefix($0) }
      try DurableFile.write(
        content, to: target + "/" + (isEvidence ? Self.evidence + "/" : "") + path, mode: mode_t(mode), syncs: false)
    }
    return left
  }

  private struct Writer {
    let log: SQLiteEventStore
    private(set) var kept: Int64 = 0
    private(set) var appended = 0
    private(set) var lost: [ClosedRange<Int64>] = []
    /// What `salvage.jsonl` says.
    private(set) var lines: [String] = []
    private var records: [LogRecord] = []
    private var events: [StoredEvent] = []

    init(log: SQLiteEventStore) { self.log = log }

    mutating func add(_ record: LogRecord, at position: Int64) throws {
      if lost.isEmpty {
        records.append(record)
        if records.count == Salvage.batch { try load() }
        return
      }
      // An event of which a part was erased cannot be appended: nobody knows any more what it said.
      guard let stored = record.stored, stored.event.data != nil, stored.event.sources != nil else {
        return try lose(position)
      }
      events.append(stored)
      if events.count == Salvage.batch { try append() }
    }

    mutating func lose(_ position: Int64) throws {
      if lost.isEmpty { try load() }
      if let last = lost.last, last.upperBound == position - 1 {
        lost[lost.count - 1] = last.lowerBound...position
      } else {
        lost.append(position...position)
      }
    }

    mutating func finish() throws {
      try load()
      try append()
      for range in lost {
        lines.append(
          CanonicalWriter.text(of: [
            "lost": ["first": .integer(Int(range.lowerBound)), "last": .integer(Int(range.upperBound))]
          ]) + "\n")
      }
    }

    private mutating func load() throws {
      if records.isEmpty { return }
      try log.load(records)
      kept += Int64(records.count)
      records = []
    }

    private mutating func append() throws {
      if events.isEmpty { return }
      let result = try log.append(events.map(\.event))
      for (stored, position) in zip(events, result.positions) {
        lines.append(
          CanonicalWriter.text(of: [
            "appended": .integer(Int(position)), "id": .string(stored.event.id.description),
            "was": .integer(Int(stored.position)), "recorded": .string(stored.recorded.description),
          ]) + "\n")
      }
      appended += result.appended
      events = []
    }
  }
}
