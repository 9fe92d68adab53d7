import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteViews

struct Forecasts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecasts",
    abstract: "Print who said what would happen, with which probability and interest, and how it turned out.",
    discussion: """
      A forecast is open, due once its horizon has passed, or resolved. The Brier score is (probability − outcome)², the mean \
      over a speaker's resolved forecasts that gave a probability: 0 is best, 0.25 is what saying 50% always gets.

        dealtrail forecasts
        dealtrail forecasts --due
        dealtrail forecasts --by-speaker
      """)

  @Argument(help: "The subjects that are spoken of, or the speakers; all when none is given.")
  var subjects: [String] = []

  @Flag(help: "Only those whose horizon has passed and that nobody resolved.")
  var due = false

  @Flag(help: "One line a speaker: how many forecasts, how many resolved, the mean Brier score.")
  var bySpeaker = false

  @OptionGroup var question: QuestionOptions

  private struct Entry {
    var subject: Subject
    var values: [ViewValue]
    /// `open`, `due` or `resolved`.
    var state: String

    init(subject: Subject, values: [ViewValue], today: CivilDate) {
      self.subject = subject
      self.values = values
      let isDue = values[6].text.flatMap { CivilDate(text: $0) }.map { $0 < today } ?? false
      state = values[7].text != nil ? "resolved" : isDue ? "due" : "open"
    }

    var speaker: String { values[0].text ?? "" }
    var brier: Double? { values[8].real }
  }

  func run() throws {
    let workspace = try question.open()
    let today = try question.day()
    let wanted = try workspace.subjects(named: subjects)
    let rows = try question.rows(of: ForecastsProjection(), ForecastsProjection.model, workspace)
    let all = rows.map { Entry(subject: $0.subject, values: $0.values, today: today) }
    let entries = all.filter { entry in
      let isWanted = wanted.contains { $0 == entry.subject || $0.id == entry.speaker }
      return (wanted.isEmpty || isWanted) && (!due || entry.state == "due")
    }
    if bySpeaker { speakers(entries) } else { list(entries) }
  }

  private func list(_ entries: [Entry]) {
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("speaker", "Speaker", "发言者"), .init("made", "Made", "作出"),
        .init("probability", "Probability", "概率", alignsRight: true), .init("horizon", "By", "期限"),
        .init("state", "State", "状态"), .init("outcome", "Outcome", "结果"),
        .init("brier", "Brier", "布赖尔分", alignsRight: true), .init("interest", "Interest", "利益"),
        .init("statement", "Statement", "内容"), .init("event", "Event", "事件"),
      ],
      rows: entries.map { entry in
        let values = entry.values
        return [
          .init(entry.subject.id), .init(entry.speaker), .init(values[4].text), Self.cell(values[2].real),
          .init(values[5].text), .init(entry.state, paint: entry.state == "due" ? .yellow : nil),
          .init(values[7].text), Self.cell(entry.brier), .init(values[3].text), .init(values[1].text),
          .init(values[9].text, paint: .dim),
        ]
      }
    ).print(question.printing)
  }

  private func speakers(_ entries: [Entry]) {
    let groups = Dictionary(grouping: entries, by: \.speaker).sorted { $0.key < $1.key }
    Report(
      columns: [
        .init("speaker", "Speaker", "发言者"), .init("forecasts", "Forecasts", "预测", alignsRight: true),
        .init("resolved", "Resolved", "已定", alignsRight: true), .init("due", "Due", "到期", alignsRight: true),
        .init("scored", "Scored", "计分", alignsRight: true), .init("brier", "Brier", "布赖尔分", alignsRight: true),
      ],
      rows: groups.map { speaker, entries in
        let scores = entries.compactMap(\.brier)
        return [
          .init(speaker), .init(entries.count), .init(entries.count { $0.state == "resolved" }),
          .init(entries.count { $0.state == "due" }), .init(scores.count),
          Self.cell(scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)),
        ]
      }
    ).print(question.printing)
  }

  private static func cell(_ value: Double?) -> Report.Cell {
    .init(.optional(value), shown: value.map { String(format: "%.2f", $0) } ?? "–")
  }
}
