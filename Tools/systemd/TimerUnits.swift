/// The systemd units of the nightly audit, as they stand in this folder.
public enum TimerUnits {
  /// Each unit's name and text.
  public static let all: [(name: String, text: String)] = [
    ("dealtrail-audit@.service", String(decoding: PackageResources.dealtrail_audit__service, as: UTF8.self)),
    ("dealtrail-audit@.timer", String(decoding: PackageResources.dealtrail_audit__timer, as: UTF8.self)),
    (
      "dealtrail-audit-failed@.service",
      String(decoding: PackageResources.dealtrail_audit_failed__service, as: UTF8.self)
    ),
  ]
}
