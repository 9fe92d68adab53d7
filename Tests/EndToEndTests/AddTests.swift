import CanonicalJSON
import DealEvents
import Foundation
import Testing

@Suite struct AddTests {
  static func add(_ dealtrail: Binary, _ arguments: [String]) throws -> Binary.Outcome {
    try Binary.run(["add"] + arguments + ["--workspace", dealtrail.workspace.path])
  }

  static func last(_ dealtrail: Binary) throws -> JSONValue {
    let line = try dealtrail("log", "--reverse", "--limit", "1", "--format", "jsonl").output
    return try JSONReader.read(Array(line.utf8.dropLast()))
  }

  @Test func theExampleOfTheTour() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let words = [
      "funding-round", "manus", "--date", "2025-04", "--amount", "75M", "--currency", "USD", "--investor",
      "benchmark:US:lead", "--source", "https://example.org/a", "--grade", "B2",
    ]
    let unknown = try Self.add(dealtrail, words)
    #expect(unknown.code == 1 && unknown.errors.contains("--new"))
    #expect(try Self.add(dealtrail, words + ["--new"]).code == 0)
    let event = try Self.last(dealtrail)
    #expect(
      event["data"] == [
        "stage": "unknown", "amount": ["value": "75000000", "currency": "USD"],
        "investors": [["id": "investor/benchmark", "jurisdiction": "US", "lead": true]],
      ])
    #expect(event["sources"] == [["url": "https://example.org/a", "grade": "B2"]])
    let misspelt = try Self.add(dealtrail, ["layoff", "manuss", "--date", "2025"])
    #expect(misspelt.code == 1 && misspelt.errors.contains("did you mean company/manus?"))
  }

  @Test func namesOfAnyScriptResolve() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let profile = [
      "company-profiled", "manus", "--new", "--date", "2022", "--name", "Manus:en", "--name", "蝴蝶效应:zh-Hans",
    ]
    #expect(try Self.add(dealtrail, profile).code == 0)
    #expect(
      try Self.add(dealtrail, ["layoff", "蝴蝶效应", "--date", "2025-07", "--place", "CN", "--share", "66.7%"]).code == 0)
    let event = try Self.last(dealtrail)
    #expect(event["subject"]?.string == "company/manus" && event["data"]?["share"]?.number == 0.667)
  }

  /// A value for each type of field, as a person would type it.
  private static func typed(_ type: FieldType, id: String) -> String? {
    switch type {
    case .text: "some text"
    case .integer: "1,200"
    case .number: "0.5"
    case .flag: nil
    case .choice(let words): words[0].replacing("_", with: "-")
    case .date: "2025-04~"
    case .money: "1.25亿 CNY"
    case .place: "CN-GD:Shenzhen"
    case .country: "Singapore"
    case .currency: "usd"
    case .share: "15%"
    case .subject: "example one"
    case .event: id
    case .payload: #"{"place":{"country":"CN"},"count":7}"#
    case .object(_, let fields):
      fields.filter(\.isRequired).compactMap { field in typed(field.type, id: id).map { "\(field.name)=\($0)" } }
        .joined(separator: ":")
    case .list(let element): typed(element, id: id)
    }
  }

  /// Every kind can be added with a flag for each of its fields.
  @Test(arguments: Vocabulary.kinds.map { $0.kind })
  func everyKindHasTypedFlags(kind: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    _ = try Self.add(dealtrail, ["layoff", "acme", "--new", "--date", "2025", "--place", "CN", "--count", "5"])
    let id = try #require(try Self.last(dealtrail)["id"]?.string)
    // Of an event that is here, only redact says that it was erased.
    let target = kind == "event_redacted" ? "0190a5b0-0000-7000-8000-000000000000" : id
    let name = kind.replacing("_", with: "-")
    let help = try Binary.run(["add", name, "--help"]).output
    var words = [name, "acme", "--date", "2025-05", "--source", "https://example.org/a"]
    for field in Vocabulary.type(of: kind)!.descriptions {
      let plain = field.name.replacing("_", with: "-")
      let flags = ["--data-\(plain)", "--\(plain)", "--\(plain.dropLast())", "--\(plain.dropLast(3))y"]
      let flag = try #require(flags.first { help.contains("  \($0) ") || help.contains("  \($0)\n") }, "\(field.name)")
      // A metric is a value or a range, and dates of a profile are checked against one another.
      if field.name == "high" || field.name == "low" { continue }
      words.append(flag)
      if let value = Self.typed(field.type, id: target) { words.append(value) }
    }
    let outcome = try Self.add(dealtrail, words)
    #expect(outcome.code == 0, "\(words)\n\(outcome.errors)")
    #expect(try Self.last(dealtrail)["kind"]?.string == kind)
  }

  @Test(
    arguments: [
      (
        ["layoff", "acme", "--date", "2025-13", "--place", "Narnia", "--share", "2"], 65,
        ["--date:", "--place:", "--share:"]
      ),
      (["layoff", "acme", "--plac", "CN"], 64, ["did you mean --place?"]),
      (["layof", "acme"], 64, ["did you mean layoff?"]), (["layoff", "acme", "--date"], 64, ["needs a value"]),
      (["layoff", "acme", "--count", "5"], 65, ["--date: is missing", "--place: is missing"]),
      (["layoff"], 64, ["name the subject"]),
      (
        ["layoff", "acme", "--date", "2025", "--place", "CN", "--count", "5", "--expect-revision", "9"], 4,
        ["revision 9"]
      ),
    ] as [([String], Int32, [String])])
  func faultsAreToldByFlag(words: [String], code: Int32, parts: [String]) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    _ = try Self.add(dealtrail, ["layoff", "acme", "--new", "--date", "2025", "--place", "CN", "--count", "5"])
    let outcome = try Self.add(dealtrail, words)
    #expect(outcome.code == code && parts.allSatisfy { outcome.errors.contains($0) }, "\(outcome.errors)")
    #expect(try dealtrail("log", "--format", "jsonl").output.split(separator: "\n").count == 1)
  }
}
