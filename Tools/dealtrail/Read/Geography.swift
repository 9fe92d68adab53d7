import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Geography: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geography",
    abstract: "Print where companies were over time: head office, legal seat, research, staff and legal entities.",
    discussion: """
      Moves of the head office and of the legal seat make a chain; reports of one move are one line. A blank "until" means \
      that no claim says it ended, not that it goes on.

        dealtrail geography manus
        dealtrail geography --aspect headquarters --format csv
      """)

  @Argument(help: "The companies; all when none is given.")
  var subjects: [String] = []

  @Option(help: "Only this: headquarters, legal_domicile, research, team, data, staff or entity.")
  var aspect: String?

  @OptionGroup var question: QuestionOptions

  func run() throws {
    let workspace = try question.open()
    let wanted = try workspace.subjects(named: subjects)
    let rows = try question.rows(of: GeographyProjection(), GeographyProjection.model, workspace).filter {
      (wanted.isEmpty || wanted.contains($0.subject)) && (aspect == nil || aspect == $0.values[0].text)
    }
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("aspect", "What", "事项"), .init("country", "Country", "国家"),
        .init("subdivision", "Part", "地区"), .init("city", "City", "城市"), .init("since", "Since", "自"),
        .init("until", "Until", "至"), .init("count", "People", "人数", alignsRight: true), .init("name", "Name", "名称"),
        .init("disputed", "Disputed", "有争议"), .init("evidence", "Evidence", "依据"),
      ],
      rows: rows.map { subject, values in
        let ids = (try? JSONReader.read(Array((values[9].text ?? "[]").utf8))) ?? []
        let isDisputed = values[8].integer == 1
        return [
          .init(subject.id), .init(.optional(values[0].text), shown: (values[0].text ?? "").replacing("_", with: " ")),
          .init(values[1].text), .init(values[2].text), .init(values[3].text), .init(values[4].text),
          .init(values[5].text), values[6].integer.map { .init($0) } ?? .init(nil), .init(values[7].text),
          .init(.bool(isDisputed), shown: isDisputed ? "!" : ""),
          .init(ids, shown: "\(ids.array?.count ?? 0)", paint: .dim),
        ]
      }
    ).print(question.printing)
  }
}
