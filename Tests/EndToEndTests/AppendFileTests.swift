import CanonicalJSON
import Foundation
import Testing

/// Files that are read in many pieces: every line is an event or a fault with its number, and all or nothing is written.
@Suite struct AppendFileTests {
  private static func line(_ number: Int, subject: String = "a") -> String {
    PlantedFault.claim(
      subject, "statement_made", "2025", #"{"speaker":"person/p-1","stance":"explains","text":"\#(number)"}"#)
  }

  private static func write(_ text: String, _ dealtrail: Binary) throws -> String {
    let file = dealtrail.workspace.appending(path: "events.jsonl")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private static func size(_ dealtrail: Binary) throws -> Int {
    try dealtrail("log", "--format", "jsonl", "--limit", "100000").output.split(separator: "\n").count
  }

  /// Some pieces of 256 KiB, lines that end as they like, and in the order of the file.
  @Test(arguments: ["\n", "\r\n", "\n\n \n"])
  func everyLineOfManyPiecesIsAppendedInOrder(end: String) throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let lines = (1...4000).map { Self.line($0) }
    // The last line has no end, the first a byte order mark.
    let file = try Self.write("\u{FEFF}" + lines.joined(separator: end), dealtrail)
    let appended = try dealtrail("append", file, "--format", "json")
    #expect(appended.output == #"{"appended":4000,"duplicates":0,"first_position":1,"last_position":4000}"# + "\n")
    let texts = try ViewsCommandTests.json(dealtrail("log", "--limit", "10000", "--format", "json")).map {
      $0["data"]?["text"]?.string
    }
    #expect(texts == (1...4000).map { "\($0)" })
    let again = try dealtrail("append", file, "--format", "json")
    #expect(
      again.output == #"{"appended":0,"duplicates":4000,"first_position":null,"last_position":null}"# + "\n")
    try #expect(dealtrail("verify").code == 0)
  }

  @Test func everyBadLineIsNamedAndNothingIsWritten() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    var lines = (1...4000).map { Self.line($0) }
    lines[9] = "{"
    lines[1999] = lines[1999].replacing("explains", with: "shouts")
    lines[2999] = String(repeating: "x", count: 5 << 20)
    lines[3999] = lines[3999].replacing("2025", with: "soon")
    for options in [[], ["--chunk", "100"], ["--dry-run"]] {
      let file = try Self.write(lines.joined(separator: "\n"), dealtrail)
      let outcome = try Binary.run(["append", file, "--workspace", dealtrail.workspace.path] + options)
      #expect(outcome.code == 65)
      for number in [10, 2000, 3000, 4000] { #expect(outcome.errors.contains("events.jsonl:\(number): "), "\(number)") }
      #expect(outcome.errors.contains("the line has more than 4194304 bytes") && outcome.errors.contains("faults: 4"))
      #expect(try Self.size(dealtrail) == 0)
    }
  }

  @Test func chunksOfStandardInputBeforeABadLineAreInAndSaidToBe() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    var lines = (1...3000).map { Self.line($0) }
    lines[2999] = "{"
    let outcome = try dealtrail("append", "-", "--chunk", "100", input: lines.joined(separator: "\n"))
    #expect(outcome.code == 65 && outcome.errors.contains("stdin:3000: "))
    let size = try Self.size(dealtrail)
    #expect(size > 0 && size % 100 == 0 && outcome.errors.contains("the chunks before are appended: \(size) events"))
    lines.removeLast()
    let again = try dealtrail("append", "-", "--chunk", "100", "--format", "json", input: lines.joined(separator: "\n"))
    #expect(again.output.contains(#""appended":\#(2999 - size),"duplicates":\#(size)"#))
  }

  /// What cannot be read is not dropped.
  @Test func aCorrelationIsText() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let line = KillTests.lines(0..<1).replacing(#"{"subject""#, with: #"{"correlation":5,"subject""#)
    let refused = try dealtrail("append", "-", input: line)
    #expect(refused.code == 65 && refused.errors.contains("correlation"), "\(refused)")
  }

  @Test func aDryRunChecksCorrectionsAgainstTheFileAndWritesNothing() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let id = "018bcfe5-c771-7515-b79b-b702a1d6a2f3"
    let claim = Self.line(1).replacing(#"{"subject""#, with: #"{"id":"\#(id)","subject""#)
    func correction(_ stance: String) -> String {
      PlantedFault.claim(
        "a", "event_corrected", "2025",
        #"{"target":"\#(id)","reason":"r","data":{"speaker":"person/p-1","stance":"\#(stance)","text":"2"}}"#)
    }
    // The correction comes before what it corrects.
    let wrong = try dealtrail("append", "--dry-run", input: correction("shouts") + "\n" + claim)
    #expect(wrong.code == 65 && wrong.errors.contains("stdin:1: data.data.stance"))
    let right = try dealtrail("append", "--dry-run", input: correction("denies") + "\n" + claim)
    #expect(
      right.code == 0 && right.errors.contains("2 events are valid, 0 of them there already; nothing was written"))
    #expect(try Self.size(dealtrail) == 0)
    try #expect(dealtrail("append", input: correction("shouts") + "\n" + claim).code == 65)
    #expect(try Self.size(dealtrail) == 0)
  }
}
