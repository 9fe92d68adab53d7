internal import DealEvents
internal import DefinitionFiles
internal import EventLog
internal import Projecting

/// The counter-indicator: domestic and government capital, listings at home, approvals obtained.
enum Rooting {
  static let name = "rooting"
  static let method = """
    The mean, by the weights below, of the parts that are known.
    1. *Capital.* As in *capital*, 1, the sum of the parts from home divided by the sum of all, plus `government` times the part of \
    the latter from investors at home with `government`; at most 1.
    2. *Listing.* Of the `listing` claims with a jurisdiction at home, the last one of each `exchange` (in Unicode's normal form C): 1 where it is `listed`, `filed` \
    where it is `filed` or `priced`, 0 otherwise. The highest of these.
    3. *Approvals.* The part in favour of these decisions: `license_decision` claims but those `applied`, of an authority whose id begins \
    with a code of home and a hyphen (`authority/cn-…`), in favour where `approved`; `regulatory_probe` claims with a jurisdiction at home \
    that are `cleared` (in favour) or `blocked`.
    """
  static let parameters = [
    DefinitionParameter("capital", 1, in: 0...100, "weight of the part of funding from home"),
    DefinitionParameter("government", 0.5, "what government money adds to the value of the part from home"),
    DefinitionParameter("listing", 1, in: 0...100, "weight of listings at home"),
    DefinitionParameter("filed", 0.5, "value of a listing that is filed or priced"),
    DefinitionParameter("approvals", 1, in: 0...100, "weight of approvals by home authorities"),
  ]

  /// The mean of the parts that have evidence; `nil` when none has.
  static func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let parts = [("capital", capital(input)), ("listing", listing(input)), ("approvals", approvals(input))]
      .compactMap { name, part in part.map { ($0, input[name]) } }
    guard let value = weightedMean(parts.map { ($0.0.value, $0.1) }) else { return nil }
    return IndicatorReading(value, parts.flatMap(\.0.evidence), parts.map(\.0.note).joined(separator: "; "))
  }

  private static func capital(_ input: IndicatorInput) -> IndicatorReading? {
    let lead = input.definition.parameters["capital"]!["lead_weight"]!
    let funding = FundingShares(input, leadWeight: lead)
    guard funding.total > 0 else { return nil }
    let home = funding.home / funding.total
    let government = funding.government / funding.total
    let shown = government > 0 ? ", \(percentage(government)) from governments" : ""
    return IndicatorReading(
      home + input["government"] * government, funding.evidence,
      "\(percentage(home)) of disclosed funding from home\(shown)")
  }

  private static func listing(_ input: IndicatorInput) -> IndicatorReading? {
    var latest: [String: (claim: Claim, data: Listing)] = [:]
    for (claim, listing) in input.all(Listing.self) where listing.jurisdiction.map({ input.isHome($0) }) == true {
      latest[listing.exchange] = (claim, listing)
    }
    let values = latest.sorted { $0.key < $1.key }.map { exchange, last in
      let value =
        switch last.data.phase {
        case .listed: 1.0
        case .filed, .priced: input["filed"]
        case .withdrawn, .delisted: 0.0
        }
      return (value: value, claim: last.claim, note: "\(exchange) \(last.data.phase.rawValue)")
    }
    guard let best = values.max(by: { $0.value < $1.value }) else { return nil }
    return IndicatorReading(
      best.value, values.flatMap(\.claim.evidence), values.map(\.note).joined(separator: ", "))
  }

  private static func approvals(_ input: IndicatorInput) -> IndicatorReading? {
    var approved: [(Bool, Claim)] = []
    for claim in input.claims where claim.role == nil {
      if let decision = claim.payload as? LicenseDecision, isHome(decision, input) {
        if decision.decision != .applied { approved.append((decision.decision == .approved, claim)) }
      } else if let probe = claim.payload as? RegulatoryProbe, input.isHome(probe.jurisdiction) {
        if probe.phase == .cleared { approved.append((true, claim)) }
        if probe.phase == .blocked { approved.append((false, claim)) }
      }
    }
    guard !approved.isEmpty else { return nil }
    let count = approved.filter(\.0).count
    return IndicatorReading(
      Double(count) / Double(approved.count), approved.flatMap(\.1.evidence),
      "\(count) of \(approved.count) decisions of home authorities in favour")
  }

  /// An authority's subject begins with its country: `authority/cn-csrc`, `authority/hk-sfc`.
  private static func isHome(_ decision: LicenseDecision, _ input: IndicatorInput) -> Bool {
    input.definition.home.contains { decision.authority.name.hasPrefix($0.lowercased() + "-") }
  }
}
