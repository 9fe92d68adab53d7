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
    if let asOf {
      guard let day = try? EDTFDate(asOf).latest else {
        throw CommandFailure.invalid("--as-of \"\(asOf)\" is not a date; write 2025, 2025-05 or 2025-05-01")
      }
      cut.asOf = day
    }
    if let knownAt {
      guard let time = Timestamp(knownAt) else {
        throw CommandFailure.invalid(
          "--known-at \"\(knownAt)\" is not a time; write 2026-01-13T02:11:09Z, or 2026-01-13 for the end of that day")
      }
      cut.position = min(cut.position ?? .max, try open.log.position(knownAt: time))
    }
    return cut
  }
}
