public import CanonicalJSON

/// What a field of a payload can hold. One description serves validation, JSON Schema and the flags of `add`.
public indirect enum FieldType: Sendable, Equatable {
  case text
  case integer(minimum: Int?)
  case number
  case flag
  case choice([String])
  case date
  case money
  case place
  case country
  case currency
  case share
  case subject
  case event
  case object(String, [FieldDescription])
  case list(FieldType)
  /// The replacement data of a correction: any object, checked against the kind of its target.
  case payload
}

extension FieldType {
  /// The fields inside, of an element of a list too; none where it holds a single value. Those of a place and of money mean
  /// what they hold.
  public var members: [FieldDescription] {
    func member(_ name: String, _ type: FieldType, _ holds: String, isRequired: Bool = true) -> FieldDescription {
      FieldDescription(name: name, meaning: holds, type: type, isRequired: isRequired)
    }
    switch self {
    case .list(let element): return element.members
    case .object(_, let fields): return fields
    case .place:
      return [
        member("country", .country, "ISO 3166-1"), member("subdivision", .text, "ISO 3166-2", isRequired: false),
        member("city", .text, "a text", isRequired: false),
      ]
    case .money: return [member("value", .number, "a number"), member("currency", .currency, "ISO 4217")]
    default: return []
    }
  }
}

/// One field of a payload.
public struct FieldDescription: Sendable, Equatable {
  public var name: String
  public var meaning: String
  public var type: FieldType
  public var isRequired: Bool

  public init(name: String, meaning: String, type: FieldType, isRequired: Bool) {
    self.name = name
    self.meaning = meaning
    self.type = type
    self.isRequired = isRequired
  }
}

/// What is wrong with one field, and what to do about it.
public struct FieldProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where, as a path from what was read: `data.investors[0].stake` of an event, empty for the value itself.
  public var field: String
  public var reason: String

  /// A problem of a value itself.
  init(_ reason: String) { self.init(field: "", reason: reason) }

  public init(field: String, reason: String) {
    self.field = field
    self.reason = reason
  }

  public var description: String { "\(field): \(reason)" }
}

/// A type that a field can have.
public protocol FieldValue: Sendable {
  static var fieldType: FieldType { get }
  /// A valid value, which stands in for one that could not be read while the other fields are checked.
  static var placeholder: Self { get }
  /// Reads a value; reports every problem and returns `nil` when there is one.
  static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Self?
}

extension FieldValue {
  /// Reads the value of a field; its problems get the field's name, which is not made where there are none: this is on the
  /// path of every event.
  static func read(
    _ json: JSONValue, at field: @autoclosure () -> String, problems: inout [FieldProblem]
  ) -> Self? {
    let known = problems.count
    let value = read(json, problems: &problems)
    for index in known..<problems.count {
      let inner = problems[index].field
      problems[index].field = field() + (inner.isEmpty || inner.hasPrefix("[") ? inner : "." + inner)
    }
    return value
  }
}

/// A type made of named fields: a payload, or an object inside one.
public protocol FieldGroup: FieldValue {
  /// The group's name in schemas.
  static var groupName: String { get }
  /// Declares and reads the fields, in one place.
  init(fields: inout FieldReader)
}

extension FieldGroup {
  public static var groupName: String { "\(Self.self)" }
  public static var fieldType: FieldType { .object(groupName, descriptions) }
  public static var placeholder: Self {
    var reader = FieldReader(describing: ())
    return Self(fields: &reader)
  }

  /// The fields that `init(fields:)` declares, in its order.
  public static var descriptions: [FieldDescription] {
    var reader = FieldReader(describing: ())
    _ = Self(fields: &reader)
    return reader.descriptions
  }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Self? {
    guard let object = json.object else {
      problems.append(FieldProblem("expected an object, got \(json.typeName)"))
      return nil
    }
    var reader = FieldReader(object: object)
    let value = Self(fields: &reader)
    reader.refuseUnknownFields(known: descriptions.map(\.name))
    problems.append(contentsOf: reader.problems)
    return reader.problems.isEmpty ? value : nil
  }
}
