/// A condition on a claim, as text: `kind = relocation and to.country is abroad`. The grammar is shown in `policy.yaml`.
///
///     or         = and { "or" and }
///     and        = not { "and" not }
///     not        = "not" not | "(" or ")" | test
///     test       = field [ comparison word | "in" "(" word { "," word } ")" | "is" quality ]
///     comparison = "=" | "!=" | "<" | "<=" | ">" | ">="
///     quality    = "home" | "abroad" | "known" | "unknown"
public indirect enum ClaimExpression: Sendable, Equatable {
  public enum Comparison: String, Sendable, CaseIterable {
    case notEqual = "!=", atMost = "<=", atLeast = ">=", equal = "=", less = "<", greater = ">"
  }

  public enum Quality: String, Sendable, CaseIterable { case home, abroad, known, unknown }

  case all([ClaimExpression])
  case any([ClaimExpression])
  case not(ClaimExpression)
  case compares([String], Comparison, String)
  case isAmong([String], [String])
  case isOf([String], Quality)
  /// A field alone: whether it is `true`.
  case holds([String])

  /// What is wrong with an expression, and where.
  public struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    public var description: String
  }

  /// Deepest nesting of parentheses and `not`.
  public static let maximumDepth = 50

  /// - Throws: `SyntaxError` that names the word at which reading stopped.
  public init(_ text: String) throws(SyntaxError) {
    var parser = Parser(tokens: Self.tokens(text)[...])
    self = try parser.or(depth: 0)
    if let rest = parser.tokens.first {
      throw SyntaxError(description: "\"\(rest)\" is not expected; join conditions by and, or")
    }
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { tokens.append(word) }
      word = ""
    }
    for character in text {
      switch character {
      case _ where character.isWhitespace: end()
      case "(", ")", ",":
        end()
        tokens.append(String(character))
      case "=" where ["!", "<", ">"].contains(word):
        word.append(character)
        end()
      case "=", "!", "<", ">":
        end()
        word.append(character)
        if character == "=" { end() }
      default:
        if ["<", ">", "!"].contains(word) { end() }
        word.append(character)
      }
    }
    end()
    return tokens
  }

  private struct Parser {
    var tokens: ArraySlice<String>

    private static let reserved: Set<String> = ["and", "or", "not", "in", "is", "(", ")", ","]

    private mutating func take(_ word: String) -> Bool {
      guard tokens.first == word else { return false }
      tokens.removeFirst()
      return true
    }

    private mutating func require(_ word: String) throws(SyntaxError) {
      if !take(word) {
        throw SyntaxError(
          description: "expected \"\(word)\" \(tokens.first.map { "before \"\($0)\"" } ?? "at the end")")
      }
    }

    private mutating func word(_ what: String) throws(SyntaxError) -> String {
      guard let word = tokens.first, !Self.reserved.contains(word), Comparison(rawValue: word) == nil else {
        throw SyntaxError(description: "expected \(what) \(tokens.first.map { "before \"\($0)\"" } ?? "at the end")")
      }
      tokens.removeFirst()
      return word
    }

    mutating func or(depth: Int) throws(SyntaxError) -> ClaimExpression {
      guard depth < ClaimExpression.maximumDepth else {
        throw SyntaxError(description: "it is nested more than \(ClaimExpression.maximumDepth) deep")
      }
      var parts = [try and(depth: depth)]
      while take("or") { parts.append(try and(depth: depth)) }
      return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func and(depth: Int) throws(SyntaxError) -> ClaimExpression {
      var parts = [try not(depth: depth)]
      while take("and") { parts.append(try not(depth: depth)) }
      return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func not(depth: Int) throws(SyntaxError) -> ClaimExpression {
      if take("not") {
        guard depth < ClaimExpression.maximumDepth else {
          throw SyntaxError(description: "it is nested more than \(ClaimExpression.maximumDepth) deep")
        }
        return .not(try not(depth: depth + 1))
      }
      if take("(") {
        let inner = try or(depth: depth + 1)
        try require(")")
        return inner
      }
      return try test()
    }

    private mutating func test() throws(SyntaxError) -> ClaimExpression {
      let field = try word("a field")
      let path = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard path.allSatisfy({ !$0.isEmpty }) else {
        throw SyntaxError(description: "\"\(field)\" is not a field such as to.country")
      }
      if let token = tokens.first, let comparison = Comparison(rawValue: token) {
        tokens.removeFirst()
        return .compares(path, comparison, try word("a word or number after \"\(token)\""))
      }
      if take("in") {
        try require("(")
        var words = [try word("a word")]
        while take(",") { words.append(try word("a word")) }
        try require(")")
        return .isAmong(path, words)
      }
      if take("is") {
        let text = try word("home, abroad, known or unknown")
        guard let quality = Quality(rawValue: text) else {
          throw SyntaxError(
            description: "\"is \(text)\" is not known; write is home, is abroad, is known or is unknown")
        }
        return .isOf(path, quality)
      }
      return .holds(path)
    }
  }
}
