import CanonicalJSON
import DealImport
import EventLog
import Foundation
import Testing

/// The shipped mappings on the real files, where these are beside the project (`../shared/data`).
@Suite struct ShippedMappingTests {
  static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data")
    .standardized.path

  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var mapping: String
    /// Rows and exact duplicate rows, as the data's own documentation or a count with another tool gives them.
    var rows: Int
    var duplicates: Int
    var testDescription: String { file }
  }

  static func present(_ file: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: data + "/" + file)
    if !isThere { print("skipped: \(file) is not beside the project") }
    return isThere
  }

  static func run(_ file: String, _ mapping: String) throws -> ImportResult {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: data + "/" + file)))
    let text = try #require(ShippedMappings.all[mapping])
    return try ImportRun(
      mapping: ImportMapping(yaml: text, file: mapping), bytes: bytes, file: file, recordedBy: "tester",
      correlation: "import/test"
    ).run { _, _ in }
  }

  @Test(
    arguments: [
      Case(
        file: "crunchbase-2013/crunchbase-companies.csv", mapping: "crunchbase-2013-companies", rows: 17727,
        duplicates: 0),
      Case(
        file: "crunchbase-2013/crunchbase-rounds.csv", mapping: "crunchbase-2013-rounds", rows: 31679, duplicates: 63),
      Case(
        file: "crunchbase-2013/crunchbase-acquisitions.csv", mapping: "crunchbase-2013-acquisitions", rows: 6185,
        duplicates: 3),
      Case(file: "us-hq-moves/sec-state_hq-even-cik.csv", mapping: "us-hq-moves", rows: 26604, duplicates: 0),
      Case(file: "regulatory-cases/sec-aaer-1999_2021.csv", mapping: "sec-aaer", rows: 2920, duplicates: 1),
      Case(file: "warn-notice-register/states/az.csv", mapping: "warn-notice-register", rows: 1072, duplicates: 0),
    ])
  func everyRowIsAnEventADuplicateOrAReject(_ item: Case) throws {
    guard Self.present(item.file) else { return }
    let result = try Self.run(item.file, item.mapping)
    #expect(result.rows == item.rows)
    #expect(result.events.count + result.rejects.count == item.rows)
    let store = MemoryEventStore()
    let appended = try store.append(result.events)
    if item.mapping != "warn-notice-register" { #expect(appended.duplicates == item.duplicates) }
    #expect(appended.appended + appended.duplicates + result.rejects.count == item.rows)
    #expect(result.rejects.allSatisfy { !$0.reason.isEmpty })
    try #expect(store.append(result.events).appended == 0)
  }

  @Test func textsThatWereEncodedTwiceAreMended() throws {
    let file = "crunchbase-2013/crunchbase-companies.csv"
    guard Self.present(file) else { return }
    let texts = try Self.run(file, "crunchbase-2013-companies").events.map {
      CanonicalWriter.text(of: ["data": $0.data ?? .null, "sources": $0.sources ?? .null])
    }.joined(separator: "\n")
    for mark in ["Ã©", "â€™", "√©"] { #expect(!texts.contains(mark), "\(mark) is left") }
    #expect(texts.contains("é"))
  }

  @Test func amendmentsBecomeCorrectionsOfEarlierNotices() throws {
    let file = "warn-notice-register/states/ny.csv"
    guard Self.present(file) else { return }
    let events = try Self.run(file, "warn-notice-register").events
    let layoffs = Set(events.filter { $0.kind == "layoff" }.map(\.id.description))
    let corrections = events.filter { $0.kind == "event_corrected" }
    #expect(corrections.count > 100)
    #expect(corrections.allSatisfy { layoffs.contains($0.data?.object?["target"]?.string ?? "") })
  }

  @Test func movesLieBetweenTwoFilings() throws {
    let file = "us-hq-moves/sec-state_hq-even-cik.csv"
    guard Self.present(file) else { return }
    let events = try Self.run(file, "us-hq-moves").events
    #expect(events.count > 5000)
    #expect(events.filter { $0.occurred.contains("/") }.count > 4000)
    let china = events.filter { $0.data?.object?["to"]?.object?["country"]?.string == "CN" }
    #expect(china.count > 20)
  }
}
