/// The names that the program gives in a workspace's folder.
public enum WorkspaceLayout {
  /// What the workspace chooses; makes a folder a workspace.
  public static let settings = "dealtrail.yaml"
  /// The events.
  public static let log = "log.sqlite"
  /// What was computed from them.
  public static let views = "views.sqlite"
  /// The signed heads of the log, and below them the hashes of its tree.
  public static let checkpoints = "checkpoints"
  public static let tiles = checkpoints + "/tile"
  /// Keys, private ones and those of witnesses.
  public static let keys = "keys"
  /// The private keys, and the verifier keys of this log: ``KeyRing``.
  public static let signer = keys + "/signer"
  public static let nextSigner = signer + ".next"
  public static let witness = keys + "/witness"
  public static let verifiers = keys + "/verifiers"
  public static let witnesses = keys + "/witnesses"
  /// What this office witnessed of other logs.
  public static let witnessed = "witnessed"
  /// Marks an erasure that was begun.
  public static let pendingErasure = "erasure.pending"
  /// Where the log is published.
  public static let publications = "publications"
  /// Results of audits.
  public static let audits = "audits"
  /// The folders that pages of audits were written into.
  public static let auditOutputs = audits + "/outputs"
  /// Rejects of imports.
  public static let imports = "imports"
  /// Where backups are if the settings do not say.
  public static let backups = "backups"
}
