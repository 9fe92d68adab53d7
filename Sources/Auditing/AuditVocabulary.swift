public import EventLog
public import Projecting
public import SQLiteViews

/// What an audit asks of those who know the kinds of events.
public protocol AuditVocabulary: Sendable {
  var interpreter: any Interpreter { get }
  /// The acceptances that are in force in the history of ``AuditLog/acceptances``.
  func acceptances(in history: History) -> [Acceptance]
  /// The past audits in the history of ``AuditLog/results``, oldest first.
  func nights(in history: History) -> [AuditNight]
  /// Numbers that differ between the audit before and now. A subject that the log did not know then has none.
  /// - Parameters:
  ///   - positions: where the log ended at past audits, oldest first.
  ///   - subjects: those whose histories may differ since the last of these.
  func movements(of subjects: [Subject], since positions: [Int64], _ views: Views) throws -> [AuditFacts.Movement]
  /// The stages of playbooks that were reached, and the policy rules that call for a review, by the views.
  func standings(_ views: Views) throws -> [AuditFacts.Standing]
}

/// A past audit, as the log has it.
public struct AuditNight: Sendable, Equatable {
  public var day: CivilDate
  public var logSize: Int64
  public var counts: [Severity: Int]
  /// Whether rules were left out, so that its counts say less than those of others.
  public var isPartial: Bool

  public init(day: CivilDate, logSize: Int64, counts: [Severity: Int], isPartial: Bool) {
    self.day = day
    self.logSize = logSize
    self.counts = counts
    self.isPartial = isPartial
  }
}
