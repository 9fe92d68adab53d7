public import EventLog
public import Projecting

/// Where the log keeps what its own audits found and what was accepted.
public enum AuditLog {
  /// The category of subjects about the log itself.
  public static let category = "audit"
  /// The subject of the results.
  public static let results = Subject("audit/nightly")!
  /// The subject of the acceptances.
  public static let acceptances = Subject("audit/findings")!

  /// The import that a claim came with, `import/MAPPING`; `nil` where it was recorded otherwise.
  public static func importOf(_ claim: Claim) -> String? {
    claim.stored.event.correlation.flatMap { $0.hasPrefix("import/") ? $0 : nil }
  }
}
