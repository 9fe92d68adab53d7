import DealProjections
import Testing

@Suite struct SearchTextTests {
  @Test(
    arguments: [
      ("Z.ai", "zai"), ("ＺＨＩＰＵ AI", "zhipuai"), ("Señor Café", "senorcafe"), ("蝴蝶效应 (北京)", "蝴蝶效应北京"),
    ])
  func namesFold(name: String, folded: String) { #expect(SearchText.folded(name) == folded) }

  @Test(arguments: [("蝴蝶Manus 总部", "蝴 蝶 Manus 总 部"), ("a b", "a b"), ("ｶﾅ", "カ ナ")])
  func ideographsAreWords(text: String, words: String) { #expect(SearchText.words(text) == words) }

  /// ASCII takes a shorter way; with one character that is none, a text takes the long one, to the same end.
  @Test func theShortWayAndTheLongWayAgree() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = String(
        String.UnicodeScalarView((0..<12).map { _ in Unicode.Scalar(UInt8.random(in: 0...127, using: &generator)) }))
      #expect(SearchText.folded(text) + "総" == SearchText.folded(text + "総"), "\(text.debugDescription)")
      let long = SearchText.words(text + " 総").split(separator: " ").dropLast().joined(separator: " ")
      #expect(SearchText.words(text) == long, "\(text.debugDescription)")
    }
  }

  @Test(
    arguments: [
      ("manus 蝴蝶", "\"manus\" * AND \"蝴 蝶\""), ("a\"b*", "(\"a b*\" * OR \"ab\" *)"),
      ("Z.ai", "(\"Z.ai\" * OR \"Zai\" *)"), ("\"' OR *", "\"OR\" *"),
      ("!!", ""),
      ("Manus总部2025", "\"Manus\" * AND \"总 部\" AND \"2025\" *"),
    ])
  func queriesAreQuoted(query: String, expression: String) { #expect(SearchText.expression(query) == expression) }
}
