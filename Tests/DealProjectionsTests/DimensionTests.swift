import DealProjections
import DefinitionFiles
import Projecting
import Testing

@Suite struct DimensionTests {
  struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [(String, String, String)]
    var dimension: String
    var value: Double?
    var testDescription: String { name }
  }

  private static func round(_ amount: String?, _ investors: String, stage: String = "seed") -> (String, String, String)
  {
    let money = amount.map { #""amount":{"value":"\#($0)","currency":"USD"},"# } ?? ""
    return ("funding_round", "2024", #"{"stage":"\#(stage)",\#(money)"investors":[\#(investors)]}"#)
  }

  private static let home = #"{"id":"investor/h","jurisdiction":"CN"}"#
  private static let abroad = #"{"id":"investor/f","jurisdiction":"US"}"#
  private static let lead = #"{"id":"investor/f","jurisdiction":"US","lead":true}"#

  static let stories: [Story] = [
    Story(name: "no claims about money", lines: [], dimension: "capital", value: nil),
    Story(
      name: "two rounds by amount", lines: [round("30", home), round("10", abroad)], dimension: "capital", value: 0.25),
    Story(name: "a lead counts twice", lines: [round("30", home + "," + lead)], dimension: "capital", value: 2.0 / 3),
    Story(
      name: "one round reported twice",
      lines: [round("30", abroad), round("30", abroad), round("30", home, stage: "angel")],
      dimension: "capital", value: 0.5),
    Story(
      name: "known amounts of investors",
      lines: [
        round("100", #"{"id":"investor/f","jurisdiction":"US","amount":{"value":"10","currency":"USD"}},"# + home)
      ], dimension: "capital", value: 0.1),
    Story(
      name: "Hong Kong money is home", lines: [round("1", #"{"id":"investor/k","jurisdiction":"HK"}"#)],
      dimension: "capital", value: 0),
    Story(
      name: "a foreign majority is control",
      lines: [
        ("ownership_changed", "2024", #"{"holder":"investor/f","holder_jurisdiction":"US","stake":0.6}"#),
        round("1", home),
      ], dimension: "capital", value: 1),
    Story(
      name: "a board seat, given up later",
      lines: [
        ("ownership_changed", "2023", #"{"holder":"investor/f","holder_jurisdiction":"US","board_seats":1}"#),
        ("ownership_changed", "2024", #"{"holder":"investor/f","holder_jurisdiction":"US","board_seats":0}"#),
      ], dimension: "capital", value: nil),
    Story(
      name: "moved away and back",
      lines: [
        ("relocation", "2023", #"{"what":"headquarters","to":{"country":"SG"}}"#),
        ("relocation", "2024", #"{"what":"headquarters","to":{"country":"CN"}}"#),
      ], dimension: "place", value: 0),
    Story(
      name: "head office abroad, domicile at home",
      lines: [
        ("company_profiled", "2020", #"{"names":[{"name":"A"}],"legal_entities":[{"name":"E","jurisdiction":"CN"}]}"#),
        ("relocation", "2023", #"{"what":"headquarters","to":{"country":"SG"}}"#),
      ], dimension: "place", value: 0.5),
    Story(
      name: "two cuts after one another",
      lines: [
        ("layoff", "2023-01", #"{"place":{"country":"CN"},"share":0.5}"#),
        ("layoff", "2024-01", #"{"place":{"country":"CN"},"share":0.5}"#),
        ("layoff", "2024-02", #"{"place":{"country":"SG"},"share":1}"#),
      ], dimension: "people", value: 0.75),
    Story(
      name: "two reports of one cut",
      lines: [
        ("layoff", "2023-07-01", #"{"place":{"country":"CN"},"count":80,"workforce_before":100}"#),
        ("layoff", "2023-07-09", #"{"place":{"country":"CN"},"share":0.6}"#),
      ], dimension: "people", value: 0.7),
    Story(
      name: "entities, one renamed and gone",
      lines: [
        ("company_profiled", "2020", #"{"names":[{"name":"A"}],"legal_entities":[{"name":"E","jurisdiction":"CN"}]}"#),
        ("entity_changed", "2021", #"{"entity":"E","jurisdiction":"CN","change":"renamed","new_name":"F"}"#),
        ("entity_changed", "2022", #"{"entity":"F","jurisdiction":"CN","change":"deregistered"}"#),
      ], dimension: "entity", value: 1),
    Story(
      name: "a sale that was unwound",
      lines: [
        ("acquisition", "2024", #"{"acquirer":"company/m","acquirer_jurisdiction":"US","phase":"completed"}"#),
        ("acquisition", "2025", #"{"acquirer":"company/m","acquirer_jurisdiction":"US","phase":"unwound"}"#),
      ], dimension: "exit", value: 0),
    Story(
      name: "a sale at home is no exit",
      lines: [("acquisition", "2024", #"{"acquirer":"company/m","acquirer_jurisdiction":"CN","phase":"completed"}"#)],
      dimension: "exit", value: nil),
    Story(
      name: "an export licence denied",
      lines: [
        (
          "license_decision", "2024",
          #"{"authority":"authority/cn-mofcom","topic":"technology_export","decision":"denied"}"#
        )
      ], dimension: "assets", value: 0),
    Story(
      name: "listed in Hong Kong with government money",
      lines: [
        round("1", #"{"id":"investor/g","jurisdiction":"CN","government":true}"#),
        ("listing", "2025", #"{"exchange":"HKEX","jurisdiction":"HK","phase":"listed"}"#),
      ], dimension: "rooting", value: 1),
  ]

  @Test(arguments: stories)
  func dimension(_ story: Story) throws {
    let value = try IndicatorStory.values(
      story.lines + [("metric_observed", "2020", #"{"metric":"x","unit":"y","value":1}"#)])[
        story.dimension]
    switch (value, story.value) {
    case (let found?, let expected?): #expect(abs(found - expected) < 1e-9, "\(found)")
    case (let found, let expected): #expect(found == nil && expected == nil)
    }
  }

  /// Bounds hold the value, coverage is the known part of the weight, and more evidence never widens the bounds.
  @Test(arguments: ["arithmetic", "geometric"])
  func boundsHoldTheValue(aggregation: String) throws {
    let definition = try IndicatorDefinition(yaml: "id: t\naggregation: \(aggregation)\n", file: "t.yaml")
    let lines = Self.stories.flatMap(\.lines)
    var width = 2.0
    var seen: [(String, String, String)] = []
    for line in lines {
      seen.append(line)
      let history = try IndicatorStory.history(seen.map { ($0.0, $0.1, "reported", $0.2) })
      let values = try IndicatorsProjection(definition: definition).rows(for: history)[0].values
      guard case .real(let lower) = values[1], case .real(let upper) = values[2], case .real(let coverage) = values[3]
      else { continue }
      #expect(lower >= 0 && upper <= 1 && lower <= upper && coverage >= 0 && coverage <= 1)
      if case .real(let value) = values[0] { #expect(lower <= value + 1e-9 && value <= upper + 1e-9) }
      if aggregation == "arithmetic" { #expect(abs((upper - lower) - (1 - coverage)) < 1e-9) }
      width = min(width, upper - lower)
    }
    #expect(width < 0.2)
  }

  @Test(
    arguments: [
      ("id: x\nhome: [ZZ]\n", 2), ("id: x\ndimensions:\n  capitol: {weight: 1}\n", 3),
      ("id: x\ndimensions:\n  capital:\n    weight: -1\n", 4), ("id: x\nstatuses: [certain]\n", 2),
      ("id: x\nexchange_rates: {XXQ: 1}\n", 2), ("home: [CN]\n", 1), ("id: x\naggregation: median\n", 2),
      ("id: x\ndimensions:\n  exit: {completed: lots}\n", 3), ("id: [\n", 2), ("", 1),
      ("id: x\nid: y\n", 1), ("id: x\ndimensions:\n  people: {cut: .nan}\n", 3),
    ])
  func faultsOfADefinitionNameTheirLine(yaml: String, line: Int) throws {
    let error = #expect(throws: DefinitionError.self) { try IndicatorDefinition(yaml: yaml, file: "d.yaml") }
    #expect(error?.line == line, "\(error?.description ?? "")")
  }
}
