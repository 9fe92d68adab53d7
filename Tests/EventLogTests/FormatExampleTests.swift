import EventLog
import Foundation
import Testing
import Transparency

/// The example in `docs/format.md` is what this program makes of it.
@Suite struct FormatExampleTests {
  @Test func twoEventsByHand() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/format.md")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let example = try #require(text.firstRange(of: "```example\n")).upperBound
    var leaves: [TreeHash] = []
    var (content, salt): ([UInt8], [UInt8]) = ([], [])
    var commitments: [EventPart: [UInt8]] = [:]
    var part: EventPart?
    var checked = 0
    for line in text[example...].prefix(while: { $0 != "`" }).split(separator: "\n") {
      let name = String(line.prefix { $0 != " " })
      let value = String(line.dropFirst(name.count + 1))
      switch name {
      case "event": commitments = [:]
      case "data", "sources":
        part = EventPart(rawValue: name)
        content = Array(value.utf8)
      case "salt": salt = try #require(Hexadecimal.bytes(of: value.utf8))
      case "commitment":
        let commitment = SealedPart(salt: salt, content: content).commitment
        #expect(Hexadecimal.text(of: commitment) == value)
        commitments[try #require(part)] = commitment
      case "envelope":
        let envelope = try #require(Envelope(Array(value.utf8)))
        #expect(envelope.commitments == commitments && envelope.bytes == Array(value.utf8))
        #expect(envelope.stored.position == Int64(leaves.count + 1))
        leaves.append(.leaf(Array(value.utf8)))
      case "leaf": #expect(Hexadecimal.text(of: try #require(leaves.last).bytes) == value)
      case "root": #expect(Hexadecimal.text(of: TreeHash.node(leaves[0], leaves[1]).bytes) == value)
      default: Issue.record("the example has a line \(name)")
      }
      checked += 1
    }
    #expect(leaves.count == 2 && checked == 19)
  }
}
