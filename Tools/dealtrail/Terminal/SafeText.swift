/// Text from claims as a terminal may show it: nothing in a claim can move the cursor, change colours or turn the reading
/// direction of what stands around it.
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
    // No characters at all, and not allowed in XML.
    case 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
