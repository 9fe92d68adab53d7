public import CanonicalJSON

/// Hands a `FieldGroup` its fields. Reading and describing are one declaration, so they cannot drift apart.
public struct FieldReader {
  private let object: JSONObject?
  /// The fields, where they are described.
  public private(set) var descriptions: [FieldDescription] = []
  /// How many members of the object are fields.
  private var found = 0
  public private(set) var problems: [FieldProblem] = []

  init(object: JSONObject) { self.object = object }

  /// A reader without input: every field takes its placeholder, and only the descriptions matter.
  init(describing: Void) { object = nil }

  /// A field that must be there.
  public mutating func required<Value: FieldValue>(_ name: String, _ meaning: String) -> Value {
    if let value: Value = field(name, meaning, isRequired: true) { return value }
    return Value.placeholder
  }

  /// A field that may be absent or null.
  public mutating func optional<Value: FieldValue>(_ name: String, _ meaning: String) -> Value? {
    field(name, meaning, isRequired: false)
  }

  /// A list, empty when absent.
  public mutating func list<Value: FieldValue>(_ name: String, _ meaning: String) -> [Value] {
    field(name, meaning, isRequired: false) ?? []
  }

  /// Reports a problem that spans fields, at `field` of this group. Ignored while describing.
  public mutating func require(_ condition: Bool, _ field: String, _ reason: String) {
    if object != nil, problems.isEmpty, !condition {
      problems.append(FieldProblem(field: field, reason: reason))
    }
  }

  private mutating func field<Value: FieldValue>(_ name: String, _ meaning: String, isRequired: Bool) -> Value? {
    guard let object else {
      descriptions.append(
        FieldDescription(name: name, meaning: meaning, type: Value.fieldType, isRequired: isRequired))
      return nil
    }
    let json = object[name]
    if json != nil { found += 1 }
    guard let json, !json.isNull else {
      if isRequired { problems.append(FieldProblem(field: name, reason: "is missing; give \(meaning)")) }
      return nil
    }
    return Value.read(json, at: name, problems: &problems)
  }

  /// A misspelt field would be lost without a word, so it is refused.
  /// - Parameter names: of all fields.
  mutating func refuseUnknownFields(known names: @autoclosure () -> [String]) {
    guard let object, found < object.members.count else { return }
    let names = names()
    for key in object.keys where !names.contains(key) {
      let near = nearest(to: key, among: names).map { "; did you mean \($0)?" } ?? "."
      problems.append(
        FieldProblem(field: key, reason: "is not a field here\(near) Known: \(names.joined(separator: ", "))"))
    }
  }
}

extension Array: FieldValue where Element: FieldValue {
  public static var fieldType: FieldType { .list(Element.fieldType) }
  public static var placeholder: [Element] { [] }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> [Element]? {
    guard let elements = json.array else {
      problems.append(FieldProblem("expected an array, got \(json.typeName)"))
      return nil
    }
    return elements.enumerated().compactMap { index, element in
      Element.read(element, at: "[\(index)]", problems: &problems)
    }
  }
}
