import DealImport
import Testing

/// What RFC 4180 says of a table, where the library that reads it says something else; and the limits.
@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), file: "t.csv", encoding: .utf8)
  }

  @Test(
    "Only line ends end a row, only delimiters a cell, whatever stands beside them",
    arguments: [
      ("a,b\n1,\u{301}2\n", ["1", "\u{301}2"]),
      ("a,b\n1\u{2028}x,2\n", ["1\u{2028}x", "2"]),
      ("a,b\n1\u{85}\u{B}\u{C},2\n", ["1\u{85}\u{B}\u{C}", "2"]),
      ("a,b\r\n\"1\r\n,\",2", ["1\r\n,", "2"]),
      ("a,b\n1,", ["1", ""]),
      ("a,b\n6\"\" x , \"2\" \n", ["6\" x ", "2"]),
      ("a,b\n\" 1\",👩‍👩‍👧🇨🇳\r", [" 1", "👩‍👩‍👧🇨🇳"]),
      ("a,b\n1,2,,,\n", ["1", "2"]),
      ("a,b\n1,2,,3\n", ["1", "2", "", "3"]),
    ])
  func cells(text: String, row: [String]) throws {
    let table = try table(text)
    #expect(table.columns == ["a", "b"])
    // By their bytes: two texts of one meaning are equal to ==.
    #expect(table.rows.map { $0.map { Array($0.utf8) } } == [row.map { Array($0.utf8) }])
  }

  @Test("A table that is written is read as the same")
  func roundTrip() throws {
    let cells = [" leading", "\ttab", "a,b", "a\"\u{34D}b", "line\nend", "\u{301}", "", "é\u{2028}"]
    let text = CSVTable.line(["1", "2", "3", "4", "5", "6", "7", "8"]) + "\r\n" + CSVTable.line(cells) + "\r\n"
    // By their bytes: two texts of one meaning are equal to ==.
    #expect(try table(text).rows.map { $0.map { Array($0.utf8) } } == [cells.map { Array($0.utf8) }])
  }

  @Test("A row that is much longer than the others does not make them longer")
  func longRow() throws {
    let commas = String(repeating: ",", count: 9_000)
    let table = try table("a,b\n1,2" + commas + "x\n" + String(repeating: "1,2\n", count: 100_000))
    #expect(table.rows.count == 100_001)
    #expect(table.rows.dropFirst().allSatisfy { $0 == ["1", "2"] })
  }

  @Test(
    "What is beyond a limit, or not whole, is refused and says why",
    arguments: [
      ("a,b\n\"1,2\n3,4\n", "t.csv:2: a cell in quotation marks begins here"),
      ("a,b\n1,2\n6\" pipe,3\n", "t.csv:3: a quotation mark in a cell"),
      ("a,b\r\n\"1\" x,2\r\n", "t.csv:2: text after the quotation mark"),
      ("a,b\n1" + String(repeating: ",", count: CSVTable.maximumColumns) + "\n", "t.csv:2: the row has more than"),
      (String(repeating: "a,", count: CSVTable.maximumColumns) + "a\n", "more than \(CSVTable.maximumColumns) cells"),
    ])
  func refused(text: String, reason: String) {
    let error = #expect(throws: ImportError.self) { try table(text) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }
}
