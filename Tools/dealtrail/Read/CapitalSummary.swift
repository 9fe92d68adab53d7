import CanonicalJSON
import DealProjections
import EventLog
import Projecting

/// What the parts of a company's funding add up to, by origin, country, year and currency.
struct CapitalSummary {
  /// A part of a round, as its row says.
  struct Part {
    /// `nil` where the date may mean days of several years.
    var year: Int?
    var occurred: String
    var stage: String
    var investor: String?
    var origin: String
    var country: String?
    var amount: ExactAmount?
    var currency: String?
    var usd: Double?
    var rate: Double?
    var rateDay: String?
    var basis: String
    var evidence: [String]

    init(_ values: [ViewValue]) {
      year = values[0].integer
      occurred = values[1].text ?? ""
      stage = values[2].text ?? ""
      investor = values[3].text
      origin = values[4].text ?? "unknown"
      country = values[5].text
      amount = values[6].text.flatMap { ExactAmount($0) }
      currency = values[7].text
      usd = values[8].real
      rate = values[9].real
      rateDay = values[10].text
      basis = values[11].text ?? ""
      evidence = values[12].list
    }
  }

  /// The parts of one origin, country, year and currency.
  struct Line {
    var key: Key
    var parts: [Part]

    /// The sum in its own currency; `nil` where no part was disclosed.
    var amount: ExactAmount? {
      let known = parts.compactMap(\.amount)
      return known.isEmpty ? nil : known.reduce(.zero, +)
    }
    /// `nil` where nothing was disclosed, or a rate is missing.
    var usd: Double? {
      let known = parts.compactMap(\.usd)
      return known.isEmpty || isRateMissing ? nil : known.reduce(0, +)
    }
    var isRateMissing: Bool { parts.contains(where: \.isRateMissing) }
    /// Whether shares that were not disclosed are assumed.
    var isAssumed: Bool { parts.contains(where: \.isAssumed) }
    var undisclosed: Int { parts.count(where: \.isUndisclosed) }
    var evidence: [String] {
      var seen: Set<String> = []
      return parts.flatMap(\.evidence).filter { seen.insert($0).inserted }
    }
  }

  struct Key: Hashable, Comparable {
    var year: Int?
    var origin: String
    var country: String
    var currency: String

    static func < (left: Key, right: Key) -> Bool {
      (left.year ?? .max, left.origin, left.country, left.currency)
        < (right.year ?? .max, right.origin, right.country, right.currency)
    }
  }

  var subject: Subject
  var name: String
  var parts: [Part]

  var lines: [Line] {
    let groups = Dictionary(grouping: parts) {
      Key(year: $0.year, origin: $0.origin, country: $0.country ?? "", currency: $0.currency ?? "")
    }
    return groups.map { Line(key: $0, parts: $1) }.sorted { $0.key < $1.key }
  }

  /// In US dollars, as far as there are amounts and rates.
  var total: Double { parts.compactMap(\.usd).reduce(0, +) }

  var json: JSONValue {
    [
      "subject": .string(subject.id), "name": .string(name), "total_usd": .number(total),
      "missing_rates": .array(Self.texts(parts.filter(\.isRateMissing).compactMap(\.currency))),
      "undisclosed_parts": .integer(parts.count(where: \.isUndisclosed)),
      "assumed_parts": .integer(parts.count(where: \.isAssumed)),
      "origins": .array(origins), "years": .array(lines.map(\.json)), "parts": .array(parts.map(\.json)),
    ]
  }

  /// By origin and country over all years, in US dollars, with the share of what is known.
  private var origins: [JSONValue] {
    let groups = Dictionary(grouping: parts) { [$0.origin, $0.country ?? ""] }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, parts in
      let usd = parts.compactMap(\.usd).reduce(0, +)
      return [
        "origin": .string(key[0]), "country": .optional(key[1].isEmpty ? nil : key[1]), "usd": .number(usd),
        "share": total > 0 ? .number(usd / total) : .null,
      ]
    }
  }

  private static func texts(_ texts: [String]) -> [JSONValue] { Set(texts).sorted().map { .string($0) } }
}

extension CapitalSummary.Line {
  fileprivate var json: JSONValue {
    [
      "year": key.year.map { .integer($0) } ?? .null, "origin": .string(key.origin),
      "country": .optional(key.country.isEmpty ? nil : key.country),
      "currency": .optional(key.currency.isEmpty ? nil : key.currency), "amount": .optional(amount?.digits),
      "usd": .optional(usd), "missing_rate": .bool(isRateMissing), "assumed_split": .bool(isAssumed),
      "undisclosed_parts": .integer(undisclosed), "evidence": .array(evidence.map { .string($0) }),
    ]
  }
}

extension CapitalSummary.Part {
  /// Whether how much it is rests on an assumption.
  var isAssumed: Bool { basis == "sole" || basis == "equal_split" }
  var isRateMissing: Bool { amount != nil && usd == nil }
  var isUndisclosed: Bool { amount == nil && usd == nil }

  fileprivate var json: JSONValue {
    [
      "year": year.map { .integer($0) } ?? .null, "occurred": .string(occurred), "stage": .string(stage),
      "investor": .optional(investor),
      "origin": .string(origin),
      "country": .optional(country), "amount": .optional(amount?.digits), "currency": .optional(currency),
      "usd": .optional(usd), "rate": .optional(rate), "rate_day": .optional(rateDay), "basis": .string(basis),
      "evidence": .array(evidence.map { .string($0) }),
    ]
  }
}
