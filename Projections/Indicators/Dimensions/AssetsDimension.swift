internal import DealEvents
public import DefinitionFiles
internal import Projecting

/// Data and restricted technology that went abroad.
public struct AssetsDimension: IndicatorDimension {
  public let name = "assets"
  public let chinese = "资产"
  public let meaning = "data and restricted technology that went abroad"
  public let method = """
    The mean, by the weights below, of the parts that are known.
    1. *Data.* 1 where a `data_transfer` claim goes from home to abroad or a `relocation` claim of `data` goes abroad; else unknown.
    2. *Technology.* 0 where the last `license_decision` claim about `technology_export`, of any authority and any decision, is \
    `denied` or `revoked`. Else 1 where a \
    `company_profiled` claim names at least one of `restricted_technologies` and a `relocation` claim of `research` or `headquarters` goes abroad. Else \
    unknown.
    """
  public let parameters = [
    DefinitionParameter("data", 1, in: 0...100, "weight of data"),
    DefinitionParameter("technology", 1, in: 0...100, "weight of restricted technology"),
  ]

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let parts = [(data(input), input["data"]), (technology(input), input["technology"])]
      .compactMap { part, weight in part.map { ($0, weight) } }
    guard let value = weightedMean(parts.map { ($0.0.value, $0.1) }) else { return nil }
    return IndicatorReading(value, parts.flatMap(\.0.evidence), parts.map(\.0.note).joined(separator: "; "))
  }

  private func data(_ input: IndicatorInput) -> IndicatorReading? {
    var claims: [Claim] = []
    for claim in input.claims where claim.role == nil {
      if let transfer = claim.payload as? DataTransfer, input.isHome(transfer.from.country),
        !input.isHome(transfer.to.country)
      {
        claims.append(claim)
      } else if let move = claim.payload as? Relocation, move.what == .data, !input.isHome(move.to.country) {
        claims.append(claim)
      }
    }
    return claims.isEmpty ? nil : IndicatorReading(1, claims.flatMap(\.evidence), "data reported moved abroad")
  }

  /// A move of research or of the head office takes restricted technology along where the profile names some; an export
  /// licence that was denied or revoked says that it stayed.
  private func technology(_ input: IndicatorInput) -> IndicatorReading? {
    let decisions = input.all(LicenseDecision.self).filter { $0.data.topic == .technologyExport }
    if let last = decisions.last, last.data.decision == .denied || last.data.decision == .revoked {
      return IndicatorReading(0, last.claim.evidence, "export licence \(last.data.decision.rawValue)")
    }
    let profiles = input.all(CompanyProfiled.self).filter { !$0.data.restrictedTechnologies.isEmpty }
    let moves = input.all(Relocation.self).filter { move in
      (move.data.what == .research || move.data.what == .headquarters) && !input.isHome(move.data.to.country)
    }
    guard !profiles.isEmpty, !moves.isEmpty else { return nil }
    return IndicatorReading(
      1, profiles.flatMap(\.claim.evidence) + moves.flatMap(\.claim.evidence),
      "moved abroad with technology that is named as restricted")
  }
}
