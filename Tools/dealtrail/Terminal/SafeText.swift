/// Text from claims as a terminal may show it: nothing in a claim can move the cursor, change colours, turn the reading
/// direction of what stands around it, or hide in a name. What is kept, and printed as JSON, is the text itself.
enum SafeText {
  /// - Parameter keepsLines: whether line feeds stay; else they become spaces, as tabs do.
  static func shown(_ text: String, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) }) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepsLines: safe.append(scalar)
      case "\n", "\t", "\r": safe.append(" ")
      case _ where isUnsafe(scalar): safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // Embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9), and its marks.
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029: true
    // Without width: two names that differ by one look alike (Unicode Technical Report 36). The joiners that emoji and some
    // scripts need are among them.
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E, 0x200B...0x200D, 0x2060...0x2065, 0x3164,
      0xFEFF, 0xFFA0:
      true
    case 0xE0000...0xE007F: true
    // No characters at all, and not allowed in XML.
    case 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The same for a spreadsheet: a text that one would compute has an apostrophe before it
  /// (https://owasp.org/www-community/attacks/CSV_Injection).
  static func cell(_ text: String) -> String {
    let safe = shown(text, keepsLines: true)
    guard let first = safe.unicodeScalars.first(where: { $0 != " " && $0 != "\n" }) else { return safe }
    return "=+-@＝＋－＠".unicodeScalars.contains(first) ? "'" + safe : safe
  }
}
