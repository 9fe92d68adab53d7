public import CanonicalJSON
public import EventLog

/// Turns what a person types, or a cell of a table holds, into the value of a field.
///
/// - An amount is `75M`, `1.25亿`, `75M USD`; a share `0.15` or `15%`; a place `CN`, `CN:Shenzhen`, `Shenzhen, CN`.
/// - A word of a closed list may have spaces or hyphens for underscores: `series-b`.
/// - An object is its fields in the order of declaration, parted by colons: `benchmark:US:lead`. A yes-or-no field is
///   given by its name; any field may be given as `name=value`; a colon inside a value is written `\:`.
/// - A list is its elements, each read like that.
public struct FieldText: Sendable {
  /// The currency of amounts that name none.
  public var currency: String?
  /// Finds the subject that a short name means. The second argument is the category that the field asks for.
  public var subject: @Sendable (String, String) throws -> Subject

  public init(currency: String? = nil, subject: @escaping @Sendable (String, String) throws -> Subject) {
    self.currency = currency
    self.subject = subject
  }

  /// - Parameter field: the name of the field, for messages and to tell which category of subject it means.
  /// - Throws: `FieldProblem` that says what is expected.
  public func json(_ text: String, as type: FieldType, field: String) throws -> JSONValue {
    switch type {
    case .text, .date, .event: return .string(text)
    case .integer:
      guard let number = Money.ungrouped(text).flatMap({ Int($0) }), number.magnitude <= 1 << 53 else {
        throw problem(field, text, "a whole number, such as 1200 or 1,200")
      }
      return .integer(number)
    case .number:
      guard let number = Self.number(text) else { throw problem(field, text, "a number") }
      return .number(number)
    case .flag:
      switch text.lowercased() {
      case "true", "yes", "1": return true
      case "false", "no", "0": return false
      default: throw problem(field, text, "true or false")
      }
    case .choice(let words):
      let word = text.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
      guard words.contains(word) else {
        let near = nearest(to: word, among: words).map { "; did you mean \($0)?" } ?? ""
        throw problem(field, text, "one of \(words.joined(separator: ", "))\(near)")
      }
      return .string(word)
    case .money: return try Money.parse(text, currency: currency).json
    case .place: return try Place.parse(text).json
    case .country:
      guard let country = Country.find(text) else { throw problem(field, text, "a country, such as CN or Singapore") }
      return .string(country.code)
    case .currency: return .string(text.uppercased())
    case .share:
      if text.hasSuffix("%"), let percent = DecimalNumber(String(text.dropLast())) {
        // Read with its exponent, since a division rounds: 33.3% is 0.333.
        return .number(Double(percent.digits + "e-2")!)
      }
      guard let share = Self.number(text) else { throw problem(field, text, "a share, such as 0.15 or 15%") }
      return .number(share)
    case .subject: return .string(try subject(text, Self.category(of: field)).id)
    case .payload:
      do {
        return try JSONReader.read(Array(text.utf8))
      } catch {
        throw FieldProblem(field: field, reason: "is not JSON: \(error)")
      }
    case .list(let element): return .array([try json(text, as: element, field: field)])
    case .object(let group, let fields): return try object(text, fields, group: group, field: field)
    }
  }

  /// A number in decimal digits, as JSON has it: what would be rounded to 0 or is beyond a double is none.
  private static func number(_ text: String) -> Double? {
    let sign = text.hasPrefix("-") ? "-" : ""
    var digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    // As people write it, and JSON does not: .5, 5. and 007.
    if digits.hasSuffix(".") { digits.removeLast() }
    let isZero = digits.hasPrefix("0")
    digits = digits.drop { $0 == "0" }
    if digits.isEmpty ? isZero : ".eE".contains(digits.first!) { digits = "0" + digits }
    return (try? JSONReader.read(Array((sign + digits).utf8)))?.number
  }

  private func object(
    _ text: String, _ fields: [FieldDescription], group: String, field: String
  ) throws -> JSONValue {
    var object = JSONObject()
    let flags = fields.filter { $0.type == .flag }.map(\.name)
    var positional = fields.filter { $0.type != .flag }[...]
    for piece in Self.pieces(text) where !piece.isEmpty {
      let (description, value): (FieldDescription, String)
      if flags.contains(piece.lowercased()) {
        object[piece.lowercased()] = true
        continue
      } else if let equals = piece.firstIndex(of: "="),
        let named = fields.first(where: { $0.name == piece[..<equals].replacing("-", with: "_") })
      {
        (description, value) = (named, String(piece[piece.index(after: equals)...]))
        positional.removeAll { $0.name == named.name }
      } else {
        guard let next = positional.popFirst() else {
          throw FieldProblem(
            field: field, reason: "\"\(text)\" has too many parts; write \(fields.map(\.name).joined(separator: ":"))")
        }
        (description, value) = (next, piece)
      }
      // The id of an investor is a subject of the category that the group is named after.
      let name = description.name == "id" ? group.lowercased() : description.name
      object[description.name] = try json(value, as: description.type, field: name)
    }
    return .object(object)
  }

  /// The pieces between colons; `\:` is a colon.
  private static func pieces(_ text: String) -> [String] {
    var pieces = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        pieces[pieces.count - 1] += character == ":" ? ":" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ":" {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  /// Which category of subject a field means when a name has none.
  private static func category(of field: String) -> String {
    switch field {
    case "investor", "holder": "investor"
    case "authority", "person", "sector": field
    default: "company"
    }
  }

  private func problem(_ field: String, _ text: String, _ expected: String) -> FieldProblem {
    FieldProblem(field: field, reason: "\"\(text)\" is not \(expected)")
  }
}

extension Subject {
  /// The subject that a name gives in a category: lower case, spaces and punctuation as hyphens.
  /// `nil` for a name without letters of ASCII, such as a Chinese one, which needs an id chosen by a person.
  public static func named(_ name: String, category: String) -> Subject? {
    var slug = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)) {
        slug.unicodeScalars.append(scalar)
      } else if !scalar.properties.isAlphabetic, !isMark(scalar) {
        if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      } else {
        return nil
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? nil : Subject("\(category)/\(slug)")
  }

  /// An accent behind its letter, which makes it one beyond ASCII as much as one that is written with it does.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }
}
