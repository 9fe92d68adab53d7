public import CanonicalJSON

/// JSON Schema (2020-12) of a kind's data, from the same field descriptions that validate it.
public enum JSONSchema {
  public static func schema(of kind: any EventPayload.Type) -> JSONValue {
    var schema = object(kind.descriptions)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = .string("\(kind.kind), version \(kind.schemaVersion)")
    schema["description"] = .string(kind.meaning)
    return .object(schema)
  }

  private static func object(_ fields: [FieldDescription]) -> JSONObject {
    var properties = JSONObject()
    for field in fields {
      var property = type(field.type)
      property["description"] = .string(field.meaning)
      properties[field.name] = .object(property)
    }
    var schema = JSONObject()
    schema["type"] = "object"
    schema["properties"] = .object(properties)
    schema["required"] = .array(fields.filter(\.isRequired).map { .string($0.name) })
    schema["additionalProperties"] = false
    return schema
  }

  private static func type(_ type: FieldType) -> JSONObject {
    var schema = JSONObject()
    func text(_ pattern: String? = nil) {
      schema["type"] = "string"
      schema["pattern"] = pattern.map { .string($0) }
    }
    switch type {
    case .text: text("\\S")
    case .date: text("^[0-9X/.~?%-]+$")
    case .country: text("^[A-Z]{2}$")
    case .currency: text("^[A-Z]{3}$")
    case .subject: text("^[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$")
    case .event: text("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
    case .integer(let minimum):
      schema["type"] = "integer"
      schema["minimum"] = minimum.map { .integer($0) }
    case .number: schema["type"] = "number"
    case .flag: schema["type"] = "boolean"
    case .share:
      schema["type"] = "number"
      schema["minimum"] = 0
      schema["maximum"] = 1
    case .choice(let words): schema["enum"] = .array(words.map { .string($0) })
    case .money:
      schema = object([
        FieldDescription(name: "value", meaning: "decimal digits", type: .text, isRequired: true),
        FieldDescription(name: "currency", meaning: "ISO 4217 code", type: .currency, isRequired: true),
      ])
    case .place:
      schema = object([
        FieldDescription(name: "country", meaning: "ISO 3166-1 code", type: .country, isRequired: true),
        FieldDescription(name: "subdivision", meaning: "ISO 3166-2 code", type: .text, isRequired: false),
        FieldDescription(name: "city", meaning: "the city's name", type: .text, isRequired: false),
      ])
    case .object(_, let fields): schema = object(fields)
    case .list(let element):
      schema["type"] = "array"
      schema["items"] = .object(self.type(element))
    case .payload: schema["type"] = "object"
    }
    return schema
  }
}
