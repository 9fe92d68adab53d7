import Auditing
import DealEvents
import EventLog
import Projecting

extension History {
  /// The claims about the subject itself, in the order of the history.
  var own: [Claim] { claims.filter { $0.role == nil } }

  /// The claims about the subject itself that stand: nobody disputes them, and they are not denied. The others a human has
  /// dealt with already.
  var standing: [Claim] { own.filter { !$0.isDisputed && $0.status != ClaimStatus.denied.rawValue } }

  /// The standing claims of one kind about the subject itself.
  func standing<Payload: EventPayload>(_ kind: Payload.Type) -> [Told<Payload>] {
    standing.compactMap { claim in
      guard let payload = claim.payload as? Payload else { return nil }
      return Told(claim: claim, payload: payload)
    }
  }
}

/// A claim with its payload.
struct Told<Payload: EventPayload> {
  var claim: Claim
  var payload: Payload

  var day: CivilDate { claim.days.countsFrom }
}

extension Claim {
  /// The claim in a few words: `funding of 2024-03`.
  var called: String {
    "\((Vocabulary.type(of: kind)?.label.english ?? kind).lowercased()) of \(occurred)"
  }

  /// Whole days between the nearest days that the two claims may mean; 0 where the spans meet.
  func distance(to other: Claim) -> Int {
    let (first, second) = (days, other.days)
    guard let a = first.earliest ?? first.latest, let b = second.earliest ?? second.latest else { return .max }
    let (aEnd, bEnd) = (first.latest ?? a, second.latest ?? b)
    return max(0, max(a.day, b.day) - min(aEnd.day, bEnd.day))
  }

  /// Whether the claim is certain to be earlier than `other`.
  func precedes(_ other: Claim) -> Bool {
    guard let end = days.latest ?? days.earliest, let start = other.days.earliest ?? other.days.latest else {
      return false
    }
    return end < start
  }
}

extension Observation {
  /// About one claim, whatever else it is held against: the finding stays the same as the other claims change.
  init(_ rule: AuditRule, about subject: Subject, _ claim: Claim, against others: [Claim], _ message: String) {
    self.init(rule, about: subject, others + [claim], message)
    cause = [claim.id.description]
  }
}

/// Whether two numbers differ by more than a part of the greater one.
func differ(_ a: Double, _ b: Double, byMoreThan part: Double) -> Bool { abs(a - b) > part * max(abs(a), abs(b)) }
