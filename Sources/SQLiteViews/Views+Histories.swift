public import EventLog
internal import GRDB
public import Projecting
internal import SQLiteStorage

extension Views {
  /// What `body` makes of the history of every subject that the log names, on every core.
  ///
  /// Histories are made of the events up to the end of the index. A subject whose history cannot be read is passed over:
  /// the projections report it as failed.
  /// - Parameters:
  ///   - cut: the moment; the views must cover the log up to its position.
  ///   - deliver: takes the results of a batch, in the order of the subjects' bytes; `false` ends the work.
  /// - Returns: whether all subjects were visited.
  @discardableResult
  public func eachHistory<Result: Sendable>(
    cut: Cut, progress: (ViewsProgress) -> Void = { _ in }, _ body: @Sendable (History) -> Result,
    deliver: ([Result]) -> Bool
  ) throws -> Bool {
    let total = try file.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT subject) FROM engine_touch") ?? 0 }
    var (last, done) = ("", 0)
    while true {
      progress(ViewsProgress(phase: .reading, done: done, total: total))
      let batch = try file.read { db in
        let subjects = try ClaimIndex.subjects(
          after: last, limit: Self.batchSize, events: Self.batchEvents, db)
        return try ClaimIndex.touched(subjects, db)
      }
      guard let final = batch.last else { return true }
      let results = try readings(of: batch, cut) { _, reading -> Result? in
        if case .history(let history) = reading { body(history) } else { nil }
      }
      guard deliver(results.compactMap { $0 }) else {
        return try file.read { try ClaimIndex.subjects(after: final.subject, limit: 1, events: 0, $0) }.isEmpty
      }
      done += batch.count
      last = final.subject
    }
  }

  /// Where the events are that may matter to a subject, in log order: its history changes at these positions only.
  public func positions(of subject: Subject) throws -> [Int64] {
    try file.read { try ClaimIndex.positions(of: subject.id, $0) }
  }

  /// The subjects whose histories may differ between `position` and now.
  public func subjects(touchedSince position: Int64) throws -> [Subject] {
    try file.read { try ClaimIndex.subjects(touchedSince: position, $0) }.compactMap { Subject($0) }
  }
}
