import CanonicalJSON
import DealEvents
import DealProjections

/// Whether the data of two events of one kind may tell of one thing, by the types of the kind's fields; so a new kind is
/// compared without a line here.
struct Likeness {
  /// Amounts and counts that differ by no more than this part are alike.
  var tolerance: Double

  private static let fields: [String: [FieldDescription]] = Dictionary(
    uniqueKeysWithValues: Vocabulary.kinds.map { ($0.kind, $0.descriptions) })

  /// Texts that explain, which no two reports word alike.
  private static let explanations: Set<String> = ["note", "reason", "structure"]

  /// A field that one of the two leaves out is no difference; but they must have some field in common that is not text.
  func areAlike(_ kind: String, _ a: JSONValue, _ b: JSONValue) -> Bool {
    guard let fields = Self.fields[kind] else { return false }
    var common = 0
    for field in fields where !Self.explanations.contains(field.name) {
      guard let left = a[field.name], let right = b[field.name], !left.isNull, !right.isNull else { continue }
      guard areAlike(field.type, left, right) else { return false }
      if field.type != .text { common += 1 }
    }
    return common > 0
  }

  private func areAlike(_ type: FieldType, _ a: JSONValue, _ b: JSONValue) -> Bool {
    switch type {
    case .text: folded(a) == folded(b)
    case .integer, .number, .share:
      (a.number ?? 0) == (b.number ?? 0) || !differ(a.number ?? 0, b.number ?? 0, byMoreThan: tolerance)
    case .money:
      a["currency"]?.string == b["currency"]?.string && !differ(amount(a), amount(b), byMoreThan: tolerance)
    case .place: a["country"]?.string == b["country"]?.string && isSame("subdivision", a, b) && isSame("city", a, b)
    case .object(_, let fields):
      fields.allSatisfy { field in
        guard let left = a[field.name], let right = b[field.name], !left.isNull, !right.isNull else { return true }
        return areAlike(field.type, left, right)
      }
    // Two reports seldom list all investors alike: one in common is enough.
    case .list(let element):
      (a.array ?? []).isEmpty || (b.array ?? []).isEmpty
        || (a.array ?? []).contains { left in (b.array ?? []).contains { areAlike(element, left, $0) } }
    case .flag, .choice, .date, .country, .currency, .subject, .event, .payload: a == b
    }
  }

  private func isSame(_ key: String, _ a: JSONValue, _ b: JSONValue) -> Bool {
    guard let left = a[key], let right = b[key] else { return true }
    return folded(left) == folded(right)
  }

  private func folded(_ json: JSONValue) -> String { SearchText.folded(json.string ?? "") }

  private func amount(_ json: JSONValue) -> Double { json["value"]?.string.flatMap { Double($0) } ?? 0 }
}
