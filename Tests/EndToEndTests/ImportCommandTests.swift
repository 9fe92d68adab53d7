import CanonicalJSON
import Foundation
import Testing

@Suite struct ImportCommandTests {
  @Test func everyRowIsAccountedFor() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let mapping = dealtrail.workspace.appending(path: "map.yaml").path
    let table = dealtrail.workspace.appending(path: "table.csv").path
    try Data(
      """
      id: cuts
      subject: {category: company, name: "{who}"}
      kind: layoff
      occurred: "{when}"
      data: {place: {country: "{where}"}, count: "{count}"}
      sources: [{title: register}]

      """.utf8
    ).write(to: URL(filePath: mapping))
    try Data("who,when,where,count\rAcme,2020,US,5\rAcme,2020,US,5\rBeta,2020-13,US,5\r,2020,US,5\r".utf8)
      .write(to: URL(filePath: table))
    for (events, duplicates) in [(1, 1), (0, 2)] {
      let outcome = try dealtrail("import", "csv", table, "--mapping", mapping, "--format", "json")
      #expect(outcome.code == 0, "\(outcome.errors)")
      let sums = try #require(try JSONReader.read(Array(outcome.output.utf8.dropLast())).array?.first)
      #expect(
        sums == [
          "rows": 4, "events": .integer(events), "duplicates": .integer(duplicates), "rejects": 2,
        ])
    }
    let rejects = try String(
      contentsOf: dealtrail.workspace.appending(path: "imports/cuts-rejects.csv"), encoding: .utf8)
    #expect(rejects.split(separator: "\r\n").count == 3)
    let missing = try dealtrail("import", "csv", table, "--mapping", "no-such-mapping")
    #expect(missing.code == 65 && missing.errors.contains("crunchbase-2013-rounds"))
  }
}
