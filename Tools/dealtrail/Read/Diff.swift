import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Projecting
import SQLiteLog
import SQLiteViews

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Print what the log learned between two moments, and which numbers that moved.",
    discussion: """
        dealtrail diff --known-at 2026-01-01 2026-02-01
        dealtrail diff --known-at 2026-01-01 2026-02-01 manus --format json
      """)

  @Option(
    name: .customLong("known-at"), parsing: .upToNextOption,
    help: "Two moments of the log, and then, if wanted, companies (RFC 3339; a day alone means its end).")
  var moments: [String]

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if moments.count < 2 { throw ValidationError("--known-at takes two moments, such as 2026-01-01 2026-02-01") }
  }

  private struct Change {
    var subject: Subject
    var aspect: String
    var before: Standing.Value?
    var after: Standing.Value?
  }

  func run() throws {
    let open = try workspace.open()
    try open.catchUp(printing)
    let positions = try moments.prefix(2).map { try open.position(knownAt: $0) }
    guard positions[0] <= positions[1] else {
      throw CommandFailure.invalid("the first moment, \(moments[0]), is after the second, \(moments[1])")
    }
    let wanted = try open.subjects(named: Array(moments.dropFirst(2)))
    var learned: [StoredEvent] = []
    if positions[0] < positions[1] {
      try open.log.read(EventQuery(from: positions[0] + 1, upTo: positions[1])) { stored in
        if wanted.isEmpty || wanted.contains(stored.event.subject) { learned.append(stored) }
        return true
      }
    }
    let changes = try changes(between: positions, wanted, open)
    show(learned, changes)
  }

  private func changes(
    between positions: [Int64], _ wanted: [Subject], _ open: OpenWorkspace
  ) throws -> [Change] {
    let touched = try open.views.subjects(touchedSince: positions[0]).filter {
      $0.category == "company" && (wanted.isEmpty || wanted.contains($0))
    }
    return try touched.flatMap { company in
      let standings = try positions.map { position in
        try Standing(open.views.history(of: company, cut: Cut(position: position)), open.definitions)
      }
      var names = standings[1].aspects.map(\.name)
      names += standings[0].aspects.map(\.name).filter { !names.contains($0) }
      // What was not there and what is not known are one.
      func value(_ standing: Standing, _ name: String) -> JSONValue { standing[name]?.json ?? .null }
      return names.filter { value(standings[0], $0) != value(standings[1], $0) }.map {
        Change(subject: company, aspect: $0, before: standings[0][$0], after: standings[1][$0])
      }
    }
  }

  private func show(_ learned: [StoredEvent], _ changes: [Change]) {
    let events = Report(
      columns: [
        .init("position", "Position", "位置", alignsRight: true), .init("subject", "Subject", "对象"),
        .init("occurred", "Date", "日期"), .init("kind", "Kind", "类型"), .init("title", "What", "内容"),
        .init("id", "Event", "事件"),
      ],
      rows: learned.map { stored in
        let event = stored.event
        let payload = event.data.flatMap { try? Vocabulary.payload(kind: event.kind, schema: event.schema, data: $0) }
        return [
          .init(Int(stored.position)), .init(event.subject.id), .init(event.occurred),
          .init(.string(event.kind), shown: KindNames.shown(event.kind, printing.lang)),
          .init(payload?.headline ?? "was erased"), .init(event.id.description, paint: .dim),
        ]
      })
    let moved = Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("aspect", "Moved", "变动"), .init("before", "Before", "之前"),
        .init("after", "After", "之后"),
      ],
      rows: changes.map { change in
        [
          .init(change.subject.id), .init(.string(change.aspect), shown: change.aspect.replacing("_", with: " ")),
          .init(change.before?.json ?? .null, shown: change.before?.shown ?? "–"),
          .init(change.after?.json ?? .null, shown: change.after?.shown ?? "–"),
        ]
      })
    if printing.format == .json {
      StandardOutput.print(
        CanonicalWriter.text(of: ["learned": .array(events.objects), "moved": .array(moved.objects)]))
    } else if printing.format == .csv {
      Self.joined(events, moved).print(printing)
    } else {
      events.print(printing)
      if printing.format == .table, !learned.isEmpty, !changes.isEmpty { StandardOutput.print("") }
      moved.print(printing)
    }
  }

  /// Both as one table, since CSV has no two.
  private static func joined(_ learned: Report, _ moved: Report) -> Report {
    let none = Report.Cell(nil)
    return Report(
      columns: [.init("table", "Table", "表")] + learned.columns + moved.columns.dropFirst(),
      rows: learned.rows.map { [.init("learned")] + $0 + moved.columns.dropFirst().map { _ in none } }
        + moved.rows.map { row in
          [.init("moved")] + learned.columns.map { $0.name == "subject" ? row[0] : none } + row.dropFirst()
        })
  }
}
