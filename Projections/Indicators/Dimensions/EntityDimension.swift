public import DefinitionFiles
internal import Projecting

/// The part of the known legal entities at home that was deregistered.
public enum EntityDimension: IndicatorDimension {
  public static let name = "entity"
  public static let chinese = "法律实体"
  public static let meaning = "the part of the known legal entities at home that was deregistered"
  public static let parameters: [DefinitionParameter] = []

  public static func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let entities = LegalEntities(input)
    guard entities.home > 0 else { return nil }
    let gone = entities.home - entities.homeStanding
    return IndicatorReading(
      Double(gone) / Double(entities.home), entities.homeClaims.flatMap(\.evidence),
      "\(gone) of \(entities.home) known legal entities at home deregistered")
  }
}
