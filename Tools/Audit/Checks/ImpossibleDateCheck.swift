import Auditing
import DealEvents
import DefinitionFiles
import EventLog
import Projecting

/// Dates that cannot be.
enum ImpossibleDateCheck: HistoryCheck {
  static let future = AuditRule(
    "date_in_future", .quality, .warning, "A claim is about a day that has not come.",
    remedy: "Correct the date, or record what is expected as a forecast_made.",
    parameters: [
      DefinitionParameter("days", 1, in: 0...3650, "dates up to this many days ahead are let pass (time zones)")
    ],
    groupedAs: "claims about days that have not come")
  static let early = AuditRule(
    "date_before_founding", .quality, .warning, "A claim is about a day before the company was founded.",
    remedy: "Correct the date of the claim, or the founding in the profile.",
    parameters: [
      DefinitionParameter("days", 31, in: 0...3650, "up to this many days before the founding are let pass")
    ],
    groupedAs: "claims about days before the founding")
  static let rules = [future, early]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    let own = history.standing
    let limit = context.today.day + context.whole("days", of: future)
    let ahead = own.filter { ($0.days.earliest ?? $0.days.latest).map { $0.day > limit } ?? false }.map {
      Observation(future, about: history.subject, [$0], "the \($0.called)")
    }
    guard let profile = history.standing(CompanyProfiled.self).last(where: { $0.payload.founded != nil }),
      let founded = profile.payload.founded, let start = founded.earliest
    else { return ahead }
    // An approximate or uncertain year may be the one before.
    let slack = context.whole("days", of: early) + (founded.isApproximate || founded.isUncertain ? 365 : 0)
    let before = own.filter { claim in
      guard !(claim.payload is CompanyProfiled), let end = claim.days.latest ?? claim.days.earliest else {
        return false
      }
      return end.day + slack < start.day
    }
    return ahead
      + before.map {
        Observation(
          early, about: history.subject, $0, against: [profile.claim],
          "the \($0.called); the company was founded \(founded.text)")
      }
  }
}
