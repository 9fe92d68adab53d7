import ArgumentParser
import DealEvents
import EventLog
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

  func open() throws -> OpenWorkspace {
    let open = try workspace.open()
    if !noCatchUp { try open.catchUp(printing) }
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

  /// The rows of a read model at the moment of the question: those that the views hold, or computed for it.
  /// - Parameter isStored: whether the views compute the model by this projection.
  func rows(
    of projection: any Projection, _ model: ReadModel, _ open: OpenWorkspace, isStored: Bool = true
  ) throws -> [(subject: Subject, values: [ViewValue])] {
    if isPresent, isStored {
      return try open.views.read { reader in
        _ = try reader.position(of: projection.name)
        return try reader.rows(model).map { ($0.subject, $0.values) }
      }
    }
    let cut = try cut(open)
    return try open.views.read { try $0.subjects() }.flatMap { subject in
      try projection.rows(for: open.views.history(of: subject, cut: cut)).filter { $0.model == model.name }
        .map { (subject, $0.values) }
    }
  }
}
