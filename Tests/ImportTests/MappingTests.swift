import CanonicalJSON
import DealImport
import DefinitionFiles
import EventLog
import Testing

@Suite struct MappingTests {
  static let layoffs = """
    id: test
    subject: {category: company, name: "{who}"}
    kind: layoff
    occurred: "{when}"
    data:
      place: {country: "{where}"}
      count: "{count}"
    sources:
      - {title: "{title}"}
    """

  static func run(_ csv: String, _ mapping: String = layoffs) throws -> ImportResult {
    try ImportRun(
      mapping: ImportMapping(yaml: mapping, file: "map.yaml"), bytes: Array(csv.utf8), file: "t.csv",
      recordedBy: "tester", correlation: "import/test"
    ).run { _, _ in }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func lineEndsAndCellsWithLineBreaks(end: String) throws {
    let csv = [
      "who,when,where,count,title", "Acme Inc,2020-01,US,\"1,200\",\"one\(end)two\"", "Acme Inc,2020-02,USA,5,",
    ]
    let result = try Self.run(csv.joined(separator: end))
    #expect(result.rejects.map(\.reason) == [])
    #expect(result.events.map(\.subject.id) == ["company/acme-inc", "company/acme-inc"])
    #expect(result.events.first?.data?.object?["count"]?.number == 1200)
    #expect(result.events.last?.sources == [])
  }

  @Test(
    arguments: [
      ("Acme,2020-13,US,5,x", "occurred:"), ("Acme,,US,5,x", "no date"), (",2020,US,5,x", "no name"),
      ("Acme,2020,Narnia,5,x", "country"), ("Acme,2020,US,many,x", "count"), (",,,,", "blank"),
      ("蝴蝶,2020,US,5,x", "ASCII"), ("Acme,2020,US,5,x,more", "cells"),
    ])
  func badRowsAreRejectedWithTheReason(row: String, reason: String) throws {
    let result = try Self.run("who,when,where,count,title\n\(row)\nAcme,2020,US,5,x\n")
    #expect(result.events.count == 1 && result.rejects.count == 1)
    #expect(result.rejects.first?.number == 2 && result.rejects.first?.reason.contains(reason) == true)
    #expect(result.rejectsCSV.hasPrefix("row,reason,who,when,where,count,title\r\n2,"))
  }

  @Test(
    arguments: [
      ("kind: layoff", "kind: lay_off", 3), ("{who}", "{who", 2), ("count:", "cuont:", 7),
      ("occurred:", "ocurred:", 4), ("title:", "tittle:", 9),
    ])
  func faultsOfAMappingNameTheirLine(old: String, new: String, line: Int) throws {
    let error = #expect(throws: DefinitionError.self) {
      try ImportMapping(yaml: Self.layoffs.replacing(old, with: new), file: "map.yaml")
    }
    #expect(error?.line == line)
  }

  @Test("Rejects that were mended are read by the same mapping, whatever the table's encoding and delimiter")
  func rejectsAreReadAgain() throws {
    let mapping = Self.layoffs.replacing("id: test", with: "id: test\nencoding: windows-1252\ndelimiter: \";\"")
    let table = "who;when;where;count;title\nAcme;2020;Narnia;5;caf\u{E9};\n"
    let bytes = table.unicodeScalars.map { UInt8($0.value) }
    func run(_ bytes: [UInt8]) throws -> ImportResult {
      try ImportRun(
        mapping: ImportMapping(yaml: mapping, file: "map.yaml"), bytes: bytes, file: "t.csv", recordedBy: "tester",
        correlation: "import/test"
      ).run { _, _ in }
    }
    let first = try run(bytes)
    #expect(first.rejects.count == 1)
    let again = try run(Array(first.rejectsCSV.utf8))
    #expect(again.columns == first.columns && again.rejects.map(\.cells) == first.rejects.map(\.cells))
    let mended = try run(Array(first.rejectsCSV.replacing("Narnia", with: "CN").utf8))
    #expect(mended.rejects.isEmpty)
    #expect(mended.events.first?.sources?.array?.first?["title"]?.string == "caf\u{E9}")
  }

  @Test func aMissingColumnIsNamed() throws {
    let error = #expect(throws: ImportError.self) { try Self.run("who,when\nAcme,2020\n") }
    #expect(error?.description.contains("count, title, where") == true)
  }
}
