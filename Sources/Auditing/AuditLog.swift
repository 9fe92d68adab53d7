public import EventLog

/// Where the log keeps what its own audits found and what was accepted.
public enum AuditLog {
  /// The category of subjects about the log itself.
  public static let category = "audit"
  /// The subject of the results.
  public static let results = Subject("audit/nightly")!
  /// The subject of the acceptances.
  public static let acceptances = Subject("audit/findings")!
}
