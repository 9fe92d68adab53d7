import Auditing
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Foundation
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
    let oldest = context.whole("days", of: rule)
    var figures = Figures()
    var found: [Observation] = []
    // The history is in the order of days, so the figures at hand are the newest before each layoff.
    for claim in history.standing {
      figures.add(claim)
      guard let layoff = claim.payload as? Layoff, let count = layoff.count,
        let staff = layoff.workforceBefore.map({ (count: Double($0), claim: claim) })
          ?? figures.staff(in: layoff.place.country, since: claim.days.countsFrom.day - oldest),
        Double(count) > staff.count
      else { continue }
      let others = staff.claim.id == claim.id ? [] : [staff.claim]
      found.append(
        Observation(
          rule, about: history.subject, claim, against: others,
          "\(count) jobs in \(claim.occurred), of a staff of \(String(format: "%.0f", staff.count)) (\(staff.claim.occurred))"
        ))
    }
    return found
  }

  /// The newest figures of staff: for each country, and for the whole company.
  private struct Figures {
    private var whole: (count: Double, claim: Claim)?
    private var local: [Country: (count: Double, claim: Claim)] = [:]

    mutating func add(_ claim: Claim) {
      if let profile = claim.payload as? CompanyProfiled {
        for (country, staff) in Dictionary(grouping: profile.headcount, by: \.country) {
          local[country] = (Double(ExactSum.of(staff.map(\.count))), claim)
        }
      } else if let metric = claim.payload as? MetricObserved, staffMetrics.contains(metric.metric),
        let figure = metric.high ?? metric.value
      {
        if metric.place == nil { whole = (figure, claim) }
        // A figure for a city says too little about the country.
        if let place = metric.place, place == Place(country: place.country) { local[place.country] = (figure, claim) }
      }
    }

    func staff(in country: Country, since day: Int) -> (count: Double, claim: Claim)? {
      [local[country], whole].compactMap { $0 }.first { $0.claim.days.countsFrom.day >= day }
    }
  }
}
