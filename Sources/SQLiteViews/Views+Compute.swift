internal import Dispatch
internal import EventLog
internal import GRDB
internal import Projecting
internal import SQLiteStorage
internal import Synchronization

extension Views {
  /// Computes what each of `projections` makes of each subject, on every core.
  /// - Parameter position: the last position of the log that counts.
  /// - Returns: the outcomes by subject, in the order of `subjects`, then by projection.
  func outcomes(
    of subjects: [String], for projections: [any Projection], upTo position: Int64
  ) throws -> [[Outcome]] {
    try inParallel(subjects) { try self.outcomes(of: $0, for: projections, upTo: position) }
  }

  /// What `body` makes of each element, on every core, in the order of the elements; the first error ends it.
  func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = Swift.Result { try body(elements[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { results in try elements.indices.map { try results[$0]!.get() } }
  }

  private func outcomes(
    of subject: String, for projections: [any Projection], upTo position: Int64
  ) throws -> [Outcome] {
    try outcomes(of: subject, at: file.read { try ClaimIndex.positions(of: subject, $0) }, projections, position)
  }

  /// A failure of the log's store ends the work; one of the vocabulary or of a projection ends only this subject.
  func outcomes(
    of subject: String, at positions: [Int64], _ projections: [any Projection], _ last: Int64
  ) throws -> [Outcome] {
    let counted = positions.filter { $0 <= last }
    guard let id = Subject(subject) else { return [] }
    func failed(_ error: any Error) -> Outcome {
      let position = (error as? UnreadableEvent)?.position ?? counted.last ?? 0
      return Outcome(subject: subject, rows: [], failure: .init(position: position, message: "\(error)"))
    }
    let history: History
    do {
      history = try HistoryBuilder(interpreter: interpreter)
        .history(of: id, from: log.events(at: counted), cut: Cut(position: last))
    } catch let error as UnreadableEvent {
      return projections.map { _ in failed(error) }
    } catch let error as EventStoreError {
      guard case .damaged = error.code else { throw error }
      return projections.map { _ in failed(error) }
    }
    // A subject about which nothing counts has no rows. So rows do not depend on whether the index has heard of it yet.
    if history.claims.isEmpty { return projections.map { _ in Outcome(subject: subject, rows: []) } }
    return projections.map { projection in
      do {
        let rows = try projection.rows(for: history)
        // Rows come out of the tables model by model, so that is their order everywhere.
        return Outcome(
          subject: subject, rows: projection.models.flatMap { model in rows.filter { $0.model == model.name } })
      } catch {
        return failed(error)
      }
    }
  }
}
