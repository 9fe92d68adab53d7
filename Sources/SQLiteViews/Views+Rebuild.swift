internal import EventLog
internal import ExactText
internal import GRDB
internal import Parallel
public import Projecting
internal import SQLiteStorage

/// What a rebuild did.
public struct Rebuild: Sendable, Equatable {
  /// How many subjects were computed.
  public var subjects: Int
  /// Projections that cannot be computed for now; their rows stay as they were.
  public var unavailable: [ProjectionUnavailable] = []
}

extension Views {
  /// Computes projections again from the whole log, into tables of their own, and swaps these in, in one transaction.
  /// Readers see the old rows until then. One rebuild runs at a time; what a killed one left is cleared by the next.
  /// - Parameter names: which; all when `nil`.
  /// - Throws: `ProjectionUnavailable` where one that is named cannot be computed.
  @discardableResult
  public func rebuild(_ names: [String]? = nil, progress: (ViewsProgress) -> Void = { _ in }) throws -> Rebuild {
    _ = try extendIndex(progress: progress)
    if let names {
      let named = projections.filter { names.contains($0.name) }
      for projection in named { try projection.prepare() }
      return Rebuild(subjects: try compute(named, progress: progress))
    }
    let done = try Self.leavingOutUnavailable(of: projections) { try compute($0, progress: progress) }
    return Rebuild(subjects: done.result, unavailable: done.unavailable)
  }

  /// - Returns: how many subjects were computed.
  func compute(_ projections: [any Projection], progress: (ViewsProgress) -> Void) throws -> Int {
    if projections.isEmpty { return 0 }
    let lock = try WriterLock(path: file.path + ".rebuild.lock", timeout: .seconds(600))
    defer { lock.release() }
    do {
      return try grow(projections, progress: progress)
    } catch {
      // What a killed one leaves, the next one clears; this one clears it itself.
      try? file.write(Self.dropLeftovers)
      throw error
    }
  }

  private func grow(_ projections: [any Projection], progress: (ViewsProgress) -> Void) throws -> Int {
    let growing = projections.map { Generation(kind: .growing, projection: $0) }
    let position = try file.write { db in
      try Self.dropLeftovers(db)
      for generation in growing { try generation.create(db) }
      return try ClaimIndex.position(db)
    }
    let total = try file.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT subject) FROM engine_touch") ?? 0 }
    var last = ""
    // Subjects are computed on every core while others are stored.
    var ahead = ReadAhead(limit: Self.partsAhead) { [self] () throws -> [String]? in
      let subjects = try file.read {
        try ClaimIndex.subjects(after: last, limit: Self.partSize, events: Self.partEvents, $0)
      }
      last = subjects.last ?? last
      return subjects.isEmpty ? nil : subjects
    } make: { [self] subjects in
      (subjects: subjects.count, outcomes: Result { try outcomes(of: subjects, for: projections, upTo: position) })
    }
    var done = 0
    var isAtEnd = false
    while !isAtEnd {
      progress(ViewsProgress(phase: .computing, done: done, total: total))
      try file.write { db in
        for _ in 0..<Self.partsAtOnce {
          guard let part = try ahead.next() else {
            isAtEnd = true
            return
          }
          for results in try part.outcomes.get() {
            for (generation, outcome) in zip(growing, results) { try generation.add(outcome, db) }
          }
          done += part.subjects
        }
      }
    }
    try swap(growing, builtAt: position)
    return done
  }

  private func store(_ outcomes: [[Outcome]], in generations: [Generation]) throws {
    try file.write { db in
      for results in outcomes {
        for (generation, outcome) in zip(generations, results) { try generation.store(outcome, db) }
      }
    }
  }

  /// Swaps the new rows in once they stand no further back than the live ones, which others may have moved meanwhile.
  private func swap(_ growing: [Generation], builtAt start: Int64) throws {
    var position = start
    while true {
      let swapped = try file.write { db in
        let live = try growing.compactMap {
          try Generation(kind: .live, projection: $0.projection).position(db)
        }
        if let furthest = live.max(), furthest > position { return false }
        // An index that another process emptied meanwhile named fewer subjects than there are.
        let index = ClaimIndex(db: db, log: log, interpreter: interpreter)
        guard try index.isValid(), try ClaimIndex.position(db) >= position else { throw ViewsError.reset }
        for generation in growing {
          try generation.setPosition(position, db)
          try generation.goLive(db)
        }
        return true
      }
      if swapped { return }
      let (subjects, head) = try file.read { db in
        (try ClaimIndex.subjects(touchedSince: position, db), try ClaimIndex.position(db))
      }
      for start in stride(from: 0, to: subjects.count, by: Self.batchSize) {
        let batch = Array(subjects[start..<min(start + Self.batchSize, subjects.count)])
        try store(outcomes(of: batch, for: growing.map(\.projection), upTo: head), in: growing)
      }
      position = head
    }
  }

  private static func dropLeftovers(_ db: Database) throws {
    // A virtual table owns others, which go with it, so it goes first.
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'growing_*' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'
        """)
    for table in tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table.sqlIdentifier)") }
    for table in ["engine_projection", "engine_subject"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE generation = ?", arguments: [Generation.Kind.growing.rawValue])
    }
  }
}
