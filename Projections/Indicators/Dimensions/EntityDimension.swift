internal import DealEvents
internal import Projecting

/// The part of the known legal entities at home that was deregistered.
public enum EntityDimension: IndicatorDimension {
  public static let name = "entity"
  public static let chinese = "法律实体"
  public static let meaning = "the part of the known legal entities at home that was deregistered"
  public static let parameters: [IndicatorParameter] = []

  public static func reading(_ input: IndicatorInput) -> IndicatorReading? {
    // By name: whether the entity stands, as the last claim about it says.
    var stands: [String: Bool] = [:]
    var claims: [Claim] = []
    for claim in input.claims where claim.role == nil {
      if let profile = claim.payload as? CompanyProfiled {
        let atHome = profile.legalEntities.filter { input.isHome($0.jurisdiction) }
        for entity in atHome where stands[entity.name] == nil { stands[entity.name] = true }
        if !atHome.isEmpty { claims.append(claim) }
      } else if let change = claim.payload as? EntityChanged, input.isHome(change.jurisdiction) {
        stands[change.entity] = change.change != .deregistered
        if let name = change.newName, change.change == .renamed {
          stands[change.entity] = nil
          stands[name] = true
        }
        claims.append(claim)
      }
    }
    guard !stands.isEmpty else { return nil }
    let gone = stands.values.filter { !$0 }.count
    return IndicatorReading(
      Double(gone) / Double(stands.count), claims.flatMap(\.evidence),
      "\(gone) of \(stands.count) known legal entities at home deregistered")
  }
}
