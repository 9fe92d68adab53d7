import Auditing
import CanonicalJSON
import EventLog
import Projecting

/// Pages that may be gone tomorrow.
enum ArchiveCheck: HistoryCheck {
  static let rule = AuditRule(
    "no_archive", .quality, .info, "Sources are web pages of which no archived copy is known.",
    remedy: "Save the pages with a web archive, and confirm the claims with the archived address.",
    groupedAs: "subjects whose sources have no archived copy")
  static let rules = [rule]

  static func observe(_ history: History, _ context: AuditContext) -> [Observation] {
    // A second source of the same claim that has a copy is good enough.
    let bare = history.standing.filter { claim in
      claim.sources.contains { $0["url"]?.string != nil } && !claim.sources.contains { $0["archive"]?.string != nil }
    }
    guard let last = bare.last else { return [] }
    // One finding a subject, which stays the same while claims are added.
    return [
      Observation(
        rule, about: history.subject.id, evidence: bare.prefix(Finding.maximumEvidence).map(\.id),
        origin: AuditLog.importOf(last),
        bare.count == 1 ? "1 claim has no archived source" : "\(bare.count) claims have no archived source")
    ]
  }
}
