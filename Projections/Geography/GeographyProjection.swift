internal import DealEvents
internal import EventLog
public import Projecting

/// Where a company was over time: head office, legal seat, research; staff and legal entities by country.
public struct GeographyProjection: Projection {
  public static let model = ReadModel(
    "geography", "One row a place of a company and the time that it was there, by aspect and then by time.",
    columns: [
      ViewColumn(
        "aspect", .text, "headquarters, legal_domicile, research, team, data, staff or entity", isIndexed: true),
      ViewColumn("country", .text, "ISO 3166-1 code"), ViewColumn("subdivision", .text, "ISO 3166-2 code"),
      ViewColumn("city", .text, "the city's name"),
      ViewColumn("since", .text, "since when (EDTF); null where it is not known"),
      ViewColumn("until", .text, "until when (EDTF); null where no claim says that it ended"),
      ViewColumn("count", .integer, "people, for staff and teams"),
      ViewColumn("name", .text, "the entity's name"),
      ViewColumn("disputed", .integer, "1 where a claim that it stands on is disputed; such a move ends no other"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])

  public let name = "geography"
  public let version = 2
  public var models: [ReadModel] { [Self.model] }

  public init() {}

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let own = history.factual
    let moves = own.compactMap { claim in (claim.payload as? Relocation).map { (claim, $0) } }
    // A company has one head office and one legal seat at a time; research, teams and data may be in several places.
    let seats = [Relocation.What.headquarters, .legalDomicile].flatMap { what in
      Self.seats(moves.filter { $0.1.what == what })
    }
    let others = moves.filter { $0.1.what != .headquarters && $0.1.what != .legalDomicile }.map { claim, move in
      Stay(move.what.rawValue, move.to, since: claim.occurred, count: move.count, claim)
    }
    return (seats + others + Self.staff(own) + Self.entities(own)).map(\.row)
  }

  /// A place and the time that something was there.
  private struct Stay {
    var aspect: String
    var place: Place
    var since: String?
    var until: String?
    /// The last day that its end may be.
    var lastDay: CivilDate?
    var count: Int?
    var name: String?
    var isDisputed: Bool
    var evidence: [EventID]

    init(
      _ aspect: String, _ place: Place, since: String?, count: Int? = nil, name: String? = nil, _ claim: Claim
    ) {
      self.aspect = aspect
      self.place = place
      self.since = since
      self.count = count
      self.name = name
      isDisputed = claim.isDisputed
      evidence = claim.evidence
    }

    /// Whether it had ended before a claim. An end that is known by its year alone comes before a beginning that it is the end of.
    func isOver(before claim: Claim) -> Bool {
      guard let lastDay else { return false }
      return since != nil || lastDay < claim.days.countsFrom
    }

    mutating func stand(on claim: Claim) { stand(on: claim.evidence) }

    mutating func stand(on more: [EventID]) { evidence += more.filter { !evidence.contains($0) } }

    var row: ViewRow {
      ViewRow(
        model.name,
        [
          .text(aspect), .text(place.country.code), .text(place.subdivision), .text(place.city), .text(since),
          .text(until),
          count.map { .integer(Int64($0)) } ?? .null, .text(name), .integer(isDisputed ? 1 : 0),
          .list(evidence),
        ])
    }
  }

  /// The chain of moves. Reports of one move, with the same end, are one stay.
  private static func seats(_ moves: [(Claim, Relocation)]) -> [Stay] {
    var chain: [Stay] = []
    var disputed: [Stay] = []
    for (claim, move) in moves {
      let stay = Stay(move.what.rawValue, move.to, since: claim.occurred, claim)
      if claim.isDisputed {
        disputed.append(stay)
      } else if let last = chain.last, !Self.isWithin(move), let same = Self.finer(last.place, move.to) {
        chain[chain.count - 1].place = same
        chain[chain.count - 1].stand(on: claim)
      } else {
        if chain.isEmpty, let from = move.from {
          chain.append(Stay(move.what.rawValue, from, since: nil, claim))
        }
        if !chain.isEmpty {
          if let from = move.from, let same = Self.finer(chain[chain.count - 1].place, from) {
            chain[chain.count - 1].place = same
          }
          chain[chain.count - 1].until = claim.occurred
          chain[chain.count - 1].stand(on: claim)
        }
        chain.append(stay)
      }
    }
    return chain + disputed
  }

