import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteViews

struct Capital: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capital",
    abstract:
      "Print where companies' money came from: by year, origin and country, in its currencies and in US dollars.",
    discussion: """
      Origins: domestic, government (of home), foreign, public (a listing) and unknown. Reports of one round count once; sales by one \
      holder to another (secondary) raise nothing. Dollars are at the European Central Bank's rate of the day, or the mean of the \
      days that a date may mean; where there is no rate, that is said and no number is made up. Parts of a round that were not \
      disclosed are taken as equal, and an investor that is named alone as the only one; both are assumptions, and marked ≈.

        dealtrail capital manus
        dealtrail capital manus --parts           each investor's part, and its rate
        dealtrail capital --format csv            every company
      """)

  @Argument(help: "The companies; all that raised money when none is given.")
  var subjects: [String] = []

  @Flag(help: "Each part of each round instead of sums.")
  var parts = false

  @OptionGroup var question: QuestionOptions

  func run() throws {
    let open = try question.open()
    let wanted = try open.subjects(named: subjects)
    let projection = CapitalProjection(following: open.definitions.indicators)
    let rows = try question.rows(of: projection, CapitalProjection.model, open, wanted: wanted)
    let grouped = Dictionary(grouping: rows, by: \.subject)
    let summaries = try open.views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      return try grouped.sorted { $0.key < $1.key }.map { subject, rows in
        CapitalSummary(subject: subject, name: try resolver.name(of: subject), parts: rows.map { .init($0.values) })
      }
    }
    (parts ? Self.parts(summaries) : Self.sums(summaries)).print(question.printing) {
      .array(summaries.map(\.json))
    }
    remark(on: summaries)
  }

  private static func sums(_ summaries: [CapitalSummary]) -> Report {
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("year", "Year", "年份", alignsRight: true),
        .init("origin", "Origin", "来源"), .init("country", "Country", "国家"),
        .init("amount", "Amount", "金额", alignsRight: true), .init("currency", "", ""),
        .init("usd", "US dollars", "美元", alignsRight: true), .init("assumed_split", "", ""),
        .init("undisclosed_parts", "Undisclosed", "未披露", alignsRight: true),
      ],
      rows: summaries.flatMap { summary in summary.lines.map { row(summary.subject, $0) } })
  }

  private static func row(_ subject: Subject, _ line: CapitalSummary.Line) -> [Report.Cell] {
    [
      .init(subject.id), line.key.year.map { .init($0) } ?? .init(nil), .init(line.key.origin),
      .init(line.key.country.isEmpty ? nil : line.key.country), amount(line.amount),
      .init(line.key.currency.isEmpty ? nil : line.key.currency),
      dollars(line.usd, isRateMissing: line.isRateMissing),
      .init(.bool(line.isAssumed), shown: line.isAssumed ? "≈" : "", paint: .yellow), .init(line.undisclosed),
    ]
  }

  private static func parts(_ summaries: [CapitalSummary]) -> Report {
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("occurred", "Date", "日期"), .init("stage", "Stage", "轮次"),
        .init("investor", "Investor", "投资方"), .init("origin", "Origin", "来源"), .init("country", "Country", "国家"),
        .init("amount", "Amount", "金额", alignsRight: true), .init("currency", "", ""),
        .init("usd", "US dollars", "美元", alignsRight: true), .init("rate_day", "Rate of", "汇率日"),
        .init("basis", "Basis", "依据"), .init("evidence", "Events", "事件"),
      ],
      rows: summaries.flatMap { summary in summary.parts.map { row(summary.subject, $0) } })
  }

  private static func row(_ subject: Subject, _ part: CapitalSummary.Part) -> [Report.Cell] {
    [
      .init(subject.id), .init(part.occurred), .init(.string(part.stage), shown: part.stage.replacing("_", with: " ")),
      .init(part.investor), .init(part.origin), .init(part.country), amount(part.amount), .init(part.currency),
      dollars(part.usd, isRateMissing: part.isRateMissing), .init(part.rateDay),
      .init(.string(part.basis), shown: part.basis.replacing("_", with: " ")),
      .init(.array(part.evidence.map { .string($0) }), shown: part.evidence.joined(separator: " "), paint: .dim),
    ]
  }

  private static func amount(_ amount: ExactAmount?) -> Report.Cell {
    .init(.optional(amount?.digits), shown: amount.map { grouped($0.digits) } ?? "–")
  }

  private static func dollars(_ usd: Double?, isRateMissing: Bool) -> Report.Cell {
    let shown = usd.map { grouped(String(format: "%.0f", $0)) } ?? (isRateMissing ? "no rate" : "–")
    return .init(.optional(usd), shown: shown, paint: isRateMissing ? .yellow : nil)
  }

  /// Digits of the whole part in threes.
  private static func grouped(_ digits: String) -> String {
    let (whole, fraction) = (digits.prefix { $0 != "." }, digits.drop { $0 != "." })
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + fraction
  }

  private func remark(on summaries: [CapitalSummary]) {
    guard question.printing.format == .table, !question.printing.quiet, !summaries.isEmpty else { return }
    let parts = summaries.flatMap(\.parts)
    var remarks: [String] = []
    if parts.contains(where: { $0.basis == "equal_split" }) {
      remarks.append("≈ parts that were not disclosed are taken as equal: an assumption")
    }
    if parts.contains(where: { $0.basis == "sole" }) {
      remarks.append("≈ where one investor alone is named, it is taken to have put in all: an assumption")
    }
    if parts.contains(where: \.isRateMissing) {
      remarks.append(
        "no rate: the European Central Bank has none for the currency at that time (rates end on "
          + "\(ExchangeRates.lastDay)), or the date says less than a year")
    }
    if parts.contains(where: { $0.year == nil }) {
      remarks.append("– in the place of the year: the date may mean days of several years")
    }
    for remark in remarks { StandardError.print(remark) }
  }
}
