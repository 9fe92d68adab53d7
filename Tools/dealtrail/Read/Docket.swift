import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Docket: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docket",
    abstract: "Print probes and licences: open or closed, how old, whose, and what they concern.",
    discussion: """
      What an authority has open about a subject is one probe until it ends; what it opens after that is another. Licences are \
      told apart by what they are for. Ages are counted to --as-of, else to today.

        dealtrail docket --open
        dealtrail docket manus --as-of 2026-02-01
      """)

  @Argument(help: "The subjects, or the authorities whose matters are wanted; all when none is given.")
  var subjects: [String] = []

  @Flag(help: "Only what is open.")
  var open = false

  @OptionGroup var question: QuestionOptions

  func run() throws {
    let workspace = try question.open()
    let today = try question.day()
    let wanted = try workspace.subjects(named: subjects)
    let rows = try question.rows(of: DocketProjection(), DocketProjection.model, workspace).filter { subject, values in
      (wanted.isEmpty || wanted.contains(subject) || wanted.contains { $0.id == values[1].text })
        && (!open || values[4].text == "open")
    }
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("type", "Type", "类型"), .init("authority", "Authority", "机关"),
        .init("state", "State", "状态"), .init("phase", "Phase", "阶段"), .init("opened", "Opened", "开始"),
        .init("last", "Last news", "最近"), .init("age_days", "Age", "天数", alignsRight: true),
        .init("topic", "Topic", "事项"), .init("legal_basis", "Legal basis", "法律依据"),
        .init("concerns", "Concerns", "涉及"), .init("evidence", "Evidence", "依据"),
      ],
      rows: rows.map { subject, values in
        // A closed matter is as old as it got.
        let end = values[4].text == "open" ? today : values[8].text.flatMap { CivilDate(text: $0) }
        let age = end.flatMap { end in values[6].text.flatMap { CivilDate(text: $0) }.map { end.day - $0.day } }
        return [
          .init(subject.id), .init(values[0].text), .init(values[1].text),
          .init(values[4].text, paint: values[4].text == "open" ? .yellow : .dim),
          .init(.optional(values[3].text), shown: (values[3].text ?? "").replacing("_", with: " ")),
          .init(values[5].text), .init(values[7].text), age.map { .init($0) } ?? .init(nil), .init(values[2].text),
          .init(values[9].text), Self.ids(values[10]), Self.ids(values[11]),
        ]
      }
    ).print(question.printing)
  }

  /// A list in JSON; its length for people.
  private static func ids(_ value: ViewValue) -> Report.Cell {
    let list = (try? JSONReader.read(Array((value.text ?? "[]").utf8))) ?? []
    let count = list.array?.count ?? 0
    return .init(
      list, shown: count == 0 ? "–" : count == 1 ? list.array?[0].string ?? "" : "\(count) events", paint: .dim)
  }
}
