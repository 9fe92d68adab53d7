import CanonicalJSON
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteViews

/// Where a company stands at one moment, by every projection that says so in a word or a number.
struct Standing {
  /// A word or number, as programs read it and as people do.
  struct Value: Equatable {
    var json: JSONValue
    var shown: String

    static func number(_ value: Double?) -> Value {
      Value(json: .optional(value), shown: value.map { String(format: "%.2f", $0) } ?? "–")
    }

    static func word(_ text: String?) -> Value {
      Value(json: .optional(text), shown: text.map { $0.replacing("_", with: " ") } ?? "–")
    }

    /// The id of a subject or a rule, as it is.
    static func id(_ text: String?) -> Value { Value(json: .optional(text), shown: text ?? "–") }

    static func count(_ count: Int) -> Value { Value(json: .integer(count), shown: "\(count)") }
  }

  /// The aspects by name, in the order in which they are shown.
  var aspects: [(name: String, value: Value)] = []

  /// - Throws: what a projection throws.
  init(_ history: History, _ definitions: ProjectionDefinitions) throws {
    let indicators = definitions.indicators
    if let standing = IndicatorStanding(history.subject, name: "", rows: try indicators.rows(for: history), indicators)
    {
      add("composite", .number(standing.value))
      add("lower", .number(standing.lower))
      add("upper", .number(standing.upper))
      add("coverage", .number(standing.coverage))
      for dimension in standing.dimensions { add(dimension.name, .number(dimension.value)) }
      add("rooting", .number(standing.rooting))
    }
    let playbook = definitions.playbook
    if let entry = PlaybookEntry(history.subject, name: "", rows: try playbook.rows(for: history), playbook) {
      add("stage", .word(entry.stage))
      for stage in ["buy_in", "cut_ties", "resell"] { add(stage, .word(entry.step(stage)?.occurred)) }
    }
    let policy = try definitions.policy.rows(for: history)
    add("reviews", .id(policy.isEmpty ? nil : policy.compactMap { $0.values[0].text }.joined(separator: ", ")))
    let docket = try DocketProjection().rows(for: history)
    add("open_matters", .count(docket.count { $0.values[4].text == "open" }))
    let ownership = try OwnershipProjection().rows(for: history)
    let control = ownership.first { $0.model == OwnershipProjection.controlModel.name }?.values
    add("controller", .id(control?[2].text))
    add("control_test", .word(control?[3].text))
    add("claims", .count(history.claims.count { $0.role == nil }))
  }

  private mutating func add(_ name: String, _ value: Value) { aspects.append((name, value)) }

  subscript(name: String) -> Value? { aspects.first { $0.name == name }?.value }
}
