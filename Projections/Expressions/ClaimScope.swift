internal import CanonicalJSON
internal import DealEvents
internal import EventLog
internal import Projecting

/// What an expression sees: one claim, and the company as it was known up to it.
struct ClaimScope {
  var claim: Claim
  var company: CompanySoFar
  var home: Set<String>

  /// One for each claim, which are in the order of the world.
  static func all(_ claims: [Claim], home: Set<String>) -> [ClaimScope] {
    var company = CompanySoFar()
    return claims.map { claim in
      company.add(claim, home: home)
      return ClaimScope(claim: claim, company: company, home: home)
    }
  }

  /// What was known of the company before and with a claim.
  struct CompanySoFar {
    var technologies: [String] = []
    var sectors: [String] = []
    /// What foreign holders were last reported with, by holder.
    var foreignStakes: [Subject: Double] = [:]

    mutating func add(_ claim: Claim, home: Set<String>) {
      func note(_ holder: Subject, _ country: Country?, _ stake: Double?) {
        // What is said of a holder later may leave out where it is from.
        let isForeign = country.map { !home.contains($0.code) } ?? (foreignStakes[holder] != nil)
        if isForeign, let stake { foreignStakes[holder] = stake }
      }
      switch claim.payload {
      case let profile as CompanyProfiled:
        if !profile.restrictedTechnologies.isEmpty { technologies = profile.restrictedTechnologies }
        if !profile.sectors.isEmpty { sectors = profile.sectors }
      case let round as FundingRound:
        for investor in round.investors { note(investor.id, investor.jurisdiction, investor.stake?.fraction) }
      case let change as OwnershipChanged:
        note(change.holder, change.holderJurisdiction, change.stake?.fraction ?? change.voting?.fraction)
      case let deal as Acquisition where deal.phase == .completed:
        // A purchase without a figure is one of the whole.
        note(deal.acquirer, deal.acquirerJurisdiction, deal.stake?.fraction ?? 1)
      case let deal as Acquisition where deal.phase == .unwound: foreignStakes[deal.acquirer] = nil
      default: break
      }
    }
  }

  func holds(_ expression: ClaimExpression) -> Bool {
    switch expression {
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    case .not(let part): !holds(part)
    case .holds(let path): values(path).contains { $0.bool == true }
    case .isAmong(let path, let words): values(path).contains { value in words.contains { Self.text(value) == $0 } }
    case .compares(let path, let comparison, let word):
      values(path).contains { Self.compare($0, comparison, word) }
    case .isOf(let path, let quality):
      switch quality {
      case .known: !values(path).isEmpty
      case .unknown: values(path).isEmpty
      case .home: values(path).contains { home.contains(Self.text($0)) }
      case .abroad: values(path).contains { Country(code: Self.text($0)) != nil && !home.contains(Self.text($0)) }
      }
    }
  }

  /// The values at a path; of lists, those of all elements. What is null or absent has none.
  private func values(_ path: [String]) -> [JSONValue] {
    switch path[0] {
    case "kind": return [.string(claim.kind)]
    case "occurred": return [.string(claim.days.countsFrom.description)]
    case "status": return [.string(claim.currentStatus)]
    case "company": return company(path.dropFirst().joined(separator: "."))
    default: return Self.values(claim.data, path[...])
    }
  }

  private static func values(_ json: JSONValue, _ path: ArraySlice<String>) -> [JSONValue] {
    if json.isNull { return [] }
    if let list = json.array { return list.flatMap { values($0, path) } }
    guard let name = path.first else { return [json] }
    return json[name].map { values($0, path.dropFirst()) } ?? []
  }

  /// The members of `company`; a name that is none was refused with the definition.
  private func company(_ name: String) -> [JSONValue] {
    let stakes = company.foreignStakes.values
    switch name {
    case "technologies": return company.technologies.map { .string($0) }
    case "sectors": return company.sectors.map { .string($0) }
    case "foreign_stake": return stakes.isEmpty ? [] : [.number(ExactSum.of(stakes.sorted()))]
    case "largest_foreign_stake": return stakes.max().map { [.number($0)] } ?? []
    default: return []
    }
  }

  /// The members of `company`, and what they hold.
  static let companyFields: [String: FieldType] = [
    "technologies": .text, "sectors": .text, "foreign_stake": .share, "largest_foreign_stake": .share,
  ]

  /// Numbers as numbers, everything else by its characters.
  private static func compare(_ value: JSONValue, _ comparison: ClaimExpression.Comparison, _ word: String) -> Bool {
    if let right = Self.number(word), let left = value.number ?? value.string.flatMap(Self.number) {
      return compare(left, comparison, right)
    }
    return compare(text(value), comparison, word)
  }

  /// The number that a text writes in digits. Not `nan`, `infinity` or hexadecimal, which are words.
  private static func number(_ text: String) -> Double? {
    text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) } ? Double(text) : nil
  }

  private static func compare<Value: Comparable>(
    _ left: Value, _ comparison: ClaimExpression.Comparison, _ right: Value
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }

  private static func text(_ value: JSONValue) -> String {
    value.string ?? value.bool.map { "\($0)" } ?? CanonicalWriter.text(of: value)
  }
}
