import Auditing
import DefinitionFiles
import EventLog
import Projecting

/// One event that was recorded twice.
enum DuplicateEventCheck: HistoryCheck {
  static let rule = AuditRule(
    "near_duplicate_events", .quality, .warning,
    "Claims of one kind about one subject have close dates and like contents: they may be one event, told twice.",
    remedy: "Where they are one event, retract all but the best sourced and confirm that with the other sources.",
    parameters: [
      DefinitionParameter("days", 7, in: 0...3650, "dates within this many days are close"),
      DefinitionParameter("tolerance", 0.05, "amounts and counts that differ by no more than this part are alike"),
    ], groupedAs: "sets of claims that may be one event each")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let days = context.whole("days", of: rule)
    let likeness = Likeness(tolerance: context.value("tolerance", of: rule))
    var found: [Observation] = []
    let kinds = Dictionary(grouping: history.standing.filter { isDated($0) }, by: \.kind)
    for (_, claims) in kinds.sorted(by: { $0.key < $1.key }) where claims.count > 1 {
      var sets: [[Claim]] = []
      // The sets that a claim may still belong to: claims come in the order of their days.
      var near: [Int] = []
      for claim in claims {
        near.removeAll { sets[$0].last!.distance(to: claim) > days }
        let match = near.last { index in
          // Like what the set began with, so that a set does not creep from one thing to another.
          areSameDate(sets[index].last!, claim) && likeness.areAlike(claim.kind, sets[index][0].data, claim.data)
        }
        if let match {
          sets[match].append(claim)
        } else {
          near.append(sets.count)
          sets.append([claim])
        }
      }
      found += sets.filter { $0.count > 1 }.map { set in
        Observation(
          rule, about: history.subject, set,
          set.map(\.called).joined(separator: ", "))
      }
    }
    return found
  }

  /// A span of more than a quarter says too little to call two claims close.
  private static func isDated(_ claim: Claim) -> Bool {
    guard let start = claim.days.earliest, let end = claim.days.latest else { return false }
    return end.day - start.day <= 92
  }

  /// A month and a day in it may be one date; two months that touch are not.
  private static func areSameDate(_ a: Claim, _ b: Claim) -> Bool {
    let spans = [a, b].map { $0.days.latest!.day - $0.days.earliest!.day }
    return spans.max()! <= 7 || a.days.earliest! <= b.days.latest! && b.days.earliest! <= a.days.latest!
  }
}
