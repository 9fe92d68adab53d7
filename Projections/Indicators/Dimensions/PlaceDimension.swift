internal import DealEvents
public import DefinitionFiles
internal import Projecting

/// Whether head office, legal domicile and research are out of home.
public struct PlaceDimension: IndicatorDimension {
  public let name = "place"
  public let chinese = "所在地"
  public let meaning = "head office, legal domicile and research out of home"
  public let method = """
    The mean, by the weights below, of the parts that are known. *Head office, legal domicile, research*: by the last `relocation` \
    claim with this `what`, 0 where its `to` is at home and 1 elsewhere. Where no claim moves the legal domicile but legal entities are \
    known (see *entity*, those abroad too), it is 0 while one of those at home stands, and 1 otherwise.
    """
  public let parameters = [
    DefinitionParameter("headquarters", 1, in: 0...100, "weight of the head office"),
    DefinitionParameter("legal_domicile", 1, in: 0...100, "weight of the legal domicile"),
    DefinitionParameter("research", 1, in: 0...100, "weight of research"),
  ]

  public init() {}

  /// Where each part is now: the last relocation says. A company of which no change of domicile is reported is at home
  /// while one of its known legal entities there stands.
  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    var last: [Relocation.What: (claim: Claim, place: Place)] = [:]
    for (claim, move) in input.all(Relocation.self) { last[move.what] = (claim, move.to) }
    var parts: [(what: String, value: Double, claims: [Claim], shown: String)] = []
    for what in [Relocation.What.headquarters, .legalDomicile, .research] {
      guard let (claim, place) = last[what] else { continue }
      parts.append((what.rawValue, input.isHome(place.country) ? 0 : 1, [claim], place.shown))
    }
    let entities = LegalEntities(input)
    if last[.legalDomicile] == nil, !entities.claims.isEmpty {
      parts.append(
        (
          "legal_domicile", entities.homeStanding > 0 ? 0 : 1, entities.claims,
          entities.homeStanding > 0
            ? "known entities standing at home: \(entities.homeStanding)" : "no known entity stands at home"
        ))
    }
    guard let value = weightedMean(parts.map { ($0.value, input[$0.what]) }) else { return nil }
    let note = parts.map { "\($0.what.replacing("_", with: " ")): \($0.shown)" }.joined(separator: "; ")
    return IndicatorReading(value, parts.flatMap(\.claims).flatMap(\.evidence), note)
  }
}
