import DealProjections
import Foundation

/// A company's name as it is compared with others: without case, accents, punctuation and legal form. Names in Chinese
/// characters also as they are spoken, so that 智谱 and Zhipu meet, and 华为技术 and Huawei Technologies.
struct NameKey: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// Meets its like.
    case written
    /// Chinese characters as they are spoken; meets ``latin``, since two names that merely sound alike are two.
    case spoken
    /// A name in Latin letters, as one that is spoken may meet it.
    case latin

    /// What a key of this form is to be held against.
    var counterpart: Form? {
      switch self {
      case .written: .written
      case .spoken: .latin
      case .latin: nil
      }
    }
  }

  var form: Form
  var text: String

  /// Shorter ones, in bytes, are shared by too many.
  private static let least = 3

  static func keys(of name: String) -> Set<NameKey> {
    let bare = withoutLegalForm(name)
    let written = SearchText.folded(bare)
    guard written.utf8.count >= least else { return [] }
    var keys: Set = [NameKey(form: .written, text: written)]
    let isHan = written.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    for text in Set([bare, withoutTrade(bare)]) {
      let folded = SearchText.folded(text)
      if isHan {
        if let spoken = folded.applyingTransform(toPinyin, reverse: false).map(SearchText.folded) {
          keys.insert(NameKey(form: .spoken, text: spoken))
        }
      } else if folded.utf8.count > least, folded.utf8.allSatisfy({ $0 < 0x80 }) {
        keys.insert(NameKey(form: .latin, text: folded))
      }
    }
    return keys
  }

  /// Unicode CLDR's transliteration, without tones.
  private static let toPinyin = StringTransform("Han-Latin; Latin-ASCII")

  /// Legal forms that stand at the end of names, sometimes at the beginning (ISO 20275 lists them all; these are the
  /// common ones).
  private static let legalWords: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "gmbh",
    "kg", "ag", "aktiengesellschaft", "sa", "srl", "spa", "bv", "nv", "ab", "as", "asa", "oy", "kk", "kft", "pte",
    "pty",
    "sas", "sarl", "jsc", "ojsc", "oao", "ooo", "the", "holding", "holdings", "group", "and",
  ]
  private static let legalCharacters = ["股份有限公司", "有限责任公司", "有限公司", "集团", "控股", "公司", "株式会社", "주식회사"]

  /// What says what a company does and not which one it is; left out where scripts are compared.
  private static let tradeWords: Set<String> = [
    "technology", "technologies", "tech", "ai", "labs", "network", "networks",
  ]
  private static let tradeCharacters = ["科技", "技术", "智能", "网络", "人工智能", "信息", "在线"]

  private static func withoutLegalForm(_ name: String) -> String {
    var words = name.replacing("&", with: " and ").split { $0.isWhitespace || $0 == "," }.map(String.init)
    while words.count > 1, legalWords.contains(SearchText.folded(words.last!)) { words.removeLast() }
    while words.count > 1, legalWords.contains(SearchText.folded(words.first!)) { words.removeFirst() }
    return without(legalCharacters, words.joined(separator: " "))
  }

  private static func withoutTrade(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, tradeWords.contains(SearchText.folded(String(words.last!))) { words.removeLast() }
    return without(tradeCharacters, words.joined(separator: " "))
  }

  /// The text without the endings, for as long as two characters stay.
  private static func without(_ endings: [String], _ text: String) -> String {
    var bare = text
    while let ending = endings.first(where: { bare.hasSuffix($0) && bare.count >= $0.count + 2 }) {
      bare.removeLast(ending.count)
    }
    return bare
  }
}
