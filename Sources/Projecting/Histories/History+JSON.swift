public import CanonicalJSON
internal import EventLog

extension History {
  /// The history as programs in other languages read it: `type`, `subject`, and `claims` in the order of the history.
  public var json: JSONValue {
    ["type": "history", "subject": .string(subject.id), "claims": .array(claims.map(\.json))]
  }
}

extension Claim {
  /// Everything that a projection may look at. What amends the claim is applied already: `data`, `occurred` and `status`
  /// are those of the last correction in force, and `sources` has those of corrections and confirmations too.
  fileprivate var json: JSONValue {
    func ids(_ ids: [EventID]) -> JSONValue { .array(ids.map { .string($0.description) }) }
    let event = stored.event
    return [
      "id": .string(event.id.description), "position": .integer(Int(stored.position)),
      "recorded": .string(stored.recorded.description), "recorded_by": .string(event.recordedBy),
      "subject": .string(event.subject.id), "role": .optional(role), "kind": .string(event.kind),
      "schema": .integer(schema), "occurred": .string(occurred), "earliest": .optional(days.earliest?.description),
      "latest": .optional(days.latest?.description), "counts_from": .string(days.countsFrom.description),
      "status": .string(status), "data": data, "sources": .array(sources), "corrections": ids(corrections),
      "disputes": ids(disputes), "confirmations": ids(confirmations),
    ]
  }
}
