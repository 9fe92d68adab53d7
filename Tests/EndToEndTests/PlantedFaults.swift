import Testing

/// A fault that a rule of quality is to find, planted in claims, beside like claims in which it is not to find one.
struct PlantedFault: CustomTestStringConvertible {
  var rule: String
  var lines: [String]
  /// How many findings there are to be about `company/faulty`; the claims about `company/sound` have none.
  var findings = 1

  var testDescription: String { rule }

  static let source = #"{"url":"https://example.org/a","title":"A","archive":"https://archive.example/a"}"#

  static func claim(
    _ subject: String, _ kind: String, _ occurred: String, _ data: String, status: String = "confirmed",
    sources: String = source
  ) -> String {
    #"{"subject":"company/\#(subject)","kind":"\#(kind)","occurred":"\#(occurred)","status":"\#(status)","#
      + #""data":\#(data),"sources":[\#(sources)]}"#
  }

  private static func round(_ subject: String, _ occurred: String, _ stage: String, _ value: Int) -> String {
    claim(subject, "funding_round", occurred, #"{"stage":"\#(stage)","amount":{"value":"\#(value)","currency":"USD"}}"#)
  }

  private static func deal(_ subject: String, _ occurred: String, _ phase: String, by acquirer: String) -> String {
    claim(subject, "acquisition", occurred, #"{"acquirer":"company/\#(acquirer)","phase":"\#(phase)"}"#)
  }

  private static func probe(_ subject: String, _ occurred: String, _ phase: String, about topic: String) -> String {
    claim(
      subject, "regulatory_probe", occurred,
      #"{"authority":"authority/us-cfius","jurisdiction":"US","phase":"\#(phase)","topic":"\#(topic)"}"#)
  }

  private static func move(_ subject: String, _ occurred: String, from: String, to: String) -> String {
    claim(
      subject, "relocation", occurred,
      #"{"what":"headquarters","from":{"country":"\#(from)"},"to":{"country":"\#(to)"}}"#)
  }

  private static func named(_ subject: String, _ name: String, _ more: String = "") -> String {
    claim(subject, "company_profiled", "2015", #"{"names":[{"name":"\#(name)"}]\#(more)}"#)
  }

  private static func layoff(_ subject: String, _ occurred: String, _ count: Int) -> String {
    claim(subject, "layoff", occurred, #"{"place":{"country":"SG"},"count":\#(count)}"#)
  }

  private static func metric(_ subject: String, _ name: String, _ unit: String) -> String {
    claim(subject, "metric_observed", "2024-05", #"{"metric":"\#(name)","unit":"\#(unit)","value":5000000}"#)
  }

  private static func linked(_ subject: String, _ occurred: String, _ url: String, _ title: String) -> String {
    claim(
      subject, "layoff", occurred, #"{"place":{"country":"SG"},"count":5}"#,
      sources: #"{"url":"\#(url)","title":"\#(title)","archive":"https://archive.example/a"}"#)
  }

  /// Audited as of 2026-01-01.
  static let all: [PlantedFault] = [
    PlantedFault(
      rule: "no_source",
      lines: [
        claim("faulty", "layoff", "2024", #"{"place":{"country":"SG"}}"#, sources: ""), layoff("sound", "2024", 5),
      ]),
    PlantedFault(
      rule: "single_source",
      lines: [
        claim("faulty", "acquisition", "2024", #"{"acquirer":"company/b","phase":"announced"}"#, status: "reported"),
        claim(
          "sound", "acquisition", "2024", #"{"acquirer":"company/b","phase":"announced"}"#, status: "reported",
          sources: #"{"publisher":"Reuters"},{"publisher":"Caixin"}"#),
        claim("sound", "layoff", "2024-05", #"{"place":{"country":"SG"},"count":499}"#, status: "reported"),
        claim(
          "sound", "acquisition", "2025", #"{"acquirer":"company/c","phase":"announced"}"#, status: "reported",
          sources: #"{"publisher":"SEC","grade":"A1"}"#),
      ]),
    PlantedFault(
      rule: "amounts_differ",
      lines: [
        round("faulty", "2024-05-02", "series_a", 75_000_000), round("faulty", "2024-05-20", "series_a", 60_000_000),
        round("sound", "2024-05-02", "series_a", 75_000_000), round("sound", "2024-05-20", "series_a", 74_000_000),
        round("sound", "2024-05-02", "debt", 5_000_000), round("sound", "2024-05-02", "debt", 9_000_000),
        round("sound", "2025-05-02", "series_a", 9_000_000),
      ]),
    PlantedFault(
      rule: "two_buyers",
      lines: [
        deal("faulty", "2024-05-02", "announced", by: "b"), deal("faulty", "2024-06-02", "completed", by: "c"),
        deal("sound", "2024-05-02", "announced", by: "b"), deal("sound", "2024-05-20", "abandoned", by: "b"),
        deal("sound", "2024-06-02", "announced", by: "c"), deal("sound", "2025-06-02", "announced", by: "d"),
        deal("sound", "2025-06-04", "rumoured", by: "e"),
      ]),
    PlantedFault(
      rule: "probe_outcomes_differ",
      lines: [
        probe("faulty", "2024-05-02", "cleared", about: "the deal"),
        probe("faulty", "2024-07-02", "blocked", about: "the deal"),
        probe("sound", "2024-05-02", "cleared", about: "the deal"),
        probe("sound", "2024-07-02", "blocked", about: "data"), probe("sound", "2025-01-02", "opened", about: "data"),
        probe("sound", "2025-03-02", "cleared", about: "data"),
      ]),
    PlantedFault(
      rule: "moved_from_elsewhere",
      lines: [
        move("faulty", "2022-05", from: "CN", to: "SG"), move("faulty", "2024-05", from: "US", to: "JP"),
        move("sound", "2022-05", from: "CN", to: "SG"), move("sound", "2024-05", from: "SG", to: "US"),
      ]),
    PlantedFault(
      rule: "moved_from_elsewhere",
      lines: [
        named("faulty", "Faulty", #","home_jurisdiction":"CN""#), move("faulty", "2022-05", from: "US", to: "SG"),
        named("sound", "Sound", #","home_jurisdiction":"CN","headcount":[{"country":"US","count":5}]"#),
        move("sound", "2022-05", from: "US", to: "SG"),
      ]),
    PlantedFault(
      rule: "left_twice",
      lines: [
        move("faulty", "2022-05", from: "CN", to: "SG"), move("faulty", "2024-05", from: "CN", to: "US"),
        move("sound", "2022-05", from: "CN", to: "SG"), move("sound", "2023-05", from: "SG", to: "CN"),
        move("sound", "2024-05", from: "CN", to: "US"),
      ]),
    PlantedFault(
      rule: "layoff_exceeds_staff",
      lines: [
        claim("faulty", "metric_observed", "2024", #"{"metric":"headcount","unit":"people","value":100}"#),
        layoff("faulty", "2024-06", 120),
        claim("sound", "metric_observed", "2024", #"{"metric":"headcount","unit":"people","low":100,"high":150}"#),
        layoff("sound", "2024-06", 120), layoff("sound", "2030-06", 1200),
      ]),
    PlantedFault(
      rule: "date_in_future",
      lines: [layoff("faulty", "2026-03", 5), layoff("sound", "2026-01-02", 5), layoff("sound", "2025-06/..", 7)]),
    PlantedFault(
      rule: "date_before_founding",
      lines: [
        named("faulty", "Faulty", #","founded":"2020-06""#), round("faulty", "2019-05", "seed", 100),
        named("sound", "Sound", #","founded":"2020-06""#), round("sound", "2020", "seed", 100),
      ]),
    PlantedFault(
      rule: "completed_unannounced",
      lines: [
        deal("faulty", "2024-05-02", "completed", by: "b"), deal("sound", "2024-05-02", "completed", by: "b"),
        deal("sound", "2024-03-02", "announced", by: "b"),
      ]),
    PlantedFault(
      rule: "probe_open_long",
      lines: [
        probe("faulty", "2024-05-02", "opened", about: "the deal"),
        probe("sound", "2024-05-02", "opened", about: "the deal"),
        probe("sound", "2025-11-02", "extended", about: "the deal"),
      ]),
    PlantedFault(
      rule: "amount_without_currency",
      lines: [
        metric("faulty", "annual_revenue", "millions"),
        claim("faulty", "funding_round", "2024", #"{"stage":"seed","amount":{"value":"5","currency":"XXX"}}"#),
        metric("sound", "annual_revenue", "USD"), metric("sound", "cost", "CNY per month"),
        metric("sound", "revenue_growth", "percent"),
      ], findings: 2),
    PlantedFault(
      rule: "near_duplicate_events",
      lines: [
        layoff("faulty", "2024-05-02", 100), layoff("faulty", "2024-05-06", 102), layoff("sound", "2024-05-02", 100),
        layoff("sound", "2024-05-06", 150), layoff("sound", "2024-09-06", 100),
        claim("sound", "layoff", "2024-05-03", #"{"place":{"country":"CN"},"count":100}"#),
      ]),
    PlantedFault(
      rule: "near_duplicate_subjects",
      lines: [
        named("faulty", "智谱"), named("another", "Zhipu Inc."), named("sound", "知谱"),
        named("sound-too", "Zhipeng", #","home_jurisdiction":"US""#),
        named("sound-three", "Zhipeng Ltd", #","home_jurisdiction":"CN""#),
      ]),
    PlantedFault(
      rule: "near_duplicate_subjects",
      lines: [
        named("faulty", "Old Name", #","ids":{"wikidata":"Q42"}"#),
        named("another", "New", #","ids":{"wikidata":"q42"}"#),
        named("sound", "Something else", #","ids":{"wikidata":"Q43"}"#),
      ]),
    PlantedFault(
      rule: "conflicting_titles",
      lines: [
        linked("faulty", "2023", "https://example.org/x", "Meta buys Manus"),
        linked("faulty", "2024", "http://example.org/x/#top", "Tax returns of Ohio"),
        linked("sound", "2023", "https://example.org/y", "Meta buys Manus"),
        linked("sound", "2024", "https://example.org/y", "Meta buys Manus – The Daily"),
      ]),
    PlantedFault(
      rule: "rumour_unreviewed",
      lines: [
        claim("faulty", "layoff", "2025-06", #"{"place":{"country":"SG"}}"#, status: "rumoured"),
        claim("sound", "layoff", "2025-12", #"{"place":{"country":"SG"}}"#, status: "rumoured"),
      ]),
    PlantedFault(
      rule: "no_archive",
      lines: [
        claim("faulty", "layoff", "2024", #"{"place":{"country":"SG"}}"#, sources: #"{"url":"https://example.org/a"}"#),
        claim("sound", "layoff", "2024", #"{"place":{"country":"SG"}}"#, sources: #"{"publisher":"a book"}"#),
        layoff("sound", "2025", 5),
      ]),
  ]
}
