internal import DealEvents

/// The fields that an expression may read, and what they hold: so that a condition that can never be true is refused where it is
/// written.
enum ClaimFields {
  /// What the fields at a path hold: of the claim, of the company so far, or of the data of any kind that has it.
  static func types(at path: [String]) -> [FieldType] {
    switch path[0] {
    case "kind": path.count == 1 ? [.choice(Vocabulary.kinds.map { $0.kind })] : []
    case "status": path.count == 1 ? [.choice(ClaimStatus.allCases.map(\.rawValue))] : []
    case "occurred": path.count == 1 ? [.date] : []
    case "company": path.count == 2 ? ClaimScope.companyFields[path[1]].map { [$0] } ?? [] : []
    default:
      Vocabulary.kinds.flatMap { kind in kind.descriptions.filter { $0.name == path[0] } }
        .flatMap { types($0.type, path.dropFirst()) }
    }
  }

  private static func types(_ type: FieldType, _ path: ArraySlice<String>) -> [FieldType] {
    guard let name = path.first else {
      if case .list(let element) = type { return types(element, path) }
      return [type]
    }
    return type.members.filter { $0.name == name }.flatMap { types($0.type, path.dropFirst()) }
  }

  /// What is wrong with an expression; `nil` where nothing is.
  static func problem(in expression: ClaimExpression) -> String? {
    switch expression {
    case .all(let parts), .any(let parts): return parts.lazy.compactMap { problem(in: $0) }.first
    case .not(let part): return problem(in: part)
    case .compares(let path, _, let word): return problem(path, comparedWith: [word])
    case .isAmong(let path, let words): return problem(path, comparedWith: words)
    case .holds(let path):
      return check(path) { types in
        types.contains(.flag) ? nil : "is no yes-or-no field; compare it, as in \(path.joined(separator: ".")) = word"
      }
    case .isOf(let path, let quality):
      return check(path) { types in
        if quality == .known || quality == .unknown { return nil }
        return types.contains(.country)
          ? nil : "is no country; is \(quality.rawValue) goes with one, such as to.country"
      }
    }
  }

  private static func problem(_ path: [String], comparedWith words: [String]) -> String? {
    check(path) { types in
      let inner = types.flatMap(\.members)
      if !inner.isEmpty, inner.count >= types.count {
        return "has fields of its own; name one: \(Set(inner.map(\.name)).sorted().joined(separator: ", "))"
      }
      for word in words where !types.contains(where: { takes($0, word) }) {
        return "is never \(word); it is \(types.map(shown).uniqued.joined(separator: ", or "))"
      }
      return nil
    }
  }

  private static func check(_ path: [String], _ body: ([FieldType]) -> String?) -> String? {
    let field = path.joined(separator: ".")
    let types = types(at: path)
    if types.isEmpty { return "reads \(field), which no claim has; see the fields with: dealtrail kinds --fields" }
    return body(types).map { "reads \(field), which \($0)" }
  }

  private static func takes(_ type: FieldType, _ word: String) -> Bool {
    switch type {
    case .choice(let words): words.contains(word)
    case .number, .integer: Double(word) != nil
    case .share: Double(word).map { (0...1).contains($0) } ?? false
    case .flag: word == "true" || word == "false"
    case .country: Country(code: word) != nil
    case .currency: Currency(code: word) != nil
    default: true
    }
  }

  private static func shown(_ type: FieldType) -> String {
    switch type {
    case .choice(let words): words.count > 40 ? "a kind (dealtrail kinds)" : "one of \(words.joined(separator: ", "))"
    case .number, .integer: "a number"
    case .share: "a part from 0 to 1, such as 0.15"
    case .flag: "true or false"
    case .country: "an ISO 3166-1 code such as CN"
    case .currency: "an ISO 4217 code such as USD"
    default: "a text"
    }
  }
}

extension [String] {
  /// Each once, in the order in which it came first.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
