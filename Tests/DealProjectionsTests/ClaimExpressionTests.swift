@testable import DealProjections
import DefinitionFiles
import Testing

@Suite struct ClaimExpressionTests {
  @Test(
    arguments: [
      (
        "a = b and c = d or e",
        ClaimExpression.any([.all([.compares(["a"], .equal, "b"), .compares(["c"], .equal, "d")]), .holds(["e"])])
      ),
      ("not (a or not b.c)", .not(.any([.holds(["a"]), .not(.holds(["b", "c"]))]))),
      ("a>=0.5 and b<1", .all([.compares(["a"], .atLeast, "0.5"), .compares(["b"], .less, "1")])),
      ("to.country is abroad", .isOf(["to", "country"], .abroad)),
      ("phase in (announced,completed)", .isAmong(["phase"], ["announced", "completed"])),
      ("a != b", .compares(["a"], .notEqual, "b")),
    ])
  func expressionsAreRead(text: String, expression: ClaimExpression) throws {
    #expect(try ClaimExpression(text) == expression)
  }

  @Test(
    arguments: [
      "", "a =", "a in b", "a in (b", "(a", "a b", "a is near", "and", "a..b = c", "= a", "a and", "not", "a in ()",
      String(repeating: "(", count: 100_000) + "a", String(repeating: "not ", count: 100_000) + "a",
    ])
  func whatIsNoExpressionIsRefused(text: String) {
    #expect(throws: ClaimExpression.SyntaxError.self) { _ = try ClaimExpression(text) }
  }

  /// Whatever is typed is read or refused; nothing traps.
  @Test func anyTextIsReadOrRefused() {
    var generator = SystemRandomNumberGenerator()
    let words = [
      "a", "b.c", "and", "or", "not", "(", ")", ",", "in", "is", "home", "=", "<=", "!", "!=", "0.5", ">", ".", "«",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &generator)).map { _ in words.randomElement(using: &generator)! }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      // Of what is read, every field but c, which no kind has, is refused with its name.
      if let read = try? ClaimExpression(text) {
        #expect(ClaimFields.problem(in: read)?.contains("reads ") == true, "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      ("when: colour = red", "colour"), ("when: company.size > 5", "company.size"), ("when: kind.x = a", "kind.x"),
      ("when: a ==", "cannot be read"), ("effective_from: 2021-13-01", "effective_from"), ("version: 0", "version"),
      ("wen: kind = layoff", "wen"), ("when: kind = layof", "is never layof"),
      ("when: decision in (approved, aproved)", "is never aproved"), ("when: to = CN", "name one: city, country"),
      ("when: to is abroad", "is no country"), ("when: company.foreign_stake >= 10", "a part from 0 to 1"),
      ("when: share > abc", "is never abc"), ("when: count > many", "is never many"),
      ("when: to.country = China", "is never China"), ("when: topic", "is no yes-or-no field"),
    ])
  func aWrongRuleIsNamedWithItsLine(line: String, word: String) {
    let key = line.prefix { $0 != ":" }
    let rule = [
      "id: r", "version: 1", "effective_from: 2020-01-01", "meaning: m", "source: s", "when: kind = layoff",
      "missing: x",
    ]
    .map { $0.hasPrefix(key + ":") ? line : $0 }
    let all = rule.contains(line) ? rule : rule + [line]
    let yaml = "id: mine\nrules:\n  - " + all.joined(separator: "\n    ") + "\n"
    let number = 3 + (all.firstIndex(of: line) ?? 0)
    #expect {
      _ = try PolicyDefinition(yaml: yaml, file: "mine.yaml")
    } throws: { error in
      "\(error)".contains("mine.yaml:\(number):") && "\(error)".contains(word)
    }
  }
}
