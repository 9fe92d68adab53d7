import CanonicalJSON
import Testing

@Suite struct SearchCommandTests {
  @Test(arguments: [
    (["tmeline", "manus"], "did you mean timeline?"), (["help", "verfy"], "did you mean verify?"),
    (["nosuch"], "no command"),
  ])
  func aCommandThatIsNoneIsNamed(words: [String], said: String) throws {
    let outcome = try Binary.run(words)
    #expect(outcome.code == 64 && outcome.errors.contains(said), "\(outcome)")
  }

  /// What a claim says is found by what it says, in any script, whatever the index takes for a word.
  static let texts = [
    "Z.ai", "U.S.", "foo-bar", "AT&T", "C++", "naïve", "na\u{308}i\u{308}ve", "İstanbul", "München", "हिन्दी", "ภาษาไทย",
    "한국어", "カタカナ",
    "ｶﾅ", "𠀋", "العربية", "Ⓐlpha", "a\"b", "x\u{301}\"\u{301}y", "2025年", "O'Neil", "Ⅻ", "ﬁnance", "Ελλάδα",
    "🦋butterfly",
  ]

  @Test func whatAClaimSaysIsFound() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let events = Self.texts.enumerated().map { number, text -> String in
      let data: JSONValue = ["speaker": "person/p-1", "stance": "explains", "text": .string(text), "topic": "plans"]
      let event: JSONValue = [
        "subject": .string("company/h-\(number)"), "kind": "statement_made", "occurred": "2025", "data": data,
      ]
      return CanonicalWriter.text(of: event) + "\n"
    }
    let appended = try dealtrail("append", "-", input: events.joined())
    try #require(appended.code == 0, "\(appended.errors)")
    for (number, text) in Self.texts.enumerated() {
      let found = try dealtrail("search", text, "--format", "json")
      #expect(found.code == 0 && found.output.contains("\"company/h-\(number)\""), "\(text): \(found)")
    }
    #expect(try dealtrail("search", "\"\u{301} . !").code == 65)
    // Names are written with and without marks.
    let found = try dealtrail("search", "butter-fly", "🦋", "--format", "json")
    #expect(found.code == 0 && found.output.contains("butterfly"), "\(found)")
  }
}
