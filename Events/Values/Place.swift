public import CanonicalJSON

/// Where: an ISO 3166-1 country, optionally an ISO 3166-2 subdivision and a city, `{"country":"CN","city":"Shenzhen"}`.
public struct Place: Sendable, Hashable, FieldValue {
  public var country: Country
  /// ISO 3166-2 code of the same country, `CN-GD`.
  public var subdivision: String?
  public var city: String?

  public init(country: Country, subdivision: String? = nil, city: String? = nil) {
    self.country = country
    self.subdivision = subdivision
    self.city = city
  }

  public static var fieldType: FieldType { .place }
  public static var placeholder: Place { Place(country: .placeholder) }

  public var json: JSONValue {
    var object = JSONObject()
    object["country"] = .string(country.code)
    object["subdivision"] = subdivision.map(JSONValue.string)
    object["city"] = city.map(JSONValue.string)
    return .object(object)
  }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Place? {
    guard let object = json.object else {
      problems.append(
        FieldProblem(#"expected a place such as {"country":"CN","city":"Shenzhen"}"#))
      return nil
    }
    var reader = FieldReader(object: object)
    let country: Country = reader.required("country", "the ISO 3166-1 code")
    let subdivision: String? = reader.optional("subdivision", "the ISO 3166-2 code")
    let city: String? = reader.optional("city", "the city's name")
    reader.refuseUnknownFields(known: fieldType.members.map(\.name))
    reader.require(
      subdivision.map { Country.isSubdivision($0) && $0.hasPrefix(country.code + "-") } ?? true, "subdivision",
      "is not an ISO 3166-2 code of \(country.code), such as CN-GD")
    problems.append(contentsOf: reader.problems)
    return reader.problems.isEmpty ? Place(country: country, subdivision: subdivision, city: city) : nil
  }

  /// What a person types: `CN`, `CN:Shenzhen`, `CN-GD:Shenzhen`, `Shenzhen, CN`, `Singapore`.
  public static func parse(_ text: String) throws(FieldProblem) -> Place {
    let parts =
      text.contains(":")
      ? text.split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
      : text.split(separator: ",", maxSplits: 1).reversed().map { String($0.drop { $0 == " " }) }
    let code = parts.first ?? ""
    let city = parts.count == 2 ? parts[1] : nil
    if Country.isSubdivision(code), let country = Country(code: String(code.prefix(2))) {
      return Place(country: country, subdivision: code, city: city)
    }
    guard let country = Country.find(code) else {
      throw FieldProblem(
        field: "place",
        reason: "\"\(text)\" names no country; write CN, CN:Shenzhen, CN-GD:Shenzhen or \"Shenzhen, CN\"")
    }
    return Place(country: country, city: city)
  }
}
