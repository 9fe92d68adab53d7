import CanonicalJSON
import DealEvents
import EventLog
import Projecting
import Testing

@Suite struct VocabularyTests {
  static let defaults = EventLine.Defaults(recordedBy: "tester")

  static func json(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  @Test func everyKindIsDescribed() {
    let names = Vocabulary.kinds.map { $0.kind }
    #expect(Set(names).count == names.count && names.count >= 24)
    for kind in Vocabulary.kinds {
      #expect(kind.meaning.hasSuffix("."))
      #expect(kind.label.glyph.count == 1 && !kind.label.chinese.isEmpty)
      #expect(kind.descriptions.contains { $0.isRequired }, "\(kind.kind) requires nothing")
    }
  }

  @Test(arguments: Vocabulary.kinds.map { $0.kind })
  func missingAndUnknownFieldsAreNamed(kind: String) throws {
    let error = #expect(throws: InvalidEvent.self) {
      try Vocabulary.payload(kind: kind, schema: Vocabulary.type(of: kind)!.schemaVersion, data: ["zzz": 1])
    }
    let fields = try #require(error).problems.map(\.field)
    #expect(fields.contains("data.zzz"))
    for field in Vocabulary.type(of: kind)!.descriptions where field.isRequired {
      #expect(fields.contains("data.\(field.name)"))
    }
  }

  /// To `==`, the sign for kelvin is a K.
  @Test func aCodeIsNoOtherLetters() {
    #expect(Country(code: "HK") != nil && Country(code: "H\u{212A}") == nil)
    #expect(Currency(code: "SEK") != nil && Currency(code: "SE\u{212A}") == nil)
    #expect(Country.isSubdivision("CN-HK") && !Country.isSubdivision("CN-H\u{212A}"))
  }

  @Test(
    arguments: [
      ("Manus AI", "company/manus-ai"), ("Z.ai", "company/z-ai"), ("M\u{FC}ller", nil), ("Mu\u{308}ller", nil),
      ("\u{130}stanbul", nil), ("蝴蝶", nil), ("--", nil),
    ] as [(String, String?)])
  func aNameGivesASubjectOrNone(name: String, subject: String?) {
    #expect(Subject.named(name, category: "company")?.id == subject)
  }

