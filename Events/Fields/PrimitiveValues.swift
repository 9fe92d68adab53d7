public import CanonicalJSON
public import EventLog

extension String: FieldValue {
  public static var fieldType: FieldType { .text }
  public static var placeholder: String { "text" }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> String? {
    guard let text = json.string else {
      problems.append(FieldProblem("expected a string, got \(json.typeName)"))
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      problems.append(FieldProblem("is empty; leave the field out instead"))
      return nil
    }
    return text
  }
}

extension Int: FieldValue {
  public static var fieldType: FieldType { .integer(minimum: 0) }
  public static var placeholder: Int { 0 }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Int? {
    guard let number = json.integer, number >= 0 else {
      problems.append(FieldProblem("expected a whole number of 0 or more"))
      return nil
    }
    return number
  }
}

extension Double: FieldValue {
  public static var fieldType: FieldType { .number }
  public static var placeholder: Double { 0 }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Double? {
    if json.number == nil {
      problems.append(FieldProblem("expected a number, got \(json.typeName)"))
    }
    return json.number
  }
}

extension Bool: FieldValue {
  public static var fieldType: FieldType { .flag }
  public static var placeholder: Bool { false }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Bool? {
    if json.bool == nil {
      problems.append(FieldProblem("expected true or false, got \(json.typeName)"))
    }
    return json.bool
  }
}

extension Subject: FieldValue {
  public static var fieldType: FieldType { .subject }
  public static var placeholder: Subject { Subject("company/example")! }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Subject? {
    let subject = json.string.flatMap { Subject($0) }
    if subject == nil {
      problems.append(
        FieldProblem(
          "expected a subject such as \"company/manus\": lower-case letters, digits, - . _ , at most \(Subject.maximumLength) bytes"
        ))
    }
    return subject
  }
}

extension EventID: FieldValue {
  public static var fieldType: FieldType { .event }
  public static var placeholder: EventID { EventID(high: 0, low: 0) }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> EventID? {
    let id = json.string.flatMap { EventID($0) }
    if id == nil {
      problems.append(FieldProblem("expected an event id: a UUID in lower case"))
    }
    return id
  }
}

/// A closed list of words, in snake_case.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable, Equatable where RawValue == String {}

extension Choice {
  public static var words: [String] { allCases.map(\.rawValue) }
  public static var fieldType: FieldType { .choice(words) }
  public static var placeholder: Self { allCases.first! }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Self? {
    let value = json.string.flatMap { Self(rawValue: $0) }
    if value == nil {
      let near = json.string.flatMap { nearest(to: $0, among: words) }.map { "; did you mean \($0)?" } ?? ""
      problems.append(FieldProblem("is not one of \(words.joined(separator: ", "))\(near)"))
    }
    return value
  }
}
