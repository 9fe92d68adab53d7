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

  @Test(
    arguments: [
      ("manus 蝴蝶", "\"manus\" * \"蝴 蝶\""), ("a\"b*", "\"ab\" *"), ("\"' OR *", "\"OR\" *"), ("!!", ""),
      ("Manus总部2025", "\"Manus\" * \"总 部\" \"2025\" *"),
    ])
  func queriesAreQuoted(query: String, expression: String) { #expect(SearchText.expression(query) == expression) }
}
