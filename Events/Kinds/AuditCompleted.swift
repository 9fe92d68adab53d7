/// The log's own audit came to its end.
public struct AuditCompleted: EventPayload {
  public static let kind = "audit_completed"
  public static let meaning =
    "An audit of this log ended: what it looked at, and how many findings nobody has accepted."
  public static let label = KindLabel("Audit", "审计", glyph: "☑")

  public var logSize: Int
  public var root: String
  public var errors: Int
  public var warnings: Int
  public var infos: Int
  public var accepted: Int
  public var new: Int
  public var gone: Int
  public var wholeScan: Bool
  public var partial: Bool
  public var duration: Double
  public var version: String

  public init(fields: inout FieldReader) {
    logSize = fields.required("log_size", "how many events the audit looked at")
    root = fields.required("root", "the root of the tree over them, in hexadecimal")
    errors = fields.required("errors", "findings of severity error that nobody accepted")
    warnings = fields.required("warnings", "findings of severity warning that nobody accepted")
    infos = fields.required("infos", "findings of severity info that nobody accepted")
    accepted = fields.required("accepted", "findings that somebody accepted")
    new = fields.required("new", "findings that the audit before did not have")
    gone = fields.required("gone", "findings of the audit before that are no more")
    wholeScan = fields.required("whole_scan", "whether every row of the log was read")
    partial = fields.required("partial", "whether rules were left out on the command line")
    duration = fields.required("duration", "how long it took, in seconds")
    version = fields.required("version", "the version of dealtrail that audited")
  }

  public var headline: String {
    phrase("\(logSize) events", "\(errors) errors", "\(warnings) warnings", "\(infos) infos", "\(new) new")
  }
}
