import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteViews

struct Ownership: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ownership",
    abstract: "Print who holds what of a company over time, what is not known, and who may control it.",
    discussion: """
      Stakes, votes, seats and terms as claims report them. A blank "until" means that no claim says it ended, not that it goes \
      on. Claims that contradict one another are marked and all shown. Control: the first test that applies of a majority, \
      control terms, the only seats on the board, the largest known stake; and who may control the holder, to the ultimate one.

        dealtrail ownership manus
        dealtrail ownership heygen --history
      """)

  @Argument(help: "The companies.")
  var subjects: [String]

  @Flag(help: "Also what has ended.")
  var history = false

  @OptionGroup var question: QuestionOptions

  func run() throws {
    let workspace = try question.open()
    let wanted = try workspace.subjects(named: subjects)
    let projection = OwnershipProjection()
    let rows = try question.rows(of: projection, OwnershipProjection.model, workspace).filter {
      wanted.contains($0.subject) && (history || $0.values[8].text == nil)
    }
    let all = Dictionary(
      uniqueKeysWithValues: try question.rows(of: projection, OwnershipProjection.controlModel, workspace).map {
        ($0.subject, $0.values)
      })
    let control = wanted.compactMap { subject in all[subject].map { (subject: subject, values: $0) } }
    let chains = Dictionary(
      wanted.compactMap { subject in ControlChain(of: subject, all).map { (subject, $0) } }, uniquingKeysWith: { $1 })
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("holder", "Holder", "持有者"), .init("jurisdiction", "From", "来自"),
        .init("stake", "Stake", "股权", alignsRight: true), .init("voting", "Votes", "表决权", alignsRight: true),
        .init("board_seats", "Seats", "席位", alignsRight: true), .init("basis", "Basis", "方式"),
        .init("since", "Since", "自"), .init("until", "Until", "至"), .init("contradicted", "Contradicted", "有矛盾"),
        .init("control_terms", "Terms", "条款"), .init("evidence", "Evidence", "依据"),
      ],
      rows: rows.map { subject, values in
        let isContradicted = values[9].integer == 1
        return [
          .init(subject.id), .init(values[0].text), .init(values[1].text), Self.percent(values[2].real),
          Self.percent(values[3].real), values[4].integer.map { .init($0) } ?? .init(nil),
          .init(.optional(values[6].text), shown: (values[6].text ?? "").replacing("_", with: " ")),
          .init(values[7].text), .init(values[8].text),
          .init(.bool(isContradicted), shown: isContradicted ? "!" : ""), .init(values[5].text),
          Self.ids(values[10]),
        ]
      }
    ).print(question.printing) { .array(wanted.map { Self.json($0, rows, control, chains[$0]) }) }
    guard question.printing.format == .table else { return }
    for (subject, values) in control {
      let known =
        values[0].real.map { "\(Self.number($0)) known, \(Self.number(1 - $0)) not known" } ?? "no stake is known"
      let control = chains[subject].map { "; control: \($0.shown)" } ?? ""
      StandardOutput.print("\(subject): \(known)\(SafeText.shown(control))")
    }
  }

  private static func number(_ part: Double) -> String { String(format: "%.2f%%", part * 100) }

  private static func percent(_ part: Double?) -> Report.Cell {
    .init(.optional(part), shown: part.map { number($0) } ?? "–")
  }

  private static func list(_ value: ViewValue) -> JSONValue {
    (try? JSONReader.read(Array((value.text ?? "[]").utf8))) ?? []
  }

  private static func ids(_ value: ViewValue) -> Report.Cell {
    let ids = list(value)
    return .init(ids, shown: ids.array?.first?.string ?? "–", paint: .dim)
  }

  private static func json(
    _ subject: Subject, _ rows: [(subject: Subject, values: [ViewValue])],
    _ control: [(subject: Subject, values: [ViewValue])], _ chain: ControlChain?
  ) -> JSONValue {
    let holders = rows.filter { $0.subject == subject }.map { row -> JSONValue in
      let values = row.values
      return [
        "holder": .optional(values[0].text), "jurisdiction": .optional(values[1].text),
        "stake": .optional(values[2].real), "voting": .optional(values[3].real),
        "board_seats": values[4].integer.map { .integer($0) } ?? .null, "control_terms": .optional(values[5].text),
        "basis": .optional(values[6].text), "since": .optional(values[7].text), "until": .optional(values[8].text),
        "contradicted": .bool(values[9].integer == 1), "evidence": list(values[10]),
      ]
    }
    let test = control.first { $0.subject == subject }?.values
    return [
      "subject": .string(subject.id), "holders": .array(holders), "known": .optional(test?[0].real),
      "unknown": .optional(test?[1].real),
      "control": test.flatMap { values in
        values[2].text.map { holder in
          [
            "controller": .string(holder), "test": .optional(values[3].text), "jurisdiction": .optional(values[4].text),
            "evidence": list(values[5]),
          ]
        }
      } ?? .null, "ultimate": chain?.json ?? .null,
    ]
  }
}
