public import CanonicalJSON
public import EventLog

/// What a claim amounts to once the claims about it are taken into account.
public struct Standing: Sendable, Equatable {
  /// Whether the claim counts: no retraction of it is in force.
  public var counts: Bool
  public var data: JSONValue?
  public var occurred: String
  public var status: String
  /// The corrections whose content is shown, innermost last.
  public var corrections: [EventID]
  /// Disputes in force, of the claim or of the correction that is shown.
  public var disputes: [EventID]
  /// Confirmations in force.
  public var confirmations: [EventID]
}

/// Claims and the claims about them, and which of these are in force.
///
/// - A retraction in force takes its target out; a retraction of a retraction gives the target back.
/// - Of several corrections in force, the latest by position holds, for each of data, date and status that it gives. A correction
///   of a correction replaces what that correction says and keeps its place. When a correction is retracted, what the one before
///   it, or the original, says is back.
/// - Order of arrival does not matter: a correction may be in the log before its target.
///
/// Retractions that attack one another in a circle are possible only where ids were chosen beforehand. Which ones are
/// in force is the grounded extension of the attack graph (P. M. Dung, Artificial Intelligence 77, 1995): what is not
/// attacked is in, what it attacks is out, and so on; a circle that this does not settle takes nothing out.
public struct ClaimGraph: Sendable {
  public struct Node: Sendable {
    public var stored: StoredEvent
    /// What the vocabulary makes of the event; `nil` once its data was erased.
    public var reading: Interpretation?
    public var amendment: Amendment?

    public init(stored: StoredEvent, reading: Interpretation?, amendment: Amendment?) {
      self.stored = stored
      self.reading = reading
      self.amendment = amendment
    }
  }

  /// The events that are about others.
  private let amending: [EventID: Node]
  private let amendments: [EventID: [Node]]
  private let retracted: Set<EventID>

  /// - Parameter nodes: in any order. Most histories have few that amend others, and only those are kept.
  public init(_ nodes: [Node]) {
    let amending = nodes.filter { $0.amendment != nil }.sorted { $0.stored.position < $1.stored.position }
    self.amending = Dictionary(amending.map { ($0.stored.event.id, $0) }) { first, _ in first }
    amendments = Dictionary(grouping: amending) { $0.amendment!.target }
    retracted = Self.retracted(amending)
  }

  /// The events that a retraction in force takes out.
  private static func retracted(_ amending: [Node]) -> Set<EventID> {
    let retractions = amending.filter { $0.amendment!.effect == .retract }
    var attackers: [EventID: Set<EventID>] = [:]
    for node in retractions { attackers[node.amendment!.target, default: []].insert(node.stored.event.id) }
    var accepted: Set<EventID> = []
    var out: Set<EventID> = []
    var changed = true
    while changed {
      changed = false
      for node in retractions where !accepted.contains(node.stored.event.id) && !out.contains(node.stored.event.id) {
        guard (attackers[node.stored.event.id] ?? []).isSubset(of: out) else { continue }
        accepted.insert(node.stored.event.id)
        out.insert(node.amendment!.target)
        changed = true
      }
    }
    return out
  }

  /// The event `id`, where it is about another.
  func event(_ id: EventID) -> Event? { amending[id]?.stored.event }

  /// What an event amounts to.
  /// - Parameter fits: whether data could be that of the event; a correction with other data says nothing, nor does its date.
  public func standing(of node: Node, where fits: (JSONValue) -> Bool = { _ in true }) -> Standing {
    let event = node.stored.event
    let id = event.id
    var standing = Standing(
      counts: !retracted.contains(id), data: event.data, occurred: event.occurred, status: event.status,
      corrections: [], disputes: [], confirmations: [])
    var content: Content?
    for amendment in inForce(about: id) {
      switch amendment.amendment!.effect {
      case .correct:
        var seen: Set<EventID> = [id]
        if let later = corrected(by: amendment, where: fits, seen: &seen) {
          content = content?.replaced(by: later) ?? later
        }
      case .dispute: standing.disputes.append(amendment.stored.event.id)
      case .confirm: standing.confirmations.append(amendment.stored.event.id)
      case .retract, .redact: break
      }
    }
    if let content {
      standing.data = content.data?.value ?? standing.data
      standing.occurred = content.occurred?.value ?? standing.occurred
      standing.status = content.status?.value ?? standing.status
      standing.corrections = content.corrections
      standing.disputes += content.corrections.flatMap { correction in
        inForce(about: correction).filter { $0.amendment!.effect == .dispute }.map(\.stored.event.id)
      }
    }
    return standing
  }

  /// Something that a correction says instead, and the corrections that it comes from, innermost last.
  private struct Given<Value> {
    var value: Value
    var corrections: [EventID]

    init?(_ value: Value?, by correction: EventID) {
      guard let value else { return nil }
      (self.value, corrections) = (value, [correction])
    }
  }

  private struct Content {
    var data: Given<JSONValue>?
    var occurred: Given<String>?
    var status: Given<String>?

    /// Each once.
    var corrections: [EventID] {
      let all = (data?.corrections ?? []) + (occurred?.corrections ?? []) + (status?.corrections ?? [])
      return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    func replaced(by later: Content) -> Content {
      Content(data: later.data ?? data, occurred: later.occurred ?? occurred, status: later.status ?? status)
    }

    /// The same, as what a correction says that is corrected by it.
    func within(_ outer: EventID) -> Content {
      var content = self
      content.data?.corrections.insert(outer, at: 0)
      content.occurred?.corrections.insert(outer, at: 0)
      content.status?.corrections.insert(outer, at: 0)
      return content
    }
  }

  private func inForce(about id: EventID) -> [Node] {
    (amendments[id] ?? []).filter { !retracted.contains($0.stored.event.id) }
  }

  /// What a correction says after the corrections of itself. `seen` ends circles of corrections, which say nothing.
  private func corrected(by node: Node, where fits: (JSONValue) -> Bool, seen: inout Set<EventID>) -> Content? {
    let id = node.stored.event.id
    guard seen.insert(id).inserted, case .correct(let data, let occurred, let status) = node.amendment?.effect
    else { return nil }
    var content = Content(
      data: Given(data, by: id), occurred: Given(occurred, by: id), status: Given(status, by: id))
    for inner in inForce(about: id) where inner.stored.event.id != id {
      guard let replacement = corrected(by: inner, where: fits, seen: &seen) else { continue }
      content = content.replaced(by: replacement.within(id))
    }
    return content.data.map { fits($0.value) } ?? true ? content : nil
  }
}
