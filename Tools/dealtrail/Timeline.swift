import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Projecting
import SQLiteLog

struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened to a subject, in the order of the world.",
    discussion: """
      Corrected claims are shown corrected, retracted ones are left out, disputed ones are marked. Ask what was so, and
      what was known, at a moment:

        dealtrail timeline manus --as-of 2025-05-01
        dealtrail timeline manus --known-at 2026-01-13T12:00:00Z
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: "The subject, such as company/manus, or manus alone for a company.")
  var subject: String

  @Option(help: "Only what had happened by this day, inclusive (a date, such as 2025-05-01).")
  var asOf: String?

  @Option(help: "Only what the log knew at this time, inclusive (RFC 3339; a day alone means its end).")
  var knownAt: String?

  @Option(help: "How the timeline is printed: table or json.")
  var format: Format = .table

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    guard let subject = Subject(subject.contains("/") ? subject : "company/" + subject) else {
      throw CommandFailure.invalid("\"\(subject)\" is not a subject; write category/name, such as company/manus")
    }
    let log = try workspace.log()
    var cut = Cut()
    if let asOf {
      guard let day = try? EDTFDate(asOf).latest else {
        throw CommandFailure.invalid("--as-of \"\(asOf)\" is not a date; write 2025, 2025-05 or 2025-05-01")
      }
      cut.asOf = day
    }
    var position = try log.head().position
    if let knownAt {
      guard let time = Timestamp(knownAt) else {
        throw CommandFailure.invalid(
          "--known-at \"\(knownAt)\" is not a time; write 2026-01-13T02:11:09Z, or 2026-01-13 for the end of that day")
      }
      position = try log.position(knownAt: time)
    }
    cut.position = position
    let events = try log.all(EventQuery(upTo: position))
    let history = try HistoryBuilder(interpreter: DealInterpreter()).history(of: subject, from: events, cut: cut)
    guard !history.claims.isEmpty || asOf != nil || knownAt != nil else {
      let known = Set(events.map(\.event.subject.id)).sorted()
      let near = nearest(to: subject.id, among: known).map { "; did you mean \($0)?" } ?? ""
      throw CommandFailure.failed("the log has no claims about \(subject)\(near)")
    }
    let rows = try TimelineProjection().rows(for: history)
    switch format {
    case .json: StandardOutput.print(CanonicalWriter.text(of: json(rows, history, position: position)))
    case .table: for row in rows { StandardOutput.print(Self.line(row)) }
    }
  }

  private func json(_ rows: [ViewRow], _ history: History, position: Int64) -> JSONValue {
    let profile = history.claims.last { $0.role == nil && $0.payload is CompanyProfiled }?.payload as? CompanyProfiled
    let columns = TimelineProjection.model.columns.map(\.name)
    let entries = rows.map { row in
      JSONValue.object(
        JSONObject(
          zip(columns, row.values).map { name, value in
            JSONObject.Member(key: name, value: name == "disputed" ? .bool(value == .integer(1)) : Self.json(value))
          }))
    }
    return [
      "subject": .string(history.subject.id),
      "name": .string(profile?.names.first?.name ?? String(history.subject.name)),
      "as_of": .optional(asOf), "known_at": .optional(knownAt), "position": .integer(Int(position)),
      "entries": .array(entries),
    ]
  }

  private static func json(_ value: ViewValue) -> JSONValue {
    switch value {
    case .null: .null
    case .integer(let number): .integer(Int(number))
    case .real(let number): .number(number)
    case .text(let text): .string(text)
    }
  }

  private static func line(_ row: ViewRow) -> String {
    func text(_ index: Int) -> String { if case .text(let text) = row.values[index] { text } else { "" } }
    let date = text(0)
    let glyph = Vocabulary.type(of: text(3))?.label.glyph ?? " "
    let disputed = row.values[7] == .integer(1) ? ", disputed" : ""
    let count = if case .integer(let count) = row.values[10] { count } else { Int64(0) }
    return date + String(repeating: " ", count: max(1, 18 - date.count)) + glyph + " " + text(4)
      + "  [\(text(6))\(disputed), \(count) source\(count == 1 ? "" : "s")]"
  }
}
