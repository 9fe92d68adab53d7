internal import ExactText
internal import Foundation

/// Text as the word index and names are compared: one form for what looks alike.
public enum SearchText {
  /// Compatibility forms unified (NFKC), and every ideograph, kana and hangul syllable a word of its own. So a phrase
  /// search finds any run of Chinese characters, two-character words included, without a dictionary.
  public static func words(_ text: String) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(2 * text.utf8.count)
    for scalar in (isNormal(text) ? text : text.precomposedStringWithCompatibilityMapping).unicodeScalars {
      let isApart = isWordByItself(scalar)
      if isApart || scalar == " " {
        if let last = words.last, last != 0x20 { words.append(0x20) }
        if !isApart { continue }
      }
      words.append(contentsOf: UTF8.encode(scalar)!)
      if isApart { words.append(0x20) }
    }
    if words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  /// Whether NFKC surely leaves a text as it is: ASCII and the ideographs of the first two blocks, which most texts have
  /// and nothing else. Asking Foundation takes ten times as long.
  private static func isNormal(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value < 0x80 || (0x4E00...0x9FFF).contains($0.value) || (0x3400...0x4DBF).contains($0.value)
    }
  }

  /// What a person typed as an FTS5 expression: every word must be there, runs of ideographs as phrases, words in
  /// letters as beginnings of words.
  public static func expression(_ query: String) -> String {
    let pieces = query.precomposedStringWithCompatibilityMapping.split { $0.isWhitespace }
    return pieces.flatMap { runs(String($0)) }.joined(separator: " AND ")
  }

  /// A piece without spaces, cut where ideographs and letters meet. What is no letter stays where it is, so that the index parts words
  /// there as it did in what it holds: `Z.ai` is `z` and then `ai`, and so are syllables of scripts whose vowels are marks.
  private static func runs(_ piece: String) -> [String] {
    var runs: [(isIdeographic: Bool, text: String)] = []
    // A quotation mark ends a phrase, a NUL the expression.
    for scalar in piece.escaping(["\"": " ", "\0": " "]).unicodeScalars {
      let isIdeographic = isWordByItself(scalar)
      if runs.last?.isIdeographic == isIdeographic {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append((isIdeographic, String(scalar)))
      }
    }
    return runs.filter { $0.text.unicodeScalars.contains { isPartOfWord($0) } }.map {
      $0.isIdeographic ? "\"\(words($0.text))\"" : beginning($0.text)
    }
  }

  /// A name without case, width, accents, spaces and punctuation, so that "Z.ai" and "zai" are one.
  public static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(name) }
    let plain = name.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
  }

  private static func foldedASCII(_ name: String) -> String {
    let kept = name.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: nil
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// A word that begins so: as it is written, or without the marks within it, since names are written with and without.
  private static func beginning(_ text: String) -> String {
    let written = "\"\(text)\" *"
    let parts = text.unicodeScalars.split { $0.isASCII && !isPartOfWord($0) }.map { String($0) }
    return parts.count > 1 ? "(\(written) OR \"\(parts.joined())\" *)" : written
  }

  /// What FTS5's tokenizer `unicode61` makes words of, but for marks (https://www.sqlite.org/fts5.html#unicode61_tokenizer).
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  private static func isWordByItself(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Below the first ideograph, and the first two blocks of them; looking up the property takes long.
    case ..<0x2E80: false
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xAC00...0xD7AF: true
    // The index takes pictures that are newer than its tables for letters.
    default: scalar.properties.isIdeographic || scalar.properties.isEmojiPresentation
    }
  }
}
