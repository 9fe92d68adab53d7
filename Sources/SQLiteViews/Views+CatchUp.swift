internal import EventLog
internal import GRDB
internal import Parallel
public import Projecting
internal import SQLiteStorage

/// What a catch-up did.
public struct CatchUp: Sendable, Equatable {
  /// The position that the rows stand for now, but those of projections that are unavailable.
  public var position: Int64
  /// How many subjects were computed again; 0 when all was up to date.
  public var subjects: Int
  /// Projections that cannot be computed for now; their rows stay as they were.
  public var unavailable: [ProjectionUnavailable] = []
}

extension Views {
  /// Events that are read at once for the index, on one core; parts that are read ahead; parts that one transaction adds.
  private static let indexPart: Int64 = 512
  private static let indexPartsAhead = 8
  private static let indexPartsAtOnce = 32
  /// How often the index is begun anew that another process emptied.
  private static let indexAttempts = 20

  /// Brings every projection up to the end of the log: only the subjects that new events touch are computed again, and
  /// those that failed before. Rows of another version, vocabulary or log are computed again from the start.
  /// - Parameter names: which; all when `nil`.
  @discardableResult
  public func catchUp(_ names: [String]? = nil, progress: (ViewsProgress) -> Void = { _ in }) throws -> CatchUp {
    let projections = projections.filter { names?.contains($0.name) ?? true }
    let head = try extendIndex(progress: progress)
    // Nothing is prepared for, and nothing is written, where nothing is to be done.
    let concerned = try file.read { db in
      let (positions, failed) = (try Generation.livePositions(db), try Generation.withFailures(db))
      return projections.filter { positions[$0.standing].map { $0 < head } ?? true || failed.contains($0.name) }
    }
    if concerned.isEmpty { return CatchUp(position: head, subjects: 0) }
    let done = try Self.leavingOutUnavailable(of: concerned) { left in
      let missing = try file.read { db in
        try left.filter { try Generation(kind: .live, projection: $0).position(db) == nil }
      }
      let computed = try compute(missing, progress: progress)
      // What was computed now is up to date, and its failures are not tried again at once.
      let others = left.filter { projection in !missing.contains { $0.name == projection.name } }
      return try computed + catchUp(others, to: head, progress: progress)
    }
    return CatchUp(position: head, subjects: done.result, unavailable: done.unavailable)
  }

  /// - Returns: how many subjects were computed again.
  private func catchUp(
    _ projections: [any Projection], to head: Int64, progress: (ViewsProgress) -> Void
  ) throws -> Int {
    var subjects = 0
    while true {
      guard let lag = try lag(of: projections, to: head) else { return subjects }
      if lag.subjects.count > Self.catchUpLimit {
        subjects += try compute(lag.projections, progress: progress)
      } else if try apply(lag, head, progress: progress) {
        return subjects + lag.subjects.count
      }
    }
  }

  /// What has to be done: the projections that are behind, or failed, and the subjects that may have changed.
  private struct Lag {
    var projections: [any Projection]
    var positions: [Int64?]
    var subjects: [String]
  }

  private func lag(of projections: [any Projection], to head: Int64) throws -> Lag? {
    try file.read { db in
      var lag = Lag(projections: [], positions: [], subjects: [])
      var subjects: Set<String> = []
      for projection in projections {
        let live = Generation(kind: .live, projection: projection)
        let position = try live.position(db)
        let failed = try live.failed(db)
        guard let position, position < head || !failed.isEmpty else { continue }
        lag.projections.append(projection)
        lag.positions.append(position)
        subjects.formUnion(failed)
        if position < head { subjects.formUnion(try ClaimIndex.subjects(touchedSince: position, db)) }
      }
      lag.subjects = subjects.sorted()
      return lag.projections.isEmpty ? nil : lag
    }
  }

