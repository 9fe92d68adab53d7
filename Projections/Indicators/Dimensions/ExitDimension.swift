internal import DealEvents
public import DefinitionFiles
internal import EventLog
internal import Projecting

/// A sale to a foreign acquirer, by how far it went.
public struct ExitDimension: IndicatorDimension {
  public let name = "exit"
  public let chinese = "退出"
  public let meaning = "a sale to a foreign acquirer, by the phase that it reached last"
  public let method = """
    Of the `acquisition` claims whose `acquirer_jurisdiction` is abroad, the last one of each acquirer counts, by the value below of its `phase`. \
    The value is the highest of them.
    """
  public let parameters = [
    DefinitionParameter("rumoured", 0.1, "value of a sale that is rumoured"),
    DefinitionParameter("declined", 0, "value of an offer that was declined"),
    DefinitionParameter("announced", 0.6, "value of a sale that is announced"),
    DefinitionParameter("completed", 1, "value of a sale that is completed"),
    DefinitionParameter("abandoned", 0, "value of a sale that was abandoned"),
    DefinitionParameter("blocked", 0.3, "value of a sale that an authority blocked"),
    DefinitionParameter("unwinding", 0.3, "value of a sale that is being unwound"),
    DefinitionParameter("unwound", 0, "value of a sale that was unwound"),
  ]

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    var deals: [Subject: (claim: Claim, data: Acquisition, all: [Claim])] = [:]
    for (claim, deal) in input.all(Acquisition.self) {
      guard let country = deal.acquirerJurisdiction, !input.isHome(country) else { continue }
      deals[deal.acquirer] = (claim, deal, (deals[deal.acquirer]?.all ?? []) + [claim])
    }
    let furthest = deals.sorted { $0.key < $1.key }.map(\.value).max {
      input[$0.data.phase.rawValue] < input[$1.data.phase.rawValue]
    }
    guard let furthest else { return nil }
    return IndicatorReading(
      input[furthest.data.phase.rawValue], furthest.all.flatMap(\.evidence),
      "sale to \(furthest.data.acquirer.name): \(furthest.data.phase.rawValue)")
  }
}
