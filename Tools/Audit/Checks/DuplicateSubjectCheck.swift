import Auditing
import DealEvents
import EventLog
import Projecting

/// One company under two subjects.
enum DuplicateSubjectCheck: PopulationCheck {
  static let rule = AuditRule(
    "near_duplicate_subjects", .quality, .info,
    "Subjects have names that are alike, in one script or across scripts, or an identifier in common.",
    remedy:
      "Where they are one, record further claims under one subject only, and say so in its profile; else accept the finding.",
    groupedAs: "sets of subjects with like names")
  static let rules = [rule]

  /// What two subjects may have in common.
  enum Key: Hashable, Sendable {
    case name(NameKey)
    case identifier(String)

    var isName: Bool { if case .name = self { true } else { false } }

    /// What this is to be held against; `nil` where the other side does that.
    var counterpart: Key? {
      guard case .name(let name) = self else { return self }
      return name.form.counterpart.map { .name(NameKey(form: $0, text: name.text)) }
    }
  }

  struct Trait: Sendable {
    var subject: Subject
    var keys: Set<Key>
    /// How the names are written, to be shown.
    var name: String
    var profile: EventID
    var origin: String?
    var country: String?
  }

  static func traits(of history: History, _ context: AuditContext) -> [Trait] {
    let profiles = history.standing(CompanyProfiled.self)
    guard let last = profiles.last else { return [] }
    let names = profiles.flatMap(\.payload.names)
    var keys = Set(names.flatMap { NameKey.keys(of: $0.name) }.map(Key.name))
    keys.formUnion(NameKey.keys(of: String(history.subject.name).replacing("-", with: " ")).map(Key.name))
    for ids in profiles.compactMap(\.payload.ids) {
      for (scheme, id) in [("lei", ids.lei), ("wikidata", ids.wikidata), ("uscc", ids.uscc)] {
        if let id { keys.insert(.identifier(scheme + ":" + id.uppercased())) }
      }
    }
    return [
      Trait(
        subject: history.subject, keys: keys, name: names.first?.name ?? "", profile: last.claim.id,
        origin: AuditLog.importOf(last.claim), country: profiles.compactMap(\.payload.homeJurisdiction).last?.code)
    ]
  }

  static func observe(_ traits: [Trait], _ context: AuditContext) -> [Observation] {
    var sets = DisjointSets(count: traits.count)
    var owners: [Key: [Int]] = [:]
    for (index, trait) in traits.enumerated() {
      for key in trait.keys { owners[key, default: []].append(index) }
    }
    for (key, indices) in owners {
      guard let counterpart = key.counterpart, let others = counterpart == key ? indices : owners[counterpart] else {
        continue
      }
      for (_, members) in Dictionary(grouping: Set(indices + others), by: { traits[$0].subject.category }) {
        for group in key.isName ? byCountry(members.sorted(), traits) : [members] {
          for other in group.dropFirst() { sets.join(group[0], other) }
        }
      }
    }
    return sets.groups().filter { $0.count > 1 }.map { members in
      let alike = members.map { traits[$0] }
      let origins = Set(alike.map(\.origin))
      return Observation(
        rule, about: alike[0].subject.id, cause: alike.map(\.subject.id), evidence: alike.map(\.profile),
        origin: origins.count == 1 ? origins.first! : nil,
        alike.map { "\($0.subject) (\($0.name))" }.joined(separator: ", "))
    }
  }

  /// Companies of two countries that bear one name are two, as a rule. Those whose country is not known may be any; they go
  /// to the first, so that they do not join the others.
  private static func byCountry(_ members: [Int], _ traits: [Trait]) -> [[Int]] {
    let placed = Dictionary(grouping: members.filter { traits[$0].country != nil }) { traits[$0].country! }
    let unplaced = members.filter { traits[$0].country == nil }
    var groups = placed.sorted { $0.key < $1.key }.map(\.value)
    if groups.isEmpty { return [unplaced] }
    groups[0] += unplaced
    return groups
  }
}