  /// - Returns: `false` when another process moved the rows meanwhile, and nothing was written.
  private func apply(_ lag: Lag, _ head: Int64, progress: (ViewsProgress) -> Void) throws -> Bool {
    var outcomes: [[Outcome]] = []
    for start in stride(from: 0, to: lag.subjects.count, by: Self.batchSize) {
      progress(ViewsProgress(phase: .computing, done: start, total: lag.subjects.count))
      let batch = Array(lag.subjects[start..<min(start + Self.batchSize, lag.subjects.count)])
      outcomes += try self.outcomes(of: batch, for: lag.projections, upTo: head)
    }
    if !lag.subjects.isEmpty {
      progress(ViewsProgress(phase: .computing, done: lag.subjects.count, total: lag.subjects.count))
    }
    let lives = lag.projections.map { Generation(kind: .live, projection: $0) }
    if zip(lag.positions, lives).allSatisfy({ $0.0 == head }), try isStored(outcomes, lives) { return true }
    return try file.write { db in
      guard try lives.map({ try $0.position(db) }) == lag.positions else { return false }
      for results in outcomes {
        for (live, outcome) in zip(lives, results) { try live.store(outcome, db) }
      }
      for live in lives { try live.setPosition(head, db) }
      return true
    }
  }

  /// Whether subjects that failed before failed again in the same way, so that there is nothing to write.
  private func isStored(_ outcomes: [[Outcome]], _ lives: [Generation]) throws -> Bool {
    try file.read { db in
      try outcomes.allSatisfy { results in
        try zip(lives, results).allSatisfy { live, outcome in try live.holds(outcome, db) }
      }
    }
  }

  /// Brings the index of claims to the end of the log, from the start where it stands for another log or vocabulary.
  /// - Returns: the position that the index covers at least.
  /// - Throws: `ViewsError.reset` where processes of two vocabularies go on emptying it for one another.
  func extendIndex(progress: (ViewsProgress) -> Void) throws -> Int64 {
    let head = try log.head().position
    for _ in 0..<Self.indexAttempts {
      let (start, isValid, isFinished) = try file.read { db in
        (
          try ClaimIndex.position(db), try ClaimIndex(db: db, log: log, interpreter: interpreter).isValid(),
          try ClaimIndex.isFinished(db)
        )
      }
      if isValid, start >= head {
        if !isFinished { try file.write { try ClaimIndex(db: $0, log: log, interpreter: interpreter).finish() } }
        return start
      }
      if !isValid {
        try file.write { db in
          if try !ClaimIndex(db: db, log: log, interpreter: interpreter).isValid() { try ClaimIndex.reset(db) }
        }
      }
      try extendIndex(from: indexPosition(), to: head, progress: progress)
    }
    throw ViewsError.reset
  }

  /// Events are read and interpreted on every core, while what they touch is stored. Ends early where another process emptied
  /// the index meanwhile.
  private func extendIndex(from start: Int64, to head: Int64, progress: (ViewsProgress) -> Void) throws {
    var next = start + 1
    var ahead = ReadAhead(limit: Self.indexPartsAhead) { () -> ClosedRange<Int64>? in
      guard next <= head else { return nil }
      defer { next += Self.indexPart }
      return next...min(head, next + Self.indexPart - 1)
    } make: { [log, interpreter] range in
      Result {
        let events = try log.all(EventQuery(from: range.lowerBound, upTo: range.upperBound))
        // A log whose last position is far beyond its events is not walked through.
        guard !events.isEmpty || range.count < Self.indexPart else {
          throw EventStoreError(
            .damaged(position: range.lowerBound),
            "there is no event from position \(range.lowerBound) to \(range.upperBound): see what else is affected with: dealtrail verify"
          )
        }
        return events.map { ClaimIndex.entry($0, interpreter) }
      }
    }
    var (position, isAtEnd) = (start, false)
    while !isAtEnd {
      progress(ViewsProgress(phase: .indexing, done: Int(position), total: Int(head)))
      try file.write { db in
        let index = ClaimIndex(db: db, log: log, interpreter: interpreter)
        for _ in 0..<Self.indexPartsAtOnce where !isAtEnd {
          guard let entries = try ahead.next()?.get(), let reached = try index.extend(with: entries, after: position)
          else {
            isAtEnd = true
            return
          }
          position = reached
          // In the transaction that reaches the end, so that whoever finds the end finds the index by subject too.
          if position >= head { try index.finish() }
        }
      }
    }
  }
}
