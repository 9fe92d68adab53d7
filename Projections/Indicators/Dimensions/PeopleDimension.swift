internal import DealEvents
public import DefinitionFiles
internal import EventLog
internal import Projecting

/// The part of the home workforce that was cut, and whether leaders and teams moved.
public struct PeopleDimension: IndicatorDimension {
  public let name = "people"
  public let chinese = "人员"
  public let meaning = "the part of the home workforce that was cut; leaders and teams that moved"
  public let method = """
    The mean, by the weights below, of the two parts that are known.
    1. *Cut.* A `layoff` claim with a place at home is a report, of its `share`, or of `count` divided by `workforce_before`, else by the \
    home headcount (the sum over countries at home in the last `company_profiled` claim before it that gives any of these), whichever is \
    the first above 0, at most 1; other claims are none. In their order, a report belongs to the group before it while its day is at most `window_days` after the day of that \
    group's first. The value is 1 − Π (1 − mean of the group).
    2. *Leadership.* Of the `executive_moved` claims with a `place` and the `relocation` claims of a `team`, the part whose place, or \
    `to`, is not at home.
    """
  public let parameters = [
    DefinitionParameter("cut", 2, in: 0...100, "weight of the part of the home workforce that was cut"),
    DefinitionParameter("leadership", 1, in: 0...100, "weight of leaders and teams that moved"),
    DefinitionParameter("window_days", 90, in: 0...3650, "reports of a cut this close together are of one cut"),
  ]

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let cut = cut(input)
    let leaders = moves(input)
    let parts = [(cut, input["cut"]), (leaders, input["leadership"])].compactMap { part, weight in
      part.map { ($0, weight) }
    }
    guard let value = weightedMean(parts.map { ($0.0.value, $0.1) }) else { return nil }
    return IndicatorReading(
      value, parts.flatMap(\.0.evidence), parts.map(\.0.note).joined(separator: "; "))
  }

  /// Reports within the window are one cut, of the mean of the parts that they report; cuts after one another multiply.
  private func cut(_ input: IndicatorInput) -> IndicatorReading? {
    var headcount: Int?
    var clusters: [[(share: Double, claim: Claim)]] = []
    var start = 0
    for claim in input.claims where claim.role == nil {
      if let profile = claim.payload as? CompanyProfiled {
        let home = profile.headcount.filter { input.isHome($0.country) }
        if !home.isEmpty { headcount = ExactSum.of(home.map(\.count)) }
      }
      guard let layoff = claim.payload as? Layoff, input.isHome(layoff.place.country),
        let share = layoff.share?.fraction ?? part(layoff, of: headcount)
      else { continue }
      let day = claim.days.countsFrom.day
      if clusters.isEmpty || Double(day - start) > input["window_days"] {
        clusters.append([])
        start = day
      }
      clusters[clusters.count - 1].append((share, claim))
    }
    guard !clusters.isEmpty else { return nil }
    let left = clusters.reduce(1.0) { left, cluster in
      left * (1 - cluster.reduce(0) { $0 + $1.share } / Double(cluster.count))
    }
    let reports = clusters.flatMap { $0 }
    let range = (reports.map(\.share).min()!, reports.map(\.share).max()!)
    let spread = range.0 == range.1 ? "" : " (reports from \(percentage(range.0)) to \(percentage(range.1)))"
    return IndicatorReading(
      1 - left, reports.flatMap(\.claim.evidence), "\(percentage(1 - left)) of the home workforce cut\(spread)")
  }

  private func part(_ layoff: Layoff, of headcount: Int?) -> Double? {
    guard let count = layoff.count,
      let before = [layoff.workforceBefore, headcount].compactMap({ $0 }).first(where: { $0 > 0 })
    else { return nil }
    return min(1, Double(count) / Double(before))
  }

  /// The part of the reported moves of leaders and teams that went abroad.
  private func moves(_ input: IndicatorInput) -> IndicatorReading? {
    var moves: [(isAbroad: Bool, claim: Claim)] = []
    for claim in input.claims where claim.role == nil {
      if let move = claim.payload as? ExecutiveMoved, let place = move.place {
        moves.append((!input.isHome(place.country), claim))
      } else if let move = claim.payload as? Relocation, move.what == .team {
        moves.append((!input.isHome(move.to.country), claim))
      }
    }
    guard !moves.isEmpty else { return nil }
    let abroad = moves.filter(\.isAbroad).count
    return IndicatorReading(
      Double(abroad) / Double(moves.count), moves.flatMap(\.claim.evidence),
      "\(abroad) of \(moves.count) moves of leaders and teams went abroad")
  }
}
