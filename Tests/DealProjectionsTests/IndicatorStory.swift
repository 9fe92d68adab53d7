import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Projecting

/// A company's history from lines `kind date status data`, and its indicators.
struct IndicatorStory {
  static let subject = Subject("company/a")!

  static func history(_ lines: [(kind: String, date: String, status: String, data: String)]) throws -> History {
    let events = try lines.enumerated().map { index, line in
      let event = try EventLine.event(
        from: [
          "subject": .string(subject.id), "kind": .string(line.kind), "occurred": .string(line.date),
          "status": .string(line.status), "data": try JSONReader.read(Array(line.data.utf8)),
        ], defaults: EventLine.Defaults(recordedBy: "tester"))
      return StoredEvent(
        event: event, position: Int64(index + 1), revision: Int64(index + 1), recorded: Timestamp(microseconds: 0))
    }
    return try HistoryBuilder(interpreter: DealInterpreter()).history(of: subject, from: events, cut: Cut())
  }

  /// The value of each dimension and of rooting, by name.
  static func values(
    _ lines: [(String, String, String)], _ definition: IndicatorDefinition = .standard
  ) throws -> [String: Double] {
    let history = try history(lines.map { ($0.0, $0.1, "reported", $0.2) })
    var values: [String: Double] = [:]
    let projection = IndicatorsProjection(definition: definition)
    for row in try projection.rows(for: history) where row.model == projection.dimensionModel.name {
      if case .text(let name) = row.values[0], case .real(let value) = row.values[1] { values[name] = value }
    }
    return values
  }
}
