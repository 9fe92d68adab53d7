import DealProjections
import Foundation

/// A company's name as it is compared with others: without case, accents, punctuation and legal form; names in Chinese
/// characters also as they are spoken, so that 智谱 and Zhipu meet.
struct NameKey: Hashable, Sendable {
  enum Form: Hashable, Sendable { case written, spoken }

  var form: Form
  var text: String

  /// Shorter ones are shared by too many.
  private static let least = 4

  static func keys(of name: String) -> [NameKey] {
    let bare = withoutLegalForm(name)
    let written = SearchText.folded(bare)
    var keys: [NameKey] = []
    let isHan = written.unicodeScalars.contains { $0.properties.isIdeographic }
    if written.utf8.count >= least { keys.append(NameKey(form: .written, text: written)) }
    if isHan, written.unicodeScalars.allSatisfy({ $0.properties.isIdeographic }), written.count >= 2,
      let spoken = written.applyingTransform(toPinyin, reverse: false)
    {
      keys.append(NameKey(form: .spoken, text: SearchText.folded(spoken)))
    }
    return keys
  }

  /// Unicode CLDR's transliteration, without tones.
  private static let toPinyin = StringTransform("Han-Latin; Latin-ASCII")

  /// Legal forms that stand at the end of names, longest first (ISO 20275 has the whole list; these are the common ones).
  private static let wordForms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "gmbh",
    "ag", "sa", "srl", "spa", "bv", "nv", "ab", "as", "asa", "oy", "kk", "kft", "pte", "pty", "sas", "sarl", "the",
    "holding", "holdings", "group",
  ]
  private static let characterForms = ["股份有限公司", "有限责任公司", "有限公司", "集团", "控股", "公司", "株式会社", "주식회사"]

  private static func withoutLegalForm(_ name: String) -> String {
    var words = name.split { $0.isWhitespace || $0 == "," }.map(String.init)
    while words.count > 1, wordForms.contains(SearchText.folded(words.last!)) { words.removeLast() }
    while words.count > 1, SearchText.folded(words.first!) == "the" { words.removeFirst() }
    var bare = words.joined(separator: " ")
    var isShorter = true
    while isShorter {
      isShorter = false
      for form in characterForms where bare.hasSuffix(form) && bare.count > form.count {
        bare.removeLast(form.count)
        isShorter = true
      }
    }
    return bare
  }
}
