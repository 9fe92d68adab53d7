public import CanonicalJSON

/// What a company is: its names, legal entities, sectors and staff at a date.
public struct CompanyProfiled: EventPayload {
  public static let kind = "company_profiled"
  public static let meaning = "What a company, investor or authority is: names, legal entities, sectors, staff."
  public static let label = KindLabel("Profile", "概况", glyph: "◉")
  public static let schemaVersion = 2

  public var names: [Name]
  public var homeJurisdiction: Country?
  public var founded: EDTFDate?
  public var legalEntities: [LegalEntity]
  public var sectors: [String]
  public var restrictedTechnologies: [String]
  public var ids: Identifiers?
  public var headcount: [Headcount]

  public init(fields: inout FieldReader) {
    names = fields.required("names", "the names in every script, the usual one first")
    homeJurisdiction = fields.optional("home_jurisdiction", "the country that it comes from")
    founded = fields.optional("founded", "when it was founded")
    legalEntities = fields.list("legal_entities", "its legal entities")
    sectors = fields.list("sectors", "what it works on")
    restrictedTechnologies = fields.list("restricted_technologies", "technologies that need a licence to export")
    ids = fields.optional("ids", "its identifiers in public registers")
    headcount = fields.list("headcount", "staff by country")
    fields.require(!names.isEmpty, "names", "is empty; give at least one name")
  }

  public var headline: String {
    phrase(names.first?.name, founded.map { "founded \($0.text)" }, homeJurisdiction.map(\.name))
  }

  /// Version 1 had `headcount` as an object by country, which left no room for ranges or notes.
  public static let upcasts: [Int: @Sendable (JSONObject) -> JSONObject] = [
    1: { old in
      var new = old
      if let byCountry = old["headcount"]?.object {
        new["headcount"] = .array(
          byCountry.members.map { ["country": .string($0.key), "count": $0.value] as JSONValue })
      }
      return new
    }
  ]
}

/// A legal entity of a company.
public struct LegalEntity: FieldGroup, Hashable {
  public var name: String
  public var jurisdiction: Country
  public var registeredCapital: Money?
  public var founded: EDTFDate?

  public init(fields: inout FieldReader) {
    name = fields.required("name", "the registered name")
    jurisdiction = fields.required("jurisdiction", "the country of registration")
    registeredCapital = fields.optional("registered_capital", "the registered capital")
    founded = fields.optional("founded", "when it was registered")
  }
}

/// Identifiers in public registers.
public struct Identifiers: FieldGroup, Hashable {
  public var lei: String?
  public var wikidata: String?
  public var uscc: String?

  public init(fields: inout FieldReader) {
    lei = fields.optional("lei", "the Legal Entity Identifier (ISO 17442)")
    wikidata = fields.optional("wikidata", "the Wikidata item, such as Q42")
    uscc = fields.optional("uscc", "the Unified Social Credit Code 统一社会信用代码 (GB 32100-2015)")
  }
}

/// Staff in one country.
public struct Headcount: FieldGroup, Hashable {
  public var country: Country
  public var count: Int

  public init(fields: inout FieldReader) {
    country = fields.required("country", "where the staff is")
    count = fields.required("count", "how many people")
  }
}
