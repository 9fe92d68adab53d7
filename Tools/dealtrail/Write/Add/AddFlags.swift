import DealEvents

/// A flag of `add`: a field of the kind's data, or one of those that every event has.
struct AddFlag {
  var name: String
  var meaning: String
  var type: FieldType
  /// The field of the data that the flag fills; `nil` for the flags that every event has.
  var field: FieldDescription?
  var isRequired = false

  var takesValue: Bool { type != .flag }

  /// Whether the field's words have one for what the source does not say.
  var canBeUnknown: Bool { if case .choice(let words) = type { words.contains("unknown") } else { false } }

  /// What the help shows for the value.
  var placeholder: String {
    switch type {
    case .text: "TEXT"
    case .integer, .number: "N"
    case .flag: ""
    case .choice(let words): words.map { $0.replacing("_", with: "-") }.joined(separator: "|")
    case .date: "DATE"
    case .money: "AMOUNT"
    case .place: "PLACE"
    case .country: "COUNTRY"
    case .currency: "CODE"
    case .share: "SHARE"
    case .subject: "SUBJECT"
    case .event: "ID"
    case .payload: "JSON"
    case .object(_, let fields):
      fields.filter { $0.type != .flag }.map(\.name).joined(separator: ":")
        + fields.filter { $0.type == .flag }.map { "[:\($0.name)]" }.joined()
    case .list(let element):
      AddFlag(name: name, meaning: meaning, type: element).placeholder
    }
  }
}

/// The flags of one kind, made from the kind's own declaration of its fields.
struct AddFlags {
  var common: [AddFlag]
  var payload: [AddFlag]

  static let common: [AddFlag] = [
    AddFlag(
      name: "date", meaning: "when it happened: 2025, 2025-04, 2025-04-25, 2025-03/2025-05, 2025-04~", type: .date,
      isRequired: true),
    AddFlag(
      name: "status", meaning: "how the claim stands (else reported)",
      type: .choice(ClaimStatus.allCases.map(\.rawValue))),
    AddFlag(name: "currency", meaning: "the currency of amounts that name none", type: .currency),
    AddFlag(
      name: "source", meaning: "the address of a page; the flags below are about the source before them", type: .text),
    AddFlag(name: "source-title", meaning: "its title", type: .text),
    AddFlag(name: "publisher", meaning: "who published it", type: .text),
    AddFlag(name: "published", meaning: "when it was published", type: .date),
    AddFlag(name: "retrieved", meaning: "when it was read", type: .date),
    AddFlag(name: "quote", meaning: "the words that support the claim", type: .text),
    AddFlag(name: "archive", meaning: "the address of an archived copy", type: .text),
    AddFlag(name: "grade", meaning: "the Admiralty grade, A–F and 1–6", type: .text),
    AddFlag(name: "upstream", meaning: "whose report the page relays", type: .text),
    AddFlag(name: "causation", meaning: "the event that gave rise to this one", type: .event),
    AddFlag(
      name: "expect-revision", meaning: "fail with 4 unless the subject is at this revision", type: .integer(minimum: 0)
    ),
    AddFlag(name: "new", meaning: "the subject is new to the log", type: .flag),
    AddFlag(name: "dry-run", meaning: "check everything and write nothing", type: .flag),
    AddFlag(name: "workspace", meaning: "the workspace folder", type: .text),
    AddFlag(name: "format", meaning: "how the result is printed", type: .choice(["table", "json"])),
    AddFlag(name: "quiet", meaning: "no remarks on standard error", type: .flag),
  ]

  init(_ kind: any EventPayload.Type) {
    common = Self.common
    let taken = common.map(\.name)
    payload = kind.descriptions.map { field in
      var name = field.name.replacing("_", with: "-")
      if case .list = field.type { name = Self.singular(name) }
      // A field of the name of a flag that every event has, such as the corrected status.
      if taken.contains(name) { name = "data-" + name }
      return AddFlag(name: name, meaning: field.meaning, type: field.type, field: field, isRequired: field.isRequired)
    }
  }

  var all: [AddFlag] { payload + common }

  private static func singular(_ name: String) -> String {
    if name.hasSuffix("ies") { return name.dropLast(3) + "y" }
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }
}
