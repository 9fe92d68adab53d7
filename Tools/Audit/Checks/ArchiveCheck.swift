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
    let bare = history.own.filter { claim in
      claim.sources.contains { source in
        source["url"]?.string != nil && source["archive"]?.string == nil
          // A second source of the same claim that has a copy is good enough.
          && !claim.sources.contains { $0["archive"]?.string != nil }
      }
    }
    if bare.isEmpty { return [] }
    var seen = Observation(
      rule, about: history.subject, bare,
      bare.count == 1 ? "1 claim has no archived source" : "\(bare.count) claims have no archived source")
    // One finding a subject, which stays the same while claims are added.
    seen.cause = []
    return [seen]
  }
}
