internal import Foundation

/// How the bytes of a file are text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case macRoman = "mac-roman"
  case windows1252 = "windows-1252"
  case latin1 = "latin-1"

  private var foundation: String.Encoding {
    switch self {
    case .utf8: .utf8
    case .macRoman: .macOSRoman
    case .windows1252: .windowsCP1252
    case .latin1: .isoLatin1
    }
  }

  /// `nil` where the bytes are not text of this encoding. A byte order mark is dropped.
  func decode(_ bytes: [UInt8]) -> String? {
    let text = String(data: Data(bytes), encoding: foundation)
    return text.map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : $0 }
  }
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
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