  @Test(
    arguments: [
      (#"{"metric":"growth","unit":"ratio","value":1.05}"#, "growth 1.05 ratio"),
      (
        #"{"metric":"annual_recurring_revenue","unit":"USD","low":100000000,"high":125500000}"#,
        "annual recurring revenue USD 100M–USD 125.5M"
      ),
      (#"{"metric":"headcount","unit":"people","value":120}"#, "headcount 120 people"),
      (#"{"metric":"loss","unit":"USD","value":-2500000}"#, "loss -2500000 USD"),
      (#"{"metric":"revenue","unit":"USD","value":12345678.9}"#, "revenue 12345678.9 USD"),
    ])
  func aFigureIsShownAsItIs(data: String, headline: String) throws {
    #expect(try Vocabulary.payload(kind: "metric_observed", schema: 1, data: Self.json(data)).headline == headline)
  }

  @Test(
    arguments: [
      ("33.3%", FieldType.share, 0.333), ("0.7%", .share, 0.007), ("1.1%", .share, 0.011), ("100%", .share, 1),
      (".5", .share, 0.5), ("5.", .number, 5), ("-.5", .number, -0.5), ("007", .number, 7), ("0", .number, 0),
      ("0.0", .number, 0), ("1e3", .number, 1000),
      ("1,200", .integer(minimum: nil), 1200), ("1200", .integer(minimum: nil), 1200),
    ])
  func typedFiguresAreExact(text: String, type: FieldType, number: Double) throws {
    let typed = FieldText { name, _ in throw FieldProblem(field: "", reason: name) }
    #expect(try typed.json(text, as: type, field: "x").number == number)
  }

  @Test(arguments: ["1,5", "1,2,3", "12,", ",", "1.5"]) func aCommaIsNoDecimalPoint(text: String) {
    let typed = FieldText { name, _ in throw FieldProblem(field: "", reason: name) }
    #expect(throws: FieldProblem.self) { try typed.json(text, as: .integer(minimum: nil), field: "count") }
  }

  @Test(arguments: [
    (0.99999, "99.999%"), (0.00004, "0.004%"), (0.50004, "50.004%"), (0.5, "50%"), (0.6153, "61.53%"),
    (0.3333333, "33.33%"), (0.999999999999, "<100%"), (1e-9, "<0.000001%"),
  ])
  func aShareIsNotRoundedToAllOrHalf(fraction: Double, shown: String) throws {
    let data: JSONValue = ["holder": "investor/x", "stake": .number(fraction)]
    #expect(try Vocabulary.payload(kind: "ownership_changed", schema: 1, data: data).headline == "x, holds \(shown)")
  }

  @Test func oldProfileIsUpcast() throws {
    let old = try Self.json(#"{"names":[{"name":"蝴蝶效应","lang":"zh-Hans"}],"headcount":{"CN":120,"SG":40}}"#)
    let profile = try #require(
      try Vocabulary.payload(kind: "company_profiled", schema: 1, data: old) as? CompanyProfiled)
    #expect(profile.headcount.map(\.country.code) == ["CN", "SG"] && profile.headcount.map(\.count) == [120, 40])
    #expect(throws: InvalidEvent.self) { try Vocabulary.payload(kind: "company_profiled", schema: 2, data: old) }
    #expect(throws: InvalidEvent.self) { try Vocabulary.payload(kind: "company_profiled", schema: 3, data: old) }
  }

  @Test func theDesignsEventIsRead() throws {
    let line = try Self.json(
      #"""
      {"id":"01936f7e-8a3c-7c4e-9f00-3d5c1f0a7b11","subject":"company/manus","kind":"funding_round","schema":1,
       "occurred":"2025-04","recorded":"2026-01-13T02:11:09.123456Z","recorded_by":"analyst@example.org",
       "status":"reported","data":{"stage":"series_b","amount":{"value":"75000000","currency":"USD"},
       "investors":[{"id":"investor/benchmark","jurisdiction":"US","lead":true}]},
       "sources":[{"url":"https://example.org/a","published":"2025-04-25","grade":"B2"}],
       "causation":null,"correlation":"import/2026-01-13"}
      """#)
    let event = try EventLine.event(from: line, defaults: Self.defaults)
    let round = try #require(
      try Vocabulary.payload(kind: event.kind, schema: event.schema, data: event.data ?? .null) as? FundingRound)
    #expect(round.headline == "series b, USD 75M, led by benchmark")
    #expect(round.mentions.map(\.subject.id) == ["investor/benchmark"])
    #expect(event.id.description == "01936f7e-8a3c-7c4e-9f00-3d5c1f0a7b11")
  }

  @Test(arguments: [
    (#"{"subject":"company/a","kind":"layof","occurred":"2025","data":{}}"#, "kind"),
    (#"{"subject":"Company A","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"}}}"#, "subject"),
    (#"{"subject":"company/a","kind":"layoff","occurred":"2025-13","data":{"place":{"country":"CN"}}}"#, "occurred"),
    (
      #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"cn"}}}"#,
      "data.place.country"
    ),
    (
      #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"},"share":80}}"#,
      "data.share"
    ),
    (#"{"subject":"company/a","kind":"layoff","occured":"2025","data":{"place":{"country":"CN"}}}"#, "occured"),
    (
      #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"}},"sources":[{"grade":"Z9"}]}"#,
      "sources[0].grade"
    ),
    (
      #"{"subject":"company/a","kind":"listing","occurred":"2025","data":{"exchange":"HKEX","phase":"lisetd"}}"#,
      "data.phase"
    ),
  ])
  func faultsAreNamed(line: String, field: String) throws {
    let json = try Self.json(line)
    let error = #expect(throws: InvalidEvent.self) { try EventLine.event(from: json, defaults: Self.defaults) }
    #expect(try #require(error).problems.map(\.field).contains(field))
  }

  @Test func contentNamesTheEventWhoeverRecordsIt() throws {
    let line = try Self.json(
      #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"}}}"#)
    let a = try EventLine.event(from: line, defaults: .init(recordedBy: "a", correlation: "x"))
    let b = try EventLine.event(from: line, defaults: .init(recordedBy: "b"))
    #expect(a.id == b.id && a.isSameClaim(as: b))
    #expect(a.id.description.dropFirst(14).first == "8")
  }
}
