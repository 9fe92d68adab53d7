internal import EventLog
internal import GRDB
internal import Parallel
internal import SQLiteStorage
internal import Transparency

extension SQLiteEventStore {
  /// Events that are read at a time. A power of two, so that a chunk is one complete subtree.
  public static let chunkEvents: Int64 = 8192
  /// Chunks that are shared out to the cores at a time, between two reports of progress.
  private static let chunksInWave = 16
  /// How far beyond the number of events rows are looked for at their positions.
  private static let plausibleGap: Int64 = 10_000

  /// Reads every row up to the end of the log, recomputes every hash, and says what is not as it was appended. That the
  /// tree is the one that was signed is for the checkpoints to say.
  /// - Parameters:
  ///   - chunks: which rows are read, of so many in the log: chunk 0 is the first ``chunkEvents`` events, and so on, to be
  ///     read in this order; all when `nil`. The tables as a whole, and the revisions, are looked at in any case.
  ///   - checksFile: whether SQLite also checks its pages and indexes, which takes longer than all hashes.
  ///   - progress: how many events were read, and of how many.
  ///   - proceeds: told between pieces of work what was read and found so far; with `false` no more is read.
  public func verify(
    chunks wanted: ((Int64) -> [Int64])? = nil, checksFile: Bool = false,
    progress: (Int64, Int64) -> Void = { _, _ in }, proceeds: (LogScan) -> Bool = { _ in true }
  ) throws -> LogScan {
    var scan = LogScan(size: 0)
    check(&scan, "the tables cannot be read") { try Self.checkSchema(&$0, $1) }
    // Rows of other tables than ours may have anything in them.
    if scan.faults.contains(where: { Self.tables.contains($0.subject ?? "") }) { return scan }
    check(&scan, "the events cannot be counted") { scan, db in
      let row = try Row.fetchOne(db, sql: "SELECT count(*), max(position) FROM event")
      scan.size = max(0, min(row?[1] ?? 0, (row?[0] ?? 0) + Self.plausibleGap))
    }
    let size = scan.size
    var missing: [ChunkScan.MissingPart] = []
    let count = (size + Self.chunkEvents - 1) / Self.chunkEvents
    let chunks = wanted?(size).filter { (0..<count).contains($0) } ?? Array(0..<count)
    let total = chunks.reduce(0) { $0 + Self.positions(of: $1, size).count }
    var (done, next) = (0, 0)
    repeat {
      progress(Int64(done), Int64(total))
      let wave = chunks[next..<min(next + Self.chunksInWave, chunks.count)]
      let tasks = (next == 0 ? [Task.revisions] : []) + wave.map { .chunk(Self.positions(of: $0, size)) }
      for result in try read(tasks) {
        scan.bytes += result.bytes
        scan.add(result.faults)
        missing += result.missing
      }
      scan.chunks += wave
      next = wave.endIndex
      done += wave.reduce(0) { $0 + Self.positions(of: $1, size).count }
    } while next < chunks.count && proceeds(scan)
    scan.isWhole = scan.chunks.count == count
    check(&scan, "what was erased cannot be read") { try Self.checkMissing(missing, &$0, $1) }
    check(&scan, "the ends of the tables cannot be read") { try Self.checkStrays(&$0, $1) }
    if checksFile { check(&scan, "SQLite cannot check the file") { try Self.checkFile(&$0, $1) } }
    progress(Int64(total), Int64(total))
    scan.finish()
    return scan
  }

  private static func positions(of chunk: Int64, _ size: Int64) -> ClosedRange<Int64> {
    (chunk * chunkEvents + 1)...min((chunk + 1) * chunkEvents, size)
  }

  /// Runs one check; where SQLite cannot read what it needs, that is a fault, and the other checks go on.
  private func check(_ scan: inout LogScan, _ what: String, _ body: (inout LogScan, Database) throws -> Void) {
    do {
      try file.read { try body(&scan, $0) }
    } catch {
      scan.add([LogFault(.file, at: nil, "\(what): \(error)")])
    }
  }

  /// What one core does at a time.
  private enum Task {
    case chunk(ClosedRange<Int64>)
    case revisions
  }

  private struct ChunkResult {
    var bytes: Int64 = 0
    var faults: [LogFault] = []
    var missing: [ChunkScan.MissingPart] = []
  }

  private func read(_ tasks: [Task]) throws -> [ChunkResult] {
    try inParallel(tasks) { task in
      switch task {
      case .revisions:
        do {
          return ChunkResult(faults: try file.read(Self.revisionFaults))
        } catch {
          return ChunkResult(faults: [LogFault(.file, at: nil, "the revisions cannot be read: \(error)")])
        }
      case .chunk(let positions): return try read(positions)
      }
    }
  }

  /// What SQLite cannot read is a fault of the log, and the other chunks are read all the same.
  private func read(_ positions: ClosedRange<Int64>) throws -> ChunkResult {
    do {
      return try file.read { db in
        var chunk = ChunkScan(db, positions)
        try chunk.run()
        return ChunkResult(bytes: chunk.bytes, faults: chunk.faults, missing: chunk.missing)
      }
    } catch let error as StorageError {
      return ChunkResult(faults: [
        LogFault(
          .file, at: positions.lowerBound,
          "positions \(positions.lowerBound) to \(positions.upperBound) cannot be read: \(error)")
      ])
    }
  }
}
