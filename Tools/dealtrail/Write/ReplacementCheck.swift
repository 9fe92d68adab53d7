import CanonicalJSON
import DealEvents
import EventLog
import Projecting

/// Checks the replacement data of corrections against the kind of the claim that they are about in the end.
struct ReplacementCheck {
  /// The kinds that there is something to check of.
  static let kinds: Set<String> = [EventCorrected.kind, EventRedacted.kind]

  /// Finds an event, one that comes together with the corrections too.
  let find: (EventID) throws -> StoredEvent?

  /// What is wrong with the replacement data of `event`. Nothing when it brings none, or its target is not known yet.
  func problems(of event: Event) throws -> [FieldProblem] {
    guard event.kind == EventCorrected.kind, let correction = payload(event) as? EventCorrected,
      let data = correction.replacement, let root = try root(from: correction.target)
    else { return [] }
    do throws(InvalidEvent) {
      _ = try Vocabulary.payload(kind: root.kind, schema: root.schema, data: data)
      return []
    } catch {
      return error.problems.map { problem in
        FieldProblem(
          field: "data." + problem.field, reason: problem.reason + " (it replaces the data of a \(root.kind))")
      }
    }
  }

  /// What is wrong with a redaction that comes in a file: it is refused while its target still says something, because
  /// appending a file erases nothing.
  func redactionProblems(of event: Event) throws -> [FieldProblem] {
    if event.kind == EventRedacted.kind, let redaction = payload(event) as? EventRedacted,
      let causation = event.causation, causation != redaction.target.description
    {
      return [FieldProblem(field: "causation", reason: "is to be the id of the target, as an erasure has it")]
    }
    if event.kind == EventRedacted.kind, let redaction = payload(event) as? EventRedacted,
      let target = try find(redaction.target)?.event,
      target.data != nil || target.sources != nil
    {
      return [
        FieldProblem(
          field: "data.target",
          reason: "is not erased here; erase it with: dealtrail redact \(redaction.target) --reason …")
      ]
    }
    return []
  }

  /// Everything that is wrong with an event that comes by itself.
  func check(_ event: Event) throws {
    let problems = try problems(of: event) + redactionProblems(of: event)
    guard problems.isEmpty else { throw InvalidEvent(problems) }
  }

  private func root(from target: EventID) throws -> Event? {
    var seen: Set<EventID> = []
    var id = target
    while seen.insert(id).inserted {
      guard let event = try find(id)?.event else { return nil }
      guard let amendment = payload(event)?.amendment else { return event }
      id = amendment.target
    }
    return nil
  }

  private func payload(_ event: Event) -> (any EventPayload)? {
    event.data.flatMap { try? Vocabulary.payload(kind: event.kind, schema: event.schema, data: $0) }
  }
}
