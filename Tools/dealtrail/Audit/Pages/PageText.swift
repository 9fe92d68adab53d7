import ExactText
import Mustache

/// Text on the pages of an audit, in which nothing is markup, whatever a claim says. The library's own escaping goes by characters.
struct PageText: MustacheContentType {
  /// Has the templates know `MARKUP` (HTML and XML) and `MARKDOWN`.
  static let registered: Void = {
    MustacheContentTypes.register(PageText(escapes: markup), named: "MARKUP")
    MustacheContentTypes.register(PageText(escapes: markdown), named: "MARKDOWN")
  }()

  /// What means something in the text and the attributes of HTML and XML.
  private static let markup: [Unicode.Scalar: String] = [
    "<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;",
  ]

  /// What a backslash makes text of (CommonMark 0.31, 2.4), of what means something within a line.
  private static let markdown = Dictionary(
    uniqueKeysWithValues: "\\`*_[]<>|#!&~".unicodeScalars.map { ($0, "\\\($0)") })

  let escapes: [Unicode.Scalar: String]

  func escapeText(_ text: String) -> String { text.escaping(escapes) }
}
