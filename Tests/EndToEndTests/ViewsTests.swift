import CanonicalJSON
import Foundation
import Testing

@Suite struct ViewsCommandTests {
  static func json(_ outcome: Binary.Outcome) throws -> [JSONValue] {
    try #require(try JSONReader.read(Array(outcome.output.utf8.dropLast())).array, "\(outcome.errors)")
  }

  static func withCases() throws -> Binary {
    let dealtrail = try Binary()
    _ = try dealtrail("append", CommandTests.cases.path)
    return dealtrail
  }

  @Test func indicatorsRankThePlaybookAboveTheCounterPath() throws {
    let dealtrail = try Self.withCases()
    defer { dealtrail.remove() }
    let all = try Self.json(dealtrail("indicators", "--format", "json"))
    func ranked(_ name: String) throws -> Int {
      let entry = try #require(all.first { $0["subject"]?.string == "company/\(name)" })
      return try #require(entry["rank"]?.integer)
    }
    for above in ["manus", "heygen"] {
      for below in ["zhipu", "minimax"] { try #expect(ranked(above) < ranked(below)) }
    }
    for entry in all {
      #expect(
        Set(entry.object!.keys).isSuperset(of: [
          "subject", "name", "as_of", "value", "lower", "upper", "coverage", "confirmed_value", "rooting", "rank",
          "dimensions",
        ]))
      let dimensions = try #require(entry["dimensions"]?.array)
      #expect(dimensions.count == 7)
      for dimension in dimensions {
        let evidence = try #require(dimension["evidence"]?.array).compactMap(\.string)
        #expect(evidence.isEmpty == (dimension["value"]?.isNull == true), "missing is never zero")
        if entry["subject"]?.string == "company/manus" {
          for id in evidence { try #expect(dealtrail("show", id).code == 0) }
        }
      }
    }
  }

  @Test func indicatorsAsOfADayUseWhatHadHappened() throws {
    let dealtrail = try Self.withCases()
    defer { dealtrail.remove() }
    func value(_ dimension: String, _ arguments: String...) throws -> Double? {
      let words = ["indicators", "manus", "--format", "json", "--workspace", dealtrail.workspace.path] + arguments
      let entry = try #require(try Self.json(Binary.run(words)).first)
      return entry["dimensions"]?.array?.first { $0["dimension"]?.string == dimension }?["value"]?.number
    }
    try #expect(value("exit", "--as-of", "2025-05-01") == nil)
    try #expect(value("exit", "--as-of", "2025-12-31") == 0.6)
    try #expect(value("exit") == 0.3)
    let definitions = dealtrail.workspace.appending(path: "mine.yaml").path
    try Data("id: mine\ndimensions: {exit: {unwinding: 0.9}}\n".utf8).write(to: URL(filePath: definitions))
    try #expect(value("exit", "--definitions", definitions) == 0.9)
    try Data("id: mine\ndimensions:\n  exit: {unwinding: 9}\n".utf8).write(to: URL(filePath: definitions))
    let wrong = try dealtrail("indicators", "--definitions", definitions)
    #expect(wrong.code == 65 && wrong.errors.contains("mine.yaml:3:"))
  }

  /// The series is the composite as of each of its days, and the last of it that of today.
  @Test func theSeriesIsTheCompositeAsOfEachDay() throws {
    let dealtrail = try Self.withCases()
    defer { dealtrail.remove() }
    let series = try Self.json(dealtrail("indicators", "manus", "--series", "--format", "json"))
    #expect(
      series.count > 10 && series.map { $0["day"]?.string ?? "" } == series.map { $0["day"]?.string ?? "" }.sorted())
    for point in series.filter({ ["2025-04-01", "2025-06-18", "2025-07-11"].contains($0["day"]?.string) }) + [
      series.last!
    ] {
      let then = try Self.json(
        dealtrail("indicators", "manus", "--as-of", point["day"]?.string ?? "", "--format", "json"))[0]
      for member in ["value", "lower", "upper", "coverage"] { #expect(point[member] == then[member], "\(point)") }
    }
    #expect(try dealtrail("indicators", "--series").code == 64)
  }

  /// The law of the engine, for every projection that ships: however the log came in, and in whatever order, the rows are those
  /// of a rebuild; disputes and retractions come before what they are about, too.
  @Test func everyProjectionIsTheSameHoweverTheLogCame() throws {
    let cases = try String(contentsOf: CommandTests.cases, encoding: .utf8).split(separator: "\n").map(String.init)
    for _ in 0..<4 {
      let dealtrail = try Binary()
      defer { dealtrail.remove() }
      func standing(after command: String...) throws -> [String] {
        _ = try Binary.run(command + ["--workspace", dealtrail.workspace.path])
        let status = try Self.json(dealtrail("projections", "status", "--format", "json"))
        #expect(status.allSatisfy { $0["failed_subjects"]?.integer == 0 && $0["position"] == $0["log_position"] })
        return status.map { "\($0["name"]?.string ?? "") \($0["digest"]?.string ?? "")" }
      }
      var rest = cases.shuffled()
      while !rest.isEmpty {
        let batch = rest.prefix(Int.random(in: 1...90))
        rest.removeFirst(batch.count)
        let appended = try dealtrail("append", input: batch.joined(separator: "\n"))
        try #require(appended.code == 0, "\(appended.errors)")
        _ = try dealtrail("timeline", "manus")
      }
      let grown = try standing(after: "docket")
      #expect(try standing(after: "projections", "rebuild") == grown)
      #expect(try dealtrail("projections", "check").code == 0)
      #expect(grown.count == 10)
    }
  }

  @Test func viewsCanBeDeletedAndTamperedWith() throws {
    let dealtrail = try Self.withCases()
    defer { dealtrail.remove() }
    _ = try dealtrail("timeline", "manus")
    let status = try Self.json(dealtrail("projections", "status", "--format", "json"))
    #expect(status.allSatisfy { $0["position"] == $0["log_position"] && $0["failed_subjects"] == 0 })
    #expect(Set(["timeline", "indicators", "search"]).isSubset(of: status.compactMap { $0["name"]?.string }))
    try #expect(dealtrail("projections", "check").code == 0)
    let views = dealtrail.workspace.appending(path: "views.sqlite")
    try AuditCommandTests.changed(
      dealtrail, "views.sqlite",
      [
        "UPDATE timeline SET title='forged' WHERE subject='company/manus' AND ordinal=2",
        // To Swift, the sign for kelvin is a K.
        """
        UPDATE timeline SET title=replace(title, 'K', char(0x212A)) WHERE (subject, ordinal) =
          (SELECT subject, ordinal FROM timeline WHERE title GLOB '*K*' ORDER BY 1, 2 LIMIT 1)
        """,
      ])
    let drift = try dealtrail("projections", "check", "--format", "json")
    #expect(drift.code == 3)
    let found = try Self.json(drift)
    #expect(
      found.count == 2 && found.contains { $0["subject"]?.string == "company/manus" && $0["ordinal"] == 2 }, "\(found)")
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: views.path + suffix) }
    try #expect(dealtrail("projections", "rebuild").code == 0)
    try #expect(Self.json(dealtrail("projections", "status", "--format", "json")) == status)
  }

  @Test(
    arguments: [
      (["蝴蝶"], "company/manus"), (["智谱"], "company/zhipu"), (["benchmark", "series"], "company/manus"),
      (["BYTEDANCE"], "company/manus"), (["总部"], nil), (["\"OR", "NEAR("], nil),
    ] as [([String], String?)])
  func searchFindsAnyScript(words: [String], subject: String?) throws {
    let dealtrail = try Self.withCases()
    defer { dealtrail.remove() }
    let outcome = try Binary.run(["search"] + words + ["--format", "json", "--workspace", dealtrail.workspace.path])
    #expect(outcome.code == 0)
    let subjects = try Self.json(outcome).compactMap { $0["subject"]?.string }
    if let subject { #expect(subjects.contains(subject)) } else { #expect(!subjects.contains("company/manus")) }
  }

  @Test func noCatchUpAnswersFromTheViewsAsTheyStand() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    func layoff(_ count: Int) throws {
      let line =
        #"{"subject":"company/a","kind":"layoff","occurred":"2025","data":{"place":{"country":"CN"},"count":\#(count)}}"#
      _ = try dealtrail("append", input: line)
    }
    try layoff(1)
    try #expect(TimelineTests.timeline(dealtrail, "a")["position"] == 1)
    try layoff(2)
    let stale = try TimelineTests.timeline(dealtrail, "a", "--no-catch-up")
    #expect(stale["position"] == 1 && stale["entries"]?.array?.count == 1)
    try #expect(TimelineTests.timeline(dealtrail, "a")["entries"]?.array?.count == 2)
  }

  /// A profile of schema 1, whose headcount was an object: stored as it came, read as the newest.
  @Test func oldSchemasAreReadAsTheNewest() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let lines = """
      {"subject":"company/a","kind":"company_profiled","schema":1,"occurred":"2020","data":{"names":[{"name":"A"}],"home_jurisdiction":"CN","headcount":{"CN":100}}}
      {"subject":"company/a","kind":"layoff","occurred":"2021","data":{"place":{"country":"CN"},"count":40}}
      """
    try #expect(dealtrail("append", input: lines).code == 0)
    let stored = try dealtrail("log", "--format", "jsonl", "--limit", "1").output
    #expect(stored.contains(#""headcount":{"CN":100}"#) && stored.contains(#""schema":1"#))
    let entry = try #require(try Self.json(dealtrail("indicators", "a", "--format", "json")).first)
    let people = entry["dimensions"]?.array?.first { $0["dimension"]?.string == "people" }
    #expect(people?["value"]?.number == 0.4)
  }

  /// A NUL character, at which SQLite's functions end a text, is kept by the log and shown as a mark by the views.
  @Test func aNULInAClaimIsNoDrift() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let line =
      #"{"subject":"company/a","kind":"company_profiled","occurred":"2020","data":{"names":[{"name":"Nul\u0000Co"}]}}"#
    try #expect(dealtrail("append", input: line).code == 0)
    #expect(try dealtrail("timeline", "a", "--format", "json").output.contains("Nul\u{FFFD}Co"))
    #expect(try dealtrail("log", "--format", "jsonl").output.contains(#"Nul\u0000Co"#))
    try #expect(dealtrail("projections", "check").code == 0)
  }
}