  /// Whether a move says that it is from one place of a country to another.
  private static func isWithin(_ move: Relocation) -> Bool {
    move.from.map { $0.country == move.to.country && finer($0, move.to) == nil } ?? false
  }

  /// The more exact of two places that may be one; `nil` where they are two.
  private static func finer(_ one: Place, _ other: Place) -> Place? {
    func meet(_ one: String?, _ other: String?) -> Bool { one == nil || other == nil || one == other }
    guard one.country == other.country, meet(one.subdivision, other.subdivision), meet(one.city, other.city) else {
      return nil
    }
    return Place(
      country: one.country, subdivision: one.subdivision ?? other.subdivision, city: one.city ?? other.city)
  }

  /// Figures of staff, each since its date and until the next for its country.
  private static func staff(_ claims: [Claim]) -> [Stay] {
    var stays: [Stay] = []
    func add(_ place: Place, _ count: Int, _ claim: Claim) {
      if let last = stays.lastIndex(where: { $0.place == place && $0.until == nil }) {
        stays[last].until = claim.occurred
      }
      stays.append(Stay("staff", place, since: claim.occurred, count: count, claim))
    }
    for claim in claims where !claim.isDisputed {
      if let profile = claim.payload as? CompanyProfiled {
        for staff in profile.headcount { add(Place(country: staff.country), staff.count, claim) }
      } else if let metric = claim.payload as? MetricObserved, metric.metric == "headcount", let place = metric.place,
        let count = (metric.value ?? metric.low).flatMap({ Int(exactly: $0.rounded()) })
      {
        add(place, count, claim)
      }
    }
    return stays
  }

  /// Legal entities: those that profiles name, and those that were registered or deregistered.
  private static func entities(_ claims: [Claim]) -> [Stay] {
    var stays: [Stay] = []
    func place(of name: String, _ country: Country) -> Int? {
      stays.lastIndex { $0.name == name && $0.place.country == country }
    }
    for claim in claims where !claim.isDisputed {
      if let profile = claim.payload as? CompanyProfiled {
        for entity in profile.legalEntities {
          if let known = place(of: entity.name, entity.jurisdiction) {
            stays[known].since = stays[known].since ?? entity.founded?.text
            stays[known].stand(on: claim)
          } else {
            stays.append(
              Stay(
                "entity", Place(country: entity.jurisdiction), since: entity.founded?.text, name: entity.name, claim))
          }
        }
      } else if let change = claim.payload as? EntityChanged {
        let index: Int
        if let known = place(of: change.entity, change.jurisdiction) {
          index = known
          if change.change != .registered || !stays[index].isOver(before: claim) { stays[index].stand(on: claim) }
        } else {
          index = stays.count
          stays.append(Stay("entity", Place(country: change.jurisdiction), since: nil, name: change.entity, claim))
        }
        switch change.change {
        case .registered where stays[index].isOver(before: claim):
          stays.append(
            Stay(
              "entity", Place(country: change.jurisdiction), since: claim.occurred, name: change.entity, claim))
        case .registered: stays[index].since = claim.occurred
        case .deregistered:
          stays[index].until = claim.occurred
          stays[index].lastDay = claim.days.latest ?? claim.days.countsFrom
        case .renamed:
          let name = change.newName ?? change.entity
          if let known = place(of: name, change.jurisdiction), known != index, stays[known].until == nil {
            // A profile had the new name before.
            stays[known].since = stays[index].since ?? stays[known].since
            stays[known].stand(on: stays[index].evidence)
            stays.remove(at: index)
          } else {
            stays[index].name = name
          }
        case .restructured: break
        }
      }
    }
    return stays
  }
}
