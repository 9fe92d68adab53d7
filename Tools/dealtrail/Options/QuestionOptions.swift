import ArgumentParser
import DealEvents
import EventLog
import Plugins
import Projecting
import SQLiteLog
import SQLiteViews

/// The moment that a question is asked about, and whether the views are brought up to date first.
struct QuestionOptions: ParsableArguments {
  @Option(help: "Only what had happened by this day, inclusive: 2025, 2025-05 or 2025-05-01 (a month means its end).")
  var asOf: String?

  @Option(help: "Only what the log knew at this time, inclusive (RFC 3339; a day alone means its end).")
  var knownAt: String?

  @Flag(help: "Answer from the views as they stand, without bringing them up to the end of the log.")
  var noCatchUp = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  /// Whether the question is about the present, so that the views hold the answer.
  var isPresent: Bool { asOf == nil && knownAt == nil }

  /// - Parameter table: the table that is asked for, where a command prints any.
  func open(for table: String? = nil) throws -> OpenWorkspace {
    let open = try workspace.open()
    if !noCatchUp { try open.catchUpToAnswer(printing, for: table) }
    return open
  }

  /// - Throws: `CommandFailure` for a date or time that is none.
  func cut(_ open: OpenWorkspace) throws -> Cut {
    var cut = Cut(position: try open.views.indexPosition())
    if asOf != nil { cut.asOf = try day() }
    if let knownAt { cut.position = min(cut.position ?? .max, try open.position(knownAt: knownAt)) }
    return cut
  }

  /// The day that ages are counted to: `--as-of`, else today.
  func day() throws -> CivilDate {
    guard let asOf else { return Timestamp.now().day }
    guard let day = try? EDTFDate(asOf).latest else {
      throw CommandFailure.invalid("--as-of \"\(asOf)\" is not a date; write 2025, 2025-05 or 2025-05-01")
    }
    return day
  }

  /// The rows of a read model at the moment of the question: those that the views hold, or computed for it. Subjects that the
  /// projection failed on are said on standard error.
  /// - Parameters:
  ///   - wanted: the subjects; all where there are none.
  ///   - isStored: whether the views compute the model by this projection.
  func rows(
    of projection: any Projection, _ model: ReadModel, _ open: OpenWorkspace, wanted: [Subject] = [],
    isStored: Bool = true
  ) throws -> [(subject: Subject, values: [ViewValue])] {
    if isPresent, isStored { return try stored(projection, model, open, wanted) }
    try projection.prepare()
    let cut = try cut(open)
    let answers: [(subject: Subject, rows: Result<[ViewRow], any Error>)]
    if wanted.isEmpty {
      var all: [(subject: Subject, rows: Result<[ViewRow], any Error>)] = []
      _ = try Progress.during(printing) { progress in
        try open.views.eachHistory(cut: cut, progress: progress) { history in
          (history.subject, Result { try projection.rows(for: history) })
        } deliver: { batch in
          all += batch
          return true
        }
      }
      answers = all
    } else {
      answers = try wanted.map { subject in
        let history = try open.views.history(of: subject, cut: cut)
        return (subject, Result { history.claims.isEmpty ? [] : try projection.rows(for: history) })
      }
    }
    return try answers.flatMap { subject, rows in
      do {
        return try rows.get().filter { $0.model == model.name }.map { (subject, $0.values) }
      } catch let error as ProjectionUnavailable {
        throw error
      } catch {
        StandardError.print("dealtrail: \(projection.name) failed on \(subject): \(error)")
        return []
      }
    }
  }

  /// What a projection makes of every company at the moment of the question, with the company's name.
  func rowsOfCompanies(
    by projection: any Projection, _ open: OpenWorkspace
  ) throws -> [(subject: Subject, name: String, rows: [ViewRow])] {
    let cut = try cut(open)
    let companies = try open.views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      return try reader.subjects().filter { $0.category == "company" }.map { ($0, try resolver.name(of: $0)) }
    }
    let progress = Progress(quiet: printing.quiet)
    defer { progress.finish() }
    return try companies.enumerated().map { index, company in
      progress.show("computing \(projection.name)", done: index, total: companies.count)
      return (company.0, company.1, try projection.rows(for: open.views.history(of: company.0, cut: cut)))
    }
  }

  private func stored(
    _ projection: any Projection, _ model: ReadModel, _ open: OpenWorkspace, _ wanted: [Subject]
  ) throws -> [(subject: Subject, values: [ViewValue])] {
    let obstacle = (projection as? PluginProjection)?.obstacle
    let (rows, failed, position) = try open.views.read { reader in
      let position: Int64
      do {
        position = try reader.position(of: projection.name)
      } catch ViewsError.notComputed where obstacle != nil {
        throw CommandFailure.failed("\(projection.name) has no rows: \(obstacle!)")
      }
      let rows = wanted.isEmpty ? try reader.rows(model) : try wanted.flatMap { try reader.rows(model, of: $0) }
      return (rows, try reader.failedSubjects(of: projection.name), position)
    }
    // Of one that is behind it was said when it was to be caught up.
    if let obstacle, !printing.quiet, try position == open.log.head().position {
      StandardError.print("dealtrail: the rows of \(projection.name) are those of before: \(obstacle)")
    }
    let concerned = failed.filter { wanted.isEmpty || wanted.contains($0) }
    if let first = concerned.first, !printing.quiet {
      StandardError.print(
        "dealtrail: \(projection.name) failed on \(concerned.count == 1 ? first.id : "\(concerned.count) subjects"), "
          + "which have no rows; see why with: dealtrail projections status")
    }
    return rows.map { ($0.subject, $0.values) }
  }
}
