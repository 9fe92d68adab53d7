internal import Dispatch
internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Synchronization
internal import Transparency

extension SQLiteEventStore {
  /// Events that are read at a time. A multiple of two, so that a chunk is one complete subtree.
  private static let chunkEvents: Int64 = 8192

  /// Reads every row up to the end of the log, recomputes every hash, and says what is not as it was appended. That the
  /// tree is the one that was signed is for the checkpoints to say.
  /// - Parameters:
  ///   - from: the first position to read; the structure as a whole is always looked at.
  ///   - checksFile: whether SQLite also checks its pages and indexes, which takes about as long again.
  ///   - progress: how many events were read, and of how many.
  /// - Throws: `StorageError` where the file cannot be read at all.
  public func verify(
    from: Int64 = 1, checksFile: Bool = true, progress: (Int64, Int64) -> Void = { _, _ in }
  ) throws -> LogScan {
    let size = try head().position
    var scan = LogScan(positions: from <= size ? from...size : nil, size: size)
    var missing: [ChunkScan.MissingPart] = []
    let chunks = stride(
      from: (max(1, from) - 1) / Self.chunkEvents * Self.chunkEvents, to: size, by: Int(Self.chunkEvents)
    )
    .map { ($0 + 1)...min($0 + Self.chunkEvents, size) }
    let wave = 4
    for start in stride(from: 0, to: chunks.count, by: wave) {
      progress(chunks[start].lowerBound - 1, size)
      for chunk in try read(Array(chunks[start..<min(start + wave, chunks.count)])) {
        scan.bytes += chunk.bytes
        scan.add(chunk.faults)
        missing += chunk.missing
      }
    }
    try file.read { db in
      try Self.checkMissing(missing, &scan, db)
      try Self.checkStrays(&scan, db)
      try Self.checkRevisions(&scan, db)
      try Self.checkSchema(&scan, db)
      if checksFile { try Self.checkFile(&scan, db) }
    }
    progress(size, size)
    scan.sort()
    return scan
  }

  private struct ChunkResult {
    var bytes: Int64 = 0
    var faults: [LogFault] = []
    var missing: [ChunkScan.MissingPart] = []
  }

  private func read(_ chunks: [ClosedRange<Int64>]) throws -> [ChunkResult] {
    let results = Mutex<[Int: Result<ChunkResult, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: chunks.count) { index in
      let result = Result { () throws -> ChunkResult in
        do {
          return try file.read { db in
            var chunk = ChunkScan(db, chunks[index])
            try chunk.run()
            return ChunkResult(bytes: chunk.bytes, faults: chunk.faults, missing: chunk.missing)
          }
        } catch let error as StorageError {
          // What SQLite cannot read is a fault of the log, and the other chunks are read all the same.
          return ChunkResult(faults: [
            LogFault(
              .file, at: chunks[index].lowerBound,
              "positions \(chunks[index].lowerBound) to \(chunks[index].upperBound) cannot be read: \(error)")
          ])
        }
      }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { results in try chunks.indices.map { try results[$0]!.get() } }
  }
}
