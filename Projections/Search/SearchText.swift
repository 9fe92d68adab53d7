internal import Foundation

/// Text as the word index and names are compared: one form for what looks alike.
public enum SearchText {
  /// Compatibility forms unified (NFKC), and every ideograph, kana and hangul syllable a word of its own. So a phrase
  /// search finds any run of Chinese characters, two-character words included, without a dictionary.
  public static func words(_ text: String) -> String {
    // Most names and titles are ASCII, which these rules leave as it is but for its spaces.
    if isASCII(text) { return text.split(separator: " ").joined(separator: " ") }
    var words = ""
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if isWordByItself(scalar) {
        words += " \(scalar) "
      } else {
        words.unicodeScalars.append(scalar)
      }
    }
    return words.split(separator: " ").joined(separator: " ")
  }

  /// What a person typed as an FTS5 expression: every word must be there, runs of ideographs as phrases, words in
  /// letters as beginnings of words.
  public static func expression(_ query: String) -> String {
    let pieces = query.precomposedStringWithCompatibilityMapping.split { $0.isWhitespace }
    return pieces.flatMap { runs(String($0)) }.joined(separator: " ")
  }

  /// A piece without spaces, cut where ideographs and letters meet.
  private static func runs(_ piece: String) -> [String] {
    var runs: [(isIdeographic: Bool, text: String)] = []
    for scalar in piece.unicodeScalars where isWordByItself(scalar) || scalar.properties.isAlphabetic || isDigit(scalar)
    {
      let isIdeographic = isWordByItself(scalar)
      if runs.last?.isIdeographic == isIdeographic {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append((isIdeographic, String(scalar)))
      }
    }
    return runs.map { $0.isIdeographic ? "\"\(words($0.text))\"" : "\"\($0.text)\" *" }
  }

  /// A name without case, width, accents, spaces and punctuation, so that "Z.ai" and "zai" are one.
  public static func folded(_ name: String) -> String {
    if isASCII(name) { return foldedASCII(name) }
    let plain = name.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

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

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  private static func isWordByItself(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Below the first ideograph; looking up the property takes long.
    case ..<0x2E80: false
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0xAC00...0xD7AF: true
    default: scalar.properties.isIdeographic
    }
  }
}
