internal import DealEvents
internal import Projecting

/// The legal entities that claims name, and which of them still stand.
struct LegalEntities {
  private var stands: [String: (isHome: Bool, stands: Bool)] = [:]
  /// The claims that name entities at home, and all that name any.
  private(set) var homeClaims: [Claim] = []
  private(set) var claims: [Claim] = []

  /// Of two claims about one entity, the later in the world holds.
  init(_ input: IndicatorInput) {
    for claim in input.claims where claim.role == nil {
      if let profile = claim.payload as? CompanyProfiled, !profile.legalEntities.isEmpty {
        for entity in profile.legalEntities where stands[entity.name] == nil {
          stands[entity.name] = (input.isHome(entity.jurisdiction), true)
        }
        add(claim, isHome: profile.legalEntities.contains { input.isHome($0.jurisdiction) })
      } else if let change = claim.payload as? EntityChanged {
        let isHome = input.isHome(change.jurisdiction)
        stands[change.entity] = (isHome, change.change != .deregistered)
        if let name = change.newName, change.change == .renamed {
          stands[change.entity] = nil
          stands[name] = (isHome, true)
        }
        add(claim, isHome: isHome)
      }
    }
  }

  private mutating func add(_ claim: Claim, isHome: Bool) {
    claims.append(claim)
    if isHome { homeClaims.append(claim) }
  }

  var home: Int { stands.values.filter(\.isHome).count }
  var homeStanding: Int { stands.values.filter { $0.isHome && $0.stands }.count }
}
