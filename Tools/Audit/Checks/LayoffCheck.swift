import Auditing
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// More layoffs than staff.
enum LayoffCheck: HistoryCheck {
  static let rule = AuditRule(
    "layoff_exceeds_staff", .quality, .warning, "A layoff is greater than the staff that is known.",
    remedy: "Check the count and the staff in the sources; correct the one that does not hold.",
    parameters: [
      DefinitionParameter("days", 730, in: 0...36_500, "older figures of staff are not taken")
    ])
  static let rules = [rule]

  private static let staffMetrics: Set<String> = ["headcount", "employees", "staff", "workforce"]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let layoffs = history.own(Layoff.self).filter { $0.payload.count != nil && !$0.claim.isDisputed }
    if layoffs.isEmpty { return [] }
    return layoffs.compactMap { layoff in
      guard let count = layoff.payload.count, let staff = staff(before: layoff, history, context),
        Double(count) > staff.count
      else { return nil }
      let claims = staff.claim.id == layoff.claim.id ? [layoff.claim] : [staff.claim, layoff.claim]
      return Observation(
        rule, about: history.subject, claims,
        "\(count) jobs in \(layoff.claim.occurred), of a staff of \(Int(staff.count)) (\(staff.claim.occurred))")
    }
  }

  /// The staff at the layoff's place: as the claim says, else the newest figure for its country, else for all.
  private static func staff(
    before layoff: Told<Layoff>, _ history: History, _ context: AuditContext
  ) -> (count: Double, claim: Claim)? {
    if let own = layoff.payload.workforceBefore { return (Double(own), layoff.claim) }
    let country = layoff.payload.place.country
    let oldest = layoff.day.day - context.whole("days", of: rule)
    var (there, whole): ((Double, Claim)?, (Double, Claim)?)
    for claim in history.own where claim.days.countsFrom <= layoff.day && claim.days.countsFrom.day >= oldest {
      if claim.isDisputed { continue }
      if let profile = claim.payload as? CompanyProfiled, !profile.headcount.isEmpty {
        let local = profile.headcount.filter { $0.country == country }.map(\.count)
        if !local.isEmpty { there = (Double(local.reduce(0, +)), claim) }
      } else if let metric = claim.payload as? MetricObserved, staffMetrics.contains(metric.metric) {
        guard let figure = metric.high ?? metric.value else { continue }
        if metric.place == nil {
          whole = (figure, claim)
        } else if metric.place == Place(country: country) {
          there = (figure, claim)
        }
      }
    }
    return (there ?? whole).map { (count: $0.0, claim: $0.1) }
  }
}
