internal import Dispatch
internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Synchronization
internal import Transparency

extension SQLiteEventStore {
  /// Events that are read at a time. A multiple of two, so that a chunk is one complete subtree.
  private static let chunkEvents: Int64 = 8192
  /// Chunks that are shared out to the cores at a time, between two reports of progress.
  private static let chunksInWave = 16

  /// Reads every row up to the end of the log, recomputes every hash, and says what is not as it was appended. That the
  /// tree is the one that was signed is for the checkpoints to say.
  /// - Parameters:
  ///   - from: the first position to read; the structure as a whole is always looked at.
  ///   - checksFile: whether SQLite also checks its pages and indexes, which takes longer than all hashes.
  ///   - progress: how many events were read, and of how many.
  /// - Throws: `StorageError` where the file cannot be read at all.
  public func verify(
    from: Int64 = 1, checksFile: Bool = false, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> LogScan {
    let size = try head().position
    var scan = LogScan(positions: from <= size ? from...size : nil, size: size)
    var missing: [ChunkScan.MissingPart] = []
    let chunks = stride(
      from: (max(1, from) - 1) / Self.chunkEvents * Self.chunkEvents, to: size, by: Int(Self.chunkEvents)
    )
    .map { ($0 + 1)...min($0 + Self.chunkEvents, size) }
    var waves: [[Task]] = stride(from: 0, to: chunks.count, by: Self.chunksInWave).map { start in
      chunks[start..<min(start + Self.chunksInWave, chunks.count)].map { .chunk($0) }
    }
    waves.append([.revisions])
    if waves.count > 1 { waves[0].insert(contentsOf: waves.removeLast(), at: 0) }
    for (number, wave) in waves.enumerated() {
      progress(Int64(number * Self.chunksInWave) * Self.chunkEvents, size)
      for chunk in try read(wave) {
        scan.bytes += chunk.bytes
        scan.add(chunk.faults)
        missing += chunk.missing
      }
    }
    try file.read { db in
      try Self.checkMissing(missing, &scan, db)
      try Self.checkStrays(&scan, db)
      try Self.checkSchema(&scan, db)
      if checksFile { try Self.checkFile(&scan, db) }
    }
    progress(size, size)
    scan.sort()
    return scan
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
    let results = Mutex<[Int: Result<ChunkResult, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: tasks.count) { index in
      let result = Result { () throws -> ChunkResult in
        switch tasks[index] {
        case .revisions: ChunkResult(faults: try file.read(Self.revisionFaults))
        case .chunk(let positions): try read(positions)
        }
      }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { results in try tasks.indices.map { try results[$0]!.get() } }
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
