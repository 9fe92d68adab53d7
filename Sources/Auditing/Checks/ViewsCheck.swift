internal import DefinitionFiles
internal import EventLog
internal import Projecting
internal import SQLiteViews

/// Whether the views equal the log.
public enum ViewsCheck: FactCheck {
  static let drift = AuditRule(
    "views_drift", .views, .error, "Rows of the views are not what the log gives.",
    remedy: "See the rows with: dealtrail projections check; mend them with: dealtrail projections rebuild.")
  static let failed = AuditRule(
    "subject_failed", .views, .error, "A projection failed on a subject, whose rows are missing.",
    remedy: "See why with: dealtrail projections status; correct or retract the event that cannot be read.")
  static let lag = AuditRule(
    "views_behind", .views, .info, "The views were far behind the log; the audit has brought them up to date.",
    remedy: "Let dealtrail projections status run after large imports, so that readers need not wait.",
    parameters: [
      DefinitionParameter("events", 10_000, in: 0...1e12, "a lag of more events than this is reported")
    ])
  static let unavailable = AuditRule(
    "projection_unavailable", .views, .warning, "A projection cannot be computed; its rows stay as they were.",
    remedy: "Do what the message says; see the plug-ins with: dealtrail plugins list.")
  public static let unreadable = AuditRule(
    "views_unreadable", .views, .error, "The file of the views is damaged or cannot be read.",
    remedy: "It holds nothing that the log does not: delete views.sqlite, views.sqlite-wal and views.sqlite-shm.")
  public static let rules = [drift, failed, unavailable, unreadable, lag]

  public static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] {
    let drifted = Dictionary(grouping: facts.drift) { [$0.projection, $0.subject] }
    var found = drifted.map { key, rows in
      let first = rows[0]
      let columns = first.columns.isEmpty ? "" : " (\(first.columns.joined(separator: ", ")))"
      let more = rows.count > 1 ? ", and \(rows.count - 1) more" : ""
      return Observation(
        drift, about: key[1], cause: [key[0]],
        "\(first.model), row \(first.ordinal) of \(key[1]): \(first.difference.rawValue)\(columns)\(more)")
    }
    if let failure = facts.viewsFailure {
      found.append(Observation(unreadable, about: "views.sqlite", cause: [""], failure))
    }
    found += facts.unavailable.map { projection in
      Observation(unavailable, about: "views.sqlite", cause: [projection.projection], "\(projection)")
    }
    for projection in facts.projections {
      found += projection.failures.map { failure in
        Observation(
          failed, about: failure.subject, cause: [projection.name],
          "\(projection.name) failed at position \(failure.position): \(failure.message)")
      }
      if let position = projection.position,
        Double(projection.logPosition - position) > context.value("events", of: lag)
      {
        found.append(
          Observation(
            lag, about: "views.sqlite", cause: [projection.name],
            "\(projection.name) stood at position \(position) of \(projection.logPosition)"))
      }
    }
    return found.sorted { ($0.subject, $0.cause[0]) < ($1.subject, $1.cause[0]) }
  }
}
