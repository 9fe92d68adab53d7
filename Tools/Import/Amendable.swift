internal import DealEvents
internal import EventLog

/// The events that later rows may amend.
struct Amendable {
  private let rule: ImportMapping.Amends?
  private var events: [[String]: [(day: CivilDate, event: Event)]] = [:]

  init(_ rule: ImportMapping.Amends?) { self.rule = rule }

  /// The event that the row amends: the latest of its key within the days allowed.
  /// `nil` for a row that amends nothing, or whose original the table does not have: that one stands on its own.
  func target(of row: ImportRow) -> Event? {
    guard let rule, row[rule.column] == rule.equals, let day = day(row) else { return nil }
    return events[key(row)]?.filter { (0...rule.withinDays).contains(day.day - $0.day.day) }.max { $0.day < $1.day }?
      .event
  }

  mutating func add(_ row: ImportRow, _ event: Event) {
    guard rule != nil, let day = day(row) else { return }
    events[key(row), default: []].append((day, event))
  }

  private func key(_ row: ImportRow) -> [String] { (rule?.key ?? []).map { (row[$0] ?? "").lowercased() } }

  private func day(_ row: ImportRow) -> CivilDate? {
    rule.flatMap { row[$0.date] }.flatMap { text in try? EDTFDate(text).earliest }
  }
}
