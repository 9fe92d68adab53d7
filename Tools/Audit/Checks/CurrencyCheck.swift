import Auditing
import CanonicalJSON
import DealEvents
import EventLog
import Projecting

/// Amounts of money in no currency.
enum CurrencyCheck: HistoryCheck {
  static let rule = AuditRule(
    "amount_without_currency", .quality, .warning, "An amount of money has no currency.",
    remedy:
      "Correct the claim with an ISO 4217 code, such as USD or CNY; where the source names none, say so in a note.",
    groupedAs: "amounts with no currency")
  static let rules = [rule]

  /// Last words of the names of metrics that are money whatever their unit: `annual_revenue`, not `revenue_growth`.
  private static let money: Set<String> = [
    "revenue", "revenues", "arr", "turnover", "income", "profit", "earnings", "ebitda", "cost", "costs", "spending",
    "expenditure", "budget", "cash", "capital", "valuation", "funding", "price", "fine", "salary", "bookings", "gmv",
  ]
  /// Units of figures that are no amounts.
  private static let pure: Set<String> = ["ratio", "percent", "%", "people", "count", "multiple", "x"]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    history.standing.compactMap { claim in
      if let metric = claim.payload as? MetricObserved, isMoney(metric), !names(metric.unit) {
        return Observation(
          rule, about: history.subject, [claim],
          "\(metric.metric) of \(claim.occurred) has the unit \"\(metric.unit)\", which names no currency")
      }
      guard hasNoCurrency(claim.data) else { return nil }
      return Observation(
        rule, about: history.subject, [claim], "\(claim.called) has an amount in XXX, no currency")
    }
  }

  private static func isMoney(_ metric: MetricObserved) -> Bool {
    !pure.contains(metric.unit.lowercased())
      && metric.metric.lowercased().split { !$0.isLetter }.last.map { money.contains(String($0)) } ?? false
  }

  private static func names(_ unit: String) -> Bool {
    // In capitals within other words, since ALL and TRY are currencies too.
    (unit.split { !$0.isLetter }.map(String.init) + [unit.uppercased()]).contains {
      Currency(code: $0).map { $0.code != "XXX" } ?? false
    }
  }

  /// ISO 4217 has `XXX` for transactions without a currency.
  private static func hasNoCurrency(_ json: JSONValue) -> Bool {
    if let list = json.array { return list.contains(where: hasNoCurrency) }
    guard let object = json.object else { return false }
    return object.members.contains { $0.key == "currency" && $0.value.string == "XXX" || hasNoCurrency($0.value) }
  }
}
