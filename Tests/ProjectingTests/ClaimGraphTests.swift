import CanonicalJSON
import EventLog
import Projecting
import Testing

/// Claims about claims, written as a small story: `C1>E=x` is a correction C1 of E that says x, `R1>C1` a retraction. `?x` fits no claim.
@Suite struct ClaimGraphTests {
  static func id(_ name: String) -> EventID { .v8(of: Array(name.utf8)) }

  /// What the claim E of a story amounts to.
  static func standing(_ story: String) throws -> Standing {
    let nodes = story.split(separator: " ").enumerated().map { index, word -> ClaimGraph.Node in
      let name = String(word.prefix { $0 != ">" && $0 != "=" })
      let value = word.split(separator: "=").dropFirst().first.map { JSONValue.string(String($0)) }
      let target = word.split(separator: ">").dropFirst().first.map { id(String($0.prefix { $0 != "=" })) }
      let event = Event(
        id: id(name), subject: Subject("company/a")!, kind: "noted", schema: 1, occurred: "2025", recordedBy: "t",
        status: "reported", data: value, sources: [])
      let amendment = target.map { target in
        let effect: Amendment.Effect =
          switch name.first {
          // `@` before what it says: it says the date.
          case "C" where value?.string?.hasPrefix("@") == true:
            .correct(data: nil, occurred: value?.string, status: nil)
          case "C": .correct(data: value, occurred: nil, status: nil)
          case "R": .retract
          case "D": .dispute
          default: .confirm
          }
        return Amendment(target: target, effect: effect)
      }
      return .init(
        stored: StoredEvent(
          event: event, position: Int64(index + 1), revision: 1, recorded: Timestamp(microseconds: 0)),
        reading: nil, amendment: amendment)
    }
    let claim = try #require(nodes.first { $0.stored.event.id == id("E") })
    return ClaimGraph(nodes).standing(of: claim) { $0.string?.hasPrefix("?") != true }
  }

  @Test(
    arguments: [
      ("E=a", "a"), ("E=a C1>E=b", "b"), ("E=a C1>E=b C2>E=c", "c"), ("E=a C1>E=b R1>C1", "a"),
      ("E=a C1>E=b C2>E=c R1>C2", "b"), ("E=a C1>E=b C2>C1=c", "c"), ("E=a C1>E=b C2>C1=c R1>C2", "b"),
      ("E=a C1>E=b C2>C1=c R1>C1", "a"), ("E=a R1>E", nil), ("E=a R1>E R2>R1", "a"), ("E=a R1>E R2>R1 R3>R2", nil),
      ("C1>E=b E=a", "b"), ("R1>C1 C1>E=b E=a", "a"), ("R2>R1 R1>E E=a", "a"), ("E=a R1>E R2>E R3>R1", nil),
      ("E=a R1>R2 R2>R1 R1>E", "a"), ("E=a C1>C2=x C2>C1=y", "a"), ("E=a C1>C1=x", "a"),
      ("E=a C1>E=b C2>C1=c C3>E=d", "d"), ("E=a C1>E=b R1>C1 R2>R1", "b"),
    ] as [(String, String?)])
  func whatCounts(story: String, shown: String?) throws {
    let standing = try Self.standing(story)
    #expect((standing.counts ? standing.data?.string : nil) == shown)
  }

  /// What a correction does not give is what an earlier one gave.
  @Test(
    arguments: [
      ("E=a C1>E=b C2>E=@2024", "b", "@2024", ["C1", "C2"]), ("E=a C1>E=@2024 C2>E=b", "b", "@2024", ["C2", "C1"]),
      ("E=a C1>E=b C2>E=@2024 C3>E=c", "c", "@2024", ["C3", "C2"]),
      ("E=a C1>E=b C2>E=@2024 R1>C1", "a", "@2024", ["C2"]),
      ("E=a C1>E=b C2>E=@2024 R1>C2", "b", "2025", ["C1"]), ("E=a C1>E=b C2>C1=@2024", "b", "@2024", ["C1", "C2"]),
      ("E=a C1>E=b C2>E=@2024 C3>C1=c", "c", "@2024", ["C1", "C3", "C2"]),
      ("E=a C1>E=?", "a", "2025", []), ("E=a C1>E=b C2>E=?", "b", "2025", ["C1"]),
      ("E=a C1>E=? C2>C1=c", "c", "2025", ["C1", "C2"]), ("E=a C1>E=b C2>C1=?", "b", "2025", ["C1"]),
      ("E=a C1>E=? C2>C1=@2024 C3>C1=c", "c", "@2024", ["C1", "C3", "C2"]), ("E=a C1>E=? C2>C1=@2024", "a", "2025", []),
    ])
  func eachCorrectionHoldsForWhatItGives(story: String, data: String, occurred: String, by: [String]) throws {
    let standing = try Self.standing(story)
    #expect(standing.data?.string == data && standing.occurred == occurred)
    #expect(standing.corrections == by.map(Self.id))
  }

  @Test func disputesAndConfirmationsCanBeRetracted() throws {
    let standing = try Self.standing("E=a D1>E D2>E K1>E K2>E R1>D1 R2>K2 C1>E=b D3>C1")
    #expect(standing.disputes == [Self.id("D2"), Self.id("D3")])
    #expect(standing.confirmations == [Self.id("K1")])
  }

  /// The order of arrival matters only between corrections of one claim; with one of each, no order changes anything.
  @Test func arrivalOrderDoesNotMatter() throws {
    let words = ["E=a", "C1>E=b", "C2>C1=c", "R1>C2", "R2>R1", "D1>E"]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let standing = try Self.standing(words.shuffled(using: &generator).joined(separator: " "))
      #expect(standing.data == "c" && standing.counts && standing.disputes == [Self.id("D1")])
    }
  }
}
