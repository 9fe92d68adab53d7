import Auditing
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// Moves that do not follow from one another.
enum RelocationCheck: HistoryCheck {
  static let elsewhere = AuditRule(
    "moved_from_elsewhere", .quality, .warning,
    "A move starts from a place where the company was not, by the claims before it.",
    remedy: "Add the move that is missing, or correct where it was moved from.",
    groupedAs: "moves from a place where the company was not")
  static let again = AuditRule(
    "left_twice", .quality, .warning, "Claims say that one place was left twice, with no return between.",
    remedy: "Retract or correct one of the claims, or add the return.",
    parameters: [
      DefinitionParameter("days", 30, in: 0...3650, "claims within this many days may be two reports of one event")
    ], groupedAs: "places that were left twice")
  static let rules = [elsewhere, again]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let moves = history.standing(Relocation.self)
    return seats(moves, history, context) + withdrawals(history, context)
  }

  /// A company has one head office and one legal seat at a time.
  private static func seats(
    _ moves: [Told<Relocation>], _ history: History, _ context: AuditContext
  ) -> [Observation] {
    let days = context.whole("days", of: again)
    return [Relocation.What.headquarters, .legalDomicile].flatMap { what in
      let chain = moves.filter { $0.payload.what == what }
      return chain.indices.compactMap { index -> Observation? in
        let move = chain[index]
        guard let from = move.payload.from else { return nil }
        guard index > 0 else { return first(move, from, history) }
        let before = chain[index - 1]
        // Where the order is not certain, the chain says nothing.
        guard before.claim.precedes(move.claim), before.payload.to.contradicts(from) else { return nil }
        if let earlier = before.payload.from, !earlier.contradicts(from) {
          if before.claim.distance(to: move.claim) <= days { return nil }
          return Observation(
            again, about: history.subject, [before.claim, move.claim],
            "\(what.rawValue.replacing("_", with: " ")) left \(from.plain) in \(before.claim.occurred), and again in \(move.claim.occurred)"
          )
        }
        return Observation(
          elsewhere, about: history.subject, [before.claim, move.claim],
          "\(what.rawValue.replacing("_", with: " ")) moved to \(before.payload.to.plain) in \(before.claim.occurred), and from \(from.plain) in \(move.claim.occurred)"
        )
      }
    }
  }

  /// The first move is held against every country that earlier claims tie the company to.
  private static func first(_ move: Told<Relocation>, _ from: Place, _ history: History) -> Observation? {
    let profiles = history.standing(CompanyProfiled.self).filter { $0.day <= move.day && $0.claim.id != move.claim.id }
    var known: Set<String> = []
    for profile in profiles.map(\.payload) {
      known.formUnion(profile.headcount.map(\.country.code))
      known.formUnion(profile.legalEntities.map(\.jurisdiction.code))
      if let home = profile.homeJurisdiction { known.insert(home.code) }
    }
    guard !known.isEmpty, !known.contains(from.country.code) else { return nil }
    return Observation(
      elsewhere, about: history.subject, move.claim, against: profiles.map(\.claim),
      "\(move.payload.what.rawValue.replacing("_", with: " ")) moved from \(from.plain) in \(move.claim.occurred); the profile knows \(known.sorted().joined(separator: ", ")) only"
    )
  }

  /// An office or a service that was given up twice.
  private static func withdrawals(_ history: History, _ context: AuditContext) -> [Observation] {
    let left = history.standing(PresenceWithdrawn.self).filter { $0.payload.place != nil }
    let groups = Dictionary(grouping: left) { told in
      [
        told.payload.what.rawValue, told.payload.place?.plain ?? "", told.payload.counterparty?.id ?? "",
        SearchText.folded(told.payload.detail ?? ""),
      ]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value).flatMap { group in
      group.indices.dropFirst().compactMap { index -> Observation? in
        let (before, after) = (group[index - 1], group[index])
        guard before.claim.distance(to: after.claim) > context.whole("days", of: again) else { return nil }
        return Observation(
          again, about: history.subject, [before.claim, after.claim],
          "\(after.payload.what.rawValue.replacing("_", with: " ")) in \(after.payload.place?.plain ?? "") was given up in \(before.claim.occurred), and again in \(after.claim.occurred)"
        )
      }
    }
  }
}

extension Place {
  /// `Shenzhen, CN-GD`, `SG`.
  fileprivate var plain: String { [city, subdivision ?? country.code].compactMap { $0 }.joined(separator: ", ") }

  /// Whether the two cannot be one place. Cities are compared within one script, since the same one has many names.
  fileprivate func contradicts(_ other: Place) -> Bool {
    if country != other.country { return true }
    if let subdivision, let theirs = other.subdivision { return subdivision != theirs }
    guard let city = city.map(SearchText.folded), let theirs = other.city.map(SearchText.folded),
      city.utf8.allSatisfy({ $0 < 0x80 }) == theirs.utf8.allSatisfy({ $0 < 0x80 })
    else { return false }
    return city != theirs
  }
}
