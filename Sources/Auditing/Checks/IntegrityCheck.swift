internal import Attestation
internal import EventLog

/// The log, its tree, its checkpoints and its keys, as `verify` sees them.
public enum IntegrityCheck: FactCheck {
  public static let rules: [AuditRule] = meanings.map { id, meaning in
    AuditRule(
      id, .integrity, .error, meaning,
      remedy:
        "Stop writing to the log, keep a copy of the workspace as it is, see: dealtrail verify; then restore a backup.")
  }

  /// A rule of ``LogFault`` or ``IntegrityFinding`` that is not here would be lost, so it is reported as `log_damaged`.
  private static let meanings: [(String, String)] = [
    ("event_missing", "An event that should be there is not."),
    ("envelope_altered", "An envelope is not the one that the tree was grown over."),
    ("column_altered", "A column says something else than the envelope beside it."),
    ("payload_altered", "What an event says, or its sources, is not what was appended."),
    ("payload_missing", "A part of an event is gone, and no erasure is on record."),
    ("row_stray", "A row belongs to no event of the log."),
    ("tree_altered", "A node of the Merkle tree is not the hash of what is below it."),
    ("order_altered", "The time of recording goes back."),
    ("revision_altered", "The revisions of a subject are not 1, 2, 3 …"),
    ("schema_altered", "A table, index or guard of the log was changed."),
    ("file_damaged", "The file of the log cannot be read as a database."),
    ("log_rolled_back", "The log is shorter than what was signed: an older copy was put back."),
    ("log_forked", "The log is not the one that was signed: it was rewritten."),
    ("checkpoint_altered", "A checkpoint does not verify."),
    ("tile_altered", "A tile beside the checkpoints is not the one that was written."),
    ("key_altered", "The key is not the one that signed the log."),
    ("key_exposed", "Others may read the private key."),
    ("erasure_unfinished", "An erasure was interrupted and may have left remains."),
    ("log_damaged", "Something else about the log does not verify."),
  ]

  /// Rules whose findings say nothing about the log's content.
  private static let exposures: Set<String> = ["key_exposed", "erasure_unfinished"]

  /// Whether a finding of this rule means that the log does not verify.
  public static func isBreach(_ rule: String) -> Bool {
    meanings.contains { $0.0 == rule } && !exposures.contains(rule)
  }

  static func rule(of finding: IntegrityFinding) -> AuditRule { rules.first { $0.id == finding.rule } ?? rules.last! }

  public static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] {
    let kept = facts.integrity.map { finding in
      Observation(
        rule(of: finding), about: finding.file.map { String($0.split(separator: "/").last ?? "") } ?? "log.sqlite",
        cause: [finding.rule, finding.position.map { "\($0)" } ?? "", finding.event ?? "", finding.message],
        evidence: finding.event.flatMap { EventID($0) }.map { [$0] } ?? [],
        finding.message + (finding.event.map { finding.message.contains($0) ? "" : ", event \($0)" } ?? ""))
    }
    guard facts.uncounted > 0 else { return kept }
    return kept + [
      Observation(
        rules.last!, about: "log.sqlite", cause: ["uncounted"], "\(facts.uncounted) more faults were found and not kept"
      )
    ]
  }
}
