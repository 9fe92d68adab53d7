public import Attestation
public import EventLog
public import Projecting
public import SQLiteViews

/// What is known about the workspace as a whole, gathered before the checks run.
public struct AuditFacts: Sendable {
  /// A number about a subject that is not what it was at the audit before.
  public struct Movement: Sendable, Equatable {
    public var subject: Subject
    public var name: String
    public var before: Double?
    public var after: Double?
    /// The number at each of the past audits, oldest first, and now.
    public var series: [Double?]
    public var evidence: [EventID]

    public init(
      subject: Subject, name: String, before: Double?, after: Double?, series: [Double?], evidence: [EventID]
    ) {
      self.subject = subject
      self.name = name
      self.before = before
      self.after = after
      self.series = series
      self.evidence = evidence
    }
  }

  /// How a subject stands by a definition that analysts tune.
  public struct Standing: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// It reached a stage of a playbook.
      case stage
      /// A policy rule calls for a review.
      case review
    }

    public var kind: Kind
    public var subject: Subject
    /// The stage, or the rule.
    public var name: String
    public var message: String
    public var evidence: [EventID]

    public init(_ kind: Kind, _ subject: Subject, name: String, message: String, evidence: [EventID]) {
      self.kind = kind
      self.subject = subject
      self.name = name
      self.message = message
      self.evidence = evidence
    }
  }

  /// The state of the machine and of the files.
  public struct Upkeep: Sendable {
    /// Bytes that are free on the workspace's disk, and the part of the disk, 0…1.
    public var freeBytes: Int64 = 0
    public var freeShare = 1.0
    /// Size of the write-ahead logs, in bytes.
    public var walBytes: Int64 = 0
    /// The day of the newest backup; `nil` where there is none.
    public var lastBackup: CivilDate?
    /// The day of the audit before.
    public var lastAudit: CivilDate?
    public var hasWitness = false
    /// Why the log cannot be signed; `nil` where it can.
    public var signingFailure: String?

    public init() {}
  }

  public var integrity: [IntegrityFinding] = []
  /// Findings of integrity beyond those that are kept.
  public var uncounted = 0
  public var drift: [Drift] = []
  /// Why the views cannot be opened; `nil` where they can.
  public var viewsFailure: String?
  /// How the projections stood before the audit brought them up to date.
  public var projections: [ProjectionStatus] = []
  /// Projections that could not be computed, and so not compared.
  public var unavailable: [ProjectionUnavailable] = []
  public var movements: [Movement] = []
  public var standings: [Standing] = []
  public var upkeep = Upkeep()
  /// Parts of the audit that did not come to their end, and why.
  public var unfinished: [String: String] = [:]

  public init() {}
}
