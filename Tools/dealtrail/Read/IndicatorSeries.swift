import CanonicalJSON
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteViews

/// The composite of a company at every day on which a claim about it begins to count; between two of them it does not change.
struct IndicatorSeries {
  var subject: Subject
  var points: [(day: CivilDate, standing: IndicatorStanding)]

  /// - Parameter history: as it is to be known, whole; each point is its part up to a day.
  init(_ history: History, _ projection: IndicatorsProjection) throws {
    subject = history.subject
    points = try Set(history.claims.map(\.days.countsFrom)).sorted().compactMap { day in
      let then = History(subject: history.subject, claims: history.claims.filter { $0.days.countsFrom <= day })
      return IndicatorStanding(history.subject, name: "", rows: try projection.rows(for: then), projection).map {
        (day, $0)
      }
    }
  }

  static func report(_ series: [IndicatorSeries]) -> Report {
    func number(_ value: Double?) -> Report.Cell {
      .init(.optional(value), shown: value.map { String(format: "%.2f", $0) } ?? "–")
    }
    return Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("day", "Day", "日期"),
        .init("value", "Value", "值", alignsRight: true), .init("lower", "Lower", "下限", alignsRight: true),
        .init("upper", "Upper", "上限", alignsRight: true), .init("coverage", "Coverage", "覆盖", alignsRight: true),
      ],
      rows: series.flatMap { series in
        series.points.map { day, standing in
          [
            .init(series.subject.id), .init(day.description), number(standing.value), number(standing.lower),
            number(standing.upper), number(standing.coverage),
          ]
        }
      })
  }
}
