extension String {
  /// The text with other text in the place of some scalars. What a format takes for a mark it takes for one whatever is beside it; to
  /// `String`, a mark and an accent after it, or one of some signs before it, are one character and no mark (Unicode Standard Annex 29).
  package func escaping(_ escapes: [Unicode.Scalar: String]) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let escape = escapes[scalar] {
        escaped.append(contentsOf: escape.unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
