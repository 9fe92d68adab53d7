public import Auditing
import CanonicalJSON
import DealEvents
public import DealProjections
public import EventLog
public import Projecting
public import SQLiteViews

/// What the audit asks of those who know the kinds.
public struct DealAuditVocabulary: AuditVocabulary {
  private let definitions: ProjectionDefinitions

  /// - Parameter definitions: how this workspace computes what may move, and by which playbooks and rules it is looked at.
  public init(_ definitions: ProjectionDefinitions) { self.definitions = definitions }

  public var interpreter: any Interpreter { DealInterpreter() }

  public func acceptances(in history: History) -> [Acceptance] {
    history.standing(FindingAccepted.self).map { told in
      Acceptance(
        finding: told.payload.finding, until: told.payload.until?.latest, reason: told.payload.reason,
        event: told.claim.id)
    }
  }

  public func nights(in history: History) -> [AuditNight] {
    history.standing(AuditCompleted.self).sorted { $0.claim.stored.position < $1.claim.stored.position }.map { told in
      AuditNight(
        day: told.day, logSize: Int64(told.payload.logSize),
        counts: [.error: told.payload.errors, .warning: told.payload.warnings, .info: told.payload.infos],
        isPartial: told.payload.partial)
    }
  }

  /// Composites, as the definition of today computes them then and now: what moves is what the log learned.
  public func movements(
    of subjects: [Subject], since positions: [Int64], _ views: Views
  ) throws -> [AuditFacts.Movement] {
    guard let last = positions.last else { return [] }
    return try subjects.filter { $0.category == "company" }.compactMap { subject in
      let now = try indicator(of: subject, views, nil)
      let then = try indicator(of: subject, views, last)
      guard then.isKnown, then.value != now.value else { return nil }
      var series: [Double?] = try positions.dropLast().map { try indicator(of: subject, views, $0).value }
      series += [then.value, now.value]
      return AuditFacts.Movement(
        subject: subject, name: "de-sinicization", before: then.value, after: now.value, series: series,
        evidence: now.evidence)
    }
  }

  public func standings(_ views: Views) throws -> [AuditFacts.Standing] {
    try views.read { reader in
      try definitions.playbooks.flatMap { try Self.stages($0, reader) }
        + definitions.policies.flatMap { try Self.reviews($0, reader) }
    }
  }

  private static func stages(_ playbook: PlaybookProjection, _ reader: ViewReader) throws -> [AuditFacts.Standing] {
    let steps = Dictionary(grouping: try reader.rows(playbook.stepModel), by: \.subject)
    return try reader.rows(playbook.model).compactMap { row in
      guard let stage = text(row.values[0]), stage != PlaybookStanding.Stage.none.rawValue else { return nil }
      let step = steps[row.subject]?.first { text($0.values[0]) == "stage" && text($0.values[1]) == stage }?.values
      let name = named(stage, playbook)
      return AuditFacts.Standing(
        .stage, row.subject, name: name,
        message: "\(name.replacing("_", with: " ")) reached in \(step.flatMap { text($0[3]) } ?? "")",
        evidence: try step.map { try events($0[5]) } ?? [])
    }
  }

  private static func reviews(_ policy: PolicyProjection, _ reader: ViewReader) throws -> [AuditFacts.Standing] {
    try reader.rows(policy.model).map { row in
      let rule = named(text(row.values[0]) ?? "", policy)
      let missing = try list(row.values[5]).joined(separator: ", ")
      return AuditFacts.Standing(
        .review, row.subject, name: rule,
        message: "needs review by \(rule) since \(text(row.values[3]) ?? ""); missing: \(missing)",
        evidence: try events(row.values[4]))
    }
  }

  /// A stage or rule of a definition with a label is told apart from those of the same name in another.
  private static func named<Defined: DefinedProjection>(_ name: String, _ projection: Defined) -> String {
    projection.name == Defined.kind ? name : "\(projection.name)/\(name)"
  }

  private static func text(_ value: ViewValue) -> String? { if case .text(let text) = value { text } else { nil } }

  private static func list(_ value: ViewValue) throws -> [String] {
    (try JSONReader.read(Array((text(value) ?? "[]").utf8)).array ?? []).compactMap(\.string)
  }

  private static func events(_ value: ViewValue) throws -> [EventID] { try list(value).compactMap { EventID($0) } }

  private struct Indicator {
    /// Whether the log had a claim about the subject.
    var isKnown: Bool
    var value: Double?
    var evidence: [EventID]
  }

  private func indicator(of subject: Subject, _ views: Views, _ position: Int64?) throws -> Indicator {
    let rows = try definitions.indicators.rows(for: try views.history(of: subject, cut: Cut(position: position)))
    var value: Double?
    if case .real(let composite) = rows.first(where: { $0.model == definitions.indicators.model.name })?.values[0] {
      value = composite
    }
    let evidence = try rows.filter { $0.model == definitions.indicators.dimensionModel.name }.flatMap { row in
      try Self.events(row.values[3])
    }
    return Indicator(isKnown: !rows.isEmpty, value: value, evidence: evidence)
  }
}
