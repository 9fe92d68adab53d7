internal import CanonicalJSON
public import EventLog

/// Makes a subject's history from the events that may concern it.
public struct HistoryBuilder: Sendable {
  public let interpreter: any Interpreter

  public init(interpreter: any Interpreter) { self.interpreter = interpreter }

  /// - Parameter events: every event of the subject, every event that names it in its data or in a correction of its
  ///   data, and every event that amends one of these, directly or not. More does no harm; order does not matter.
  /// - Throws: `UnreadableEvent` when the vocabulary cannot read an event that counts.
  public func history(of subject: Subject, from events: [StoredEvent], cut: Cut) throws -> History {
    var nodes: [ClaimGraph.Node] = []
    for stored in events where cut.position.map({ stored.position <= $0 }) ?? true {
      let reading = try read(stored)
      let amendment = reading == nil ? try interpreter.amendment(in: stored.event) : reading?.amendment
      nodes.append(ClaimGraph.Node(stored: stored, reading: reading, amendment: amendment))
    }
    let graph = ClaimGraph(nodes)
    var claims: [Claim] = []
    claims.reserveCapacity(nodes.count)
    for node in nodes where node.amendment == nil {
      let stored = node.stored
      let standing = graph.standing(of: node) { data in
        (try? interpreter.interpret(kind: stored.event.kind, schema: stored.event.schema, data: data)) != nil
      }
      guard standing.counts, let (reading, isCorrected) = current(stored, standing, original: node.reading) else {
        continue
      }
      let roles: [String?] =
        stored.event.subject == subject
        ? [nil] : reading.mentions.filter { $0.subject == subject }.prefix(1).map { $0.role }
      guard let role = roles.first else { continue }
      let days: DaySpan
      do {
        days = try interpreter.days(of: standing.occurred)
      } catch {
        throw UnreadableEvent(position: stored.position, id: stored.event.id, underlying: error)
      }
      if let asOf = cut.asOf, days.countsFrom > asOf { continue }
      let corrections = isCorrected ? standing.corrections : []
      claims.append(
        Claim(
          stored: stored, reading: reading, standing: standing, days: days, role: role, corrections: corrections,
          sources: (corrections + standing.confirmations).reduce(into: stored.event.sources?.array ?? []) {
            $0 += graph.event($1)?.sources?.array ?? []
          }))
    }
    claims.sort { ($0.days.countsFrom, $0.stored.position) < ($1.days.countsFrom, $1.stored.position) }
    return History(subject: subject, claims: claims)
  }

  /// `nil` for an event whose data was erased: it says nothing any more.
  private func read(_ stored: StoredEvent) throws -> Interpretation? {
    guard let data = stored.event.data else { return nil }
    do {
      return try interpreter.interpret(kind: stored.event.kind, schema: stored.event.schema, data: data)
    } catch {
      throw UnreadableEvent(position: stored.position, id: stored.event.id, underlying: error)
    }
  }

  /// The claim's content after its corrections. `nil` when nothing is left: erased, and no correction says what may still be said.
  private func current(
    _ stored: StoredEvent, _ standing: Standing, original: Interpretation?
  ) -> (Interpretation, isCorrected: Bool)? {
    let unchanged = original.map { ($0, isCorrected: false) }
    guard !standing.corrections.isEmpty, let data = standing.data else { return unchanged }
    let reading = try? interpreter.interpret(kind: stored.event.kind, schema: stored.event.schema, data: data)
    return reading.map { ($0, isCorrected: true) } ?? unchanged
  }
}
