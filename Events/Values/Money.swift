public import CanonicalJSON

/// An amount in one currency: an exact decimal and an ISO 4217 code, `{"value":"75000000","currency":"USD"}`.
public struct Money: Sendable, Hashable, FieldValue {
  public var value: DecimalNumber
  public var currency: Currency

  public init(value: DecimalNumber, currency: Currency) {
    self.value = value
    self.currency = currency
  }

  public static var fieldType: FieldType { .money }
  public static var placeholder: Money { Money(value: DecimalNumber("0")!, currency: Currency(code: "USD")!) }

  public var json: JSONValue { ["value": .string(value.digits), "currency": .string(currency.code)] }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Money? {
    guard let object = json.object, object.members.count == 2, object["currency"] != nil, object["value"] != nil else {
      problems.append(
        FieldProblem(#"expected {"value":"75000000","currency":"USD"} and no other members"#))
      return nil
    }
    guard let value = object["value"]?.string.flatMap({ DecimalNumber($0) }) else {
      problems.append(
        FieldProblem(
          field: "value",
          reason:
            "expected a decimal number of at most \(DecimalNumber.maximumDigits) digits as a string, such as \"75000000\" or \"0.5\""
        ))
      return nil
    }
    guard let currency = object["currency"]?.string.flatMap({ Currency(code: $0) }) else {
      problems.append(
        FieldProblem(field: "currency", reason: "expected an ISO 4217 code such as \"USD\" or \"CNY\""))
      return nil
    }
    if let minor = currency.minorDigits, value.fractionDigits > minor {
      problems.append(
        FieldProblem(
          field: "value", reason: "\(currency.code) has \(minor) decimal places; \(value) has more"))
      return nil
    }
    return Money(value: value, currency: currency)
  }
}

extension Money {
  /// Magnitudes accepted on the command line. The Chinese ones count in ten thousands: 亿 is 10⁸, not a billion.
  private static let magnitudes: [(suffix: String, power: Int)] = [
    ("万亿", 12), ("亿", 8), ("百万", 6), ("千万", 7), ("万", 4), ("千", 3), ("k", 3), ("m", 6), ("mn", 6), ("b", 9), ("bn", 9),
    ("t", 12),
  ]

  /// What a person types: `75M`, `2B`, `1.25亿`, `10万`, `75,000,000`, each optionally with a code: `75M USD`, `USD 75M`.
  ///
  /// Letters may be in either case. Commas must group by three.
  /// - Parameter currency: used when the text names none.
  /// - Throws: `FieldProblem` for the field `amount`, with the remedy.
  public static func parse(_ text: String, currency: String?) throws(FieldProblem) -> Money {
    var words = text.split(separator: " ").map(String.init)
    var code = currency
    if let index = words.firstIndex(where: { $0.utf8.count == 3 && Currency(code: $0.uppercased()) != nil }) {
      let named = words.remove(at: index).uppercased()
      guard code == nil || code == named else {
        throw FieldProblem(field: "amount", reason: "names \(named), but the currency given is \(code ?? "")")
      }
      code = named
    }
    guard let code else {
      throw FieldProblem(field: "amount", reason: "has no currency; add one, such as --currency USD")
    }
    guard let currency = Currency(code: code) else {
      throw FieldProblem(field: "currency", reason: "\"\(code)\" is not an ISO 4217 code such as USD or CNY")
    }
    // A magnitude may stand apart from its number; what begins with a digit is a group of three, or makes two numbers.
    let digits = words.enumerated().map { index, word in
      index > 0 && word.utf8.first.map { (0x30...0x39).contains($0) } == true ? "," + word : word
    }.joined()
    guard let value = number(digits) else {
      throw FieldProblem(
        field: "amount", reason: "\"\(text)\" is not an amount; write 75M, 2B, 1.25亿, 10万 or 75000000")
    }
    if let minor = currency.minorDigits, value.fractionDigits > minor {
      throw FieldProblem(field: "amount", reason: "\(code) has \(minor) decimal places; \(value) has more")
    }
    return Money(value: value, currency: currency)
  }

  private static func number(_ text: String) -> DecimalNumber? {
    let lower = text.lowercased()
    let magnitude = magnitudes.filter { lower.hasSuffix($0.suffix) }.max { $0.suffix.utf8.count < $1.suffix.utf8.count }
    let digits = String(lower.dropLast(magnitude?.suffix.count ?? 0))
    return ungrouped(digits).flatMap { DecimalNumber($0) }?.shifted(by: magnitude?.power ?? 0)
  }

  /// The digits without the commas that group them by three; `nil` where they do not.
  static func ungrouped(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let whole = text.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + text.dropFirst(whole.count)
  }
}
