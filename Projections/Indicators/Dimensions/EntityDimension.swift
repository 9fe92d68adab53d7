public import DefinitionFiles
internal import Projecting

/// The part of the known legal entities at home that was deregistered.
public struct EntityDimension: IndicatorDimension {
  public let name = "entity"
  public let chinese = "法律实体"
  public let meaning = "the part of the known legal entities at home that was deregistered"
  public let method = """
    Legal entities are told apart by name (in Unicode's normal form C). A `company_profiled` claim makes those of its entities known, and standing, that are not known \
    yet. An `entity_changed` claim says of its `entity` that it is in the claim's jurisdiction and stands, or, where it is `deregistered`, \
    that it does not; where it is `renamed` and there is a `new_name`, the old name is forgotten and the new one stands, whatever was \
    known of the old. The value is the \
    part of the known entities at home that do not stand; unknown where none at home is known.
    """
  public let parameters: [DefinitionParameter] = []

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let entities = LegalEntities(input)
    guard entities.home > 0 else { return nil }
    let gone = entities.home - entities.homeStanding
    return IndicatorReading(
      Double(gone) / Double(entities.home), entities.homeClaims.flatMap(\.evidence),
      "\(gone) of \(entities.home) known legal entities at home deregistered")
  }
}
