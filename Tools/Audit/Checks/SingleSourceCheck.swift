import Auditing
import CanonicalJSON
import DealEvents
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// Claims of weight that stand on one report alone.
enum SingleSourceCheck: HistoryCheck {
  static let rule = AuditRule(
    "single_source", .quality, .info,
    "A major claim that nobody confirmed stands on one source, which is not graded A.",
    remedy: "Look for an independent source and confirm the claim with it: dealtrail confirm ID --source …",
    parameters: [
      DefinitionParameter(
        "millions", 100, in: 0...1e9, "rounds and prices from this many millions, of any currency, are major"),
      DefinitionParameter("jobs", 500, in: 0...1e9, "layoffs of this many jobs are major"),
    ], groupedAs: "major claims with one source")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    history.standing.filter { claim in
      claim.currentStatus == "reported" && isMajor(claim, context) && claim.independentSources == 1
        && !isReliable(claim)
    }.map {
      Observation(rule, about: history.subject, [$0], "\($0.called) stands on one source")
    }
  }

  /// Graded A, completely reliable, in the Admiralty code: registers and filings, which need no second source.
  private static func isReliable(_ claim: Claim) -> Bool {
    claim.sources.contains { $0["grade"]?.string?.hasPrefix("A") ?? false }
  }

  private static func isMajor(_ claim: Claim, _ context: AuditContext) -> Bool {
    let least = context.value("millions", of: rule) * 1e6
    return switch claim.payload {
    case let deal as Acquisition:
      deal.phase != .rumoured && deal.phase != .declined && (deal.price.map { $0.value.approximate >= least } ?? true)
    case let round as FundingRound:
      [round.amount, round.valuation?.amount].contains { $0.map { $0.value.approximate >= least } ?? false }
    case let layoff as Layoff: layoff.count.map { Double($0) >= context.value("jobs", of: rule) } ?? false
    case let move as Relocation: move.what == .headquarters || move.what == .legalDomicile
    case let probe as RegulatoryProbe: probe.phase == .blocked || probe.phase == .fined
    case is LicenseDecision, is PersonRestricted: true
    default: false
    }
  }
}
