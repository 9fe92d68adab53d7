import CTerminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many columns a terminal needs for a text: two for East Asian wide characters, none for combining marks.
/// The C library's `wcwidth` knows the widths (Unicode Standard Annex 11), so long as a UTF-8 locale is set.
enum DisplayWidth {
  private static let isLocaleSet = setlocale(LC_CTYPE, "C.UTF-8") != nil

  static func of(_ text: String) -> Int {
    guard isLocaleSet else { return text.count }
    return text.unicodeScalars.reduce(0) { $0 + max(0, Int(wcwidth(wchar_t($1.value)))) }
  }

  /// The text with spaces up to `width` columns.
  static func padded(_ text: String, to width: Int, alignsRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return alignsRight ? spaces + text : text + spaces
  }

  /// The text cut to `width` columns, with an ellipsis where something was cut.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var (shown, taken) = ("", 0)
    for character in text {
      taken += of(String(character))
      guard taken < width else { break }
      shown.append(character)
    }
    return shown + "…"
  }
}
