import CanonicalJSON
import DealImport
import EventLog
import Testing

@Suite struct TextEncodingTests {
  /// Bytes beyond ASCII as a cell of the given encoding is read; the expected texts come from Python's codecs.
  @Test(
    arguments: [
      ("mac-roman", [0x8E, 0x87, 0xD5, 0xAA, 0xDB, 0xF0, 0xFF], "éá’™€\u{F8FF}ˇ"),
      ("windows-1252", [0x80, 0x92, 0x99, 0xE9], "€’™é"), ("latin-1", [0xE9, 0xB1], "é±"),
      ("utf-8", [0xE8, 0x9D, 0xB4], "蝴"),
    ] as [(String, [UInt8], String)])
  func encodings(name: String, bytes: [UInt8], text: String) throws {
    let mapping = MappingTests.layoffs.replacing("id: test", with: "id: test\nencoding: \(name)")
    let run = try ImportRun(
      mapping: ImportMapping(yaml: mapping, file: "map.yaml"),
      bytes: Array("who,when,where,count,title\nAcme,2020,US,5,".utf8) + bytes + [0x0A], file: "t.csv",
      recordedBy: "tester", correlation: "import/test")
    #expect(run.run { _, _ in }.events.first?.sources?.array?.first?.object?["title"]?.string == text)
  }
}
