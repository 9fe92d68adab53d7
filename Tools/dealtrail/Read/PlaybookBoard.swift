import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

/// A company's place in the playbook, as the rows of its projection say it.
struct PlaybookEntry {
  struct Step {
    var type: String
    var name: String
    var authority: String?
    var occurred: String
    var day: CivilDate
    var evidence: [String]
  }

  var subject: Subject
  var name: String
  var stage: String
  var missing: [String]
  var steps: [Step]

  /// `nil` when the projection gave no rows.
  init?(_ subject: Subject, name: String, rows: [ViewRow], _ projection: PlaybookProjection) {
    guard let total = rows.first(where: { $0.model == projection.model.name })?.values else { return nil }
    self.subject = subject
    self.name = name
    stage = total[0].text ?? "none"
    missing = total[4].list
    steps = rows.filter { $0.model == projection.stepModel.name }.compactMap { row in
      guard let type = row.values[0].text, let name = row.values[1].text, let occurred = row.values[3].text,
        let day = row.values[4].text.flatMap({ CivilDate(text: $0) })
      else { return nil }
      return Step(
        type: type, name: name, authority: row.values[2].text, occurred: occurred, day: day,
        evidence: row.values[5].list)
    }
  }

  func steps(_ type: String) -> [Step] { steps.filter { $0.type == type } }

  func step(_ stage: String) -> Step? { steps("stage").first { $0.name == stage } }

  /// Those that the views hold.
  static func stored(_ reader: ViewReader, _ projection: PlaybookProjection) throws -> [PlaybookEntry] {
    let resolver = SubjectResolver(reader: reader)
    let steps = Dictionary(grouping: try reader.rows(projection.stepModel), by: \.subject)
    return try reader.rows(projection.model).compactMap { row in
      let parts = (steps[row.subject] ?? []).map { ViewRow(projection.stepModel.name, $0.values) }
      return PlaybookEntry(
        row.subject, name: try resolver.name(of: row.subject),
        rows: [ViewRow(projection.model.name, row.values)] + parts, projection)
    }
  }

  /// The contract of `playbook --format json`, with what came back beside it.
  var json: JSONValue {
    [
      "subject": .string(subject.id), "name": .string(name), "stage": .string(stage),
      "reached": .array(
        steps("stage").map {
          ["stage": .string($0.name), "occurred": .string($0.occurred), "evidence": Self.json($0.evidence)]
        }),
      "signals": .array(
        steps("signal").map {
          ["signal": .string($0.name), "occurred": .string($0.occurred), "evidence": Self.json($0.evidence)]
        }),
      "answer": .array(
        steps("answer").map {
          [
            "authority": .optional($0.authority), "phase": .string($0.name), "occurred": .string($0.occurred),
            "event": .optional($0.evidence.first),
          ]
        }),
      "return": .array(
        steps("return").map {
          ["what": .string($0.name), "occurred": .string($0.occurred), "event": .optional($0.evidence.first)]
        }),
      "missing": Self.json(missing),
    ]
  }

  private static func json(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

/// Prints the board, and the story of one company.
struct PlaybookPrinter {
  var printing: PrintOptions

  static func shown(_ word: String) -> String { word.replacing("_", with: " ") }

  func board(_ entries: [PlaybookEntry]) {
    let rows = entries.map { entry -> [Report.Cell] in
      func date(_ stage: String) -> Report.Cell { .init(entry.step(stage)?.occurred) }
      let last = entry.steps("answer").last
      return [
        .init(.string(entry.stage), shown: Self.shown(entry.stage), paint: entry.stage == "none" ? .dim : .bold),
        .init(entry.subject.id), .init(entry.name), date("buy_in"), date("cut_ties"), date("resell"),
        .init(
          last.map {
            "\($0.authority.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "") \(Self.shown($0.name)), \($0.occurred)"
          }),
        .init(entry.missing.joined(separator: "; ")),
      ]
    }
    Report(
      columns: [
        .init("stage", "Stage", "阶段"), .init("subject", "Subject", "对象"), .init("name", "Name", "名称"),
        .init("buy_in", "Buy in", "买入"), .init("cut_ties", "Cut ties", "切割"), .init("resell", "Resell", "转卖"),
        .init("answer", "Latest answer", "最新回应"), .init("missing", "Missing for the next", "下一步所缺"),
      ], rows: rows
    ).print(printing) { .array(entries.map(\.json)) }
  }

  /// The steps in the order of the world, with the days between them.
  func story(_ entry: PlaybookEntry) {
    let style = printing.style
    StandardOutput.print(style(SafeText.shown(entry.name), .bold) + "  " + style(entry.subject.id, .dim))
    StandardOutput.print(
      "stage: \(Self.shown(entry.stage))" + entry.missing.map { "; missing for the next: \($0)" }.joined())
    let all = entry.steps.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
      \.element)
    if all.isEmpty { return }
    var before: CivilDate?
    Report(
      columns: [
        .init("occurred", "Date", "日期"), .init("gap", "Days", "天数", alignsRight: true), .init("type", "Step", "步骤"),
        .init("what", "What", "内容"), .init("evidence", "Evidence", "依据"),
      ],
      rows: all.map { step in
        let gap = before.map { step.day.day - $0.day }
        before = step.day
        let what = [step.authority, Self.shown(step.name)].compactMap { $0 }.joined(separator: " ")
        return [
          .init(step.occurred), .init(gap.map { "+\($0)" }),
          .init(.string(step.type), shown: step.type, paint: step.type == "stage" ? .bold : .dim),
          .init(.string(what), shown: what, paint: step.type == "stage" ? .bold : nil),
          .init(.string(step.evidence.joined(separator: " ")), shown: Self.evidence(step.evidence), paint: .dim),
        ]
      }
    ).print(printing)
  }

  private static func evidence(_ ids: [String]) -> String {
    guard let first = ids.first else { return "–" }
    return ids.count == 1 ? first : "\(first) and \(ids.count - 1) more"
  }
}
