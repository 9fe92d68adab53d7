internal import Foundation

/// How the bytes of a file are text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case macRoman = "mac-roman"
  case windows1252 = "windows-1252"
  case latin1 = "latin-1"

  /// `nil` where the bytes are not text of this encoding. A byte order mark is dropped.
  func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8:
      let text = String(validating: bytes, as: UTF8.self)
      return text.map { $0.unicodeScalars.first == "\u{FEFF}" ? String($0.unicodeScalars.dropFirst()) : $0 }
    case .macRoman:
      let scalars = bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : Self.macRomanUpperHalf[Int($0) - 0x80] }
      return String(String.UnicodeScalarView(scalars))
    case .windows1252: return String(data: Data(bytes), encoding: .windowsCP1252)
    case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
  }

  /// Bytes 0x80 to 0xFF after Apple's table (unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT). Foundation on Linux
  /// decodes them otherwise: 0x8E, é, comes out as ±.
  private static let macRomanUpperHalf = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      + "†°¢£§•¶ß®©™\u{B4}\u{A8}≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙı\u{2C6}\u{2DC}\u{AF}\u{2D8}\u{2D9}\u{2DA}\u{B8}\u{2DD}\u{2DB}\u{2C7}")
      .unicodeScalars)
}

enum TextRepair {
  /// Undoes UTF-8 that was read as Windows-1252 once before ("Ã©" for "é"): a run of characters beyond ASCII whose
  /// Windows-1252 bytes are valid UTF-8 is read again as that. Other runs stay as they are.
  static func doubleEncoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text }
    var repaired = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    func flush() {
      repaired.append(contentsOf: (reread(String(run)) ?? String(run)).unicodeScalars)
      run = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        flush()
        repaired.append(scalar)
      } else {
        run.append(scalar)
      }
    }
    flush()
    return String(repaired)
  }

  private static func reread(_ run: String) -> String? {
    guard run.unicodeScalars.count > 1, let bytes = run.data(using: .windowsCP1252) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Every kind of white space, line breaks included, as one space; none at the ends.
  static func whitespace(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
