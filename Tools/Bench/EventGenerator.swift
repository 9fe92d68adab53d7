import CanonicalJSON
import EventLog
import Seeded

/// A stream of plausible events: companies by a Zipf law, kinds in the proportions of a real log, Chinese and Latin names,
/// dates that come out of order, and about two in a hundred that correct or retract an earlier one. Every event is valid
/// and has an id of its own; about 500 bytes each.
struct EventGenerator {
  private var random: SplitMix64
  private let companies: Int
  private var count = 0
  /// Recent funding rounds, which corrections and retractions are about.
  private var recent: [(id: String, subject: String)] = []

  init(seed: UInt64, events: Int) {
    random = SplitMix64(seed: seed)
    companies = max(10, events / 20)
  }

  mutating func next() -> JSONValue {
    count += 1
    let roll = random.below(1000)
    if roll < 20, !recent.isEmpty { return amendment(retracts: roll < 6) }
    let (kind, data) = claim(roll)
    let id = newID()
    let subject = "company/\(company())"
    if kind == "funding_round" {
      if recent.count < 256 { recent.append((id, subject)) } else { recent[random.below(256)] = (id, subject) }
    }
    return event(id, subject, kind, data)
  }

  private mutating func claim(_ roll: Int) -> (String, JSONValue) {
    switch roll {
    case ..<120:
      return (
        "company_profiled",
        [
          "names": [
            ["name": .string(latinName()), "lang": "en"], ["name": .string(chineseName()), "lang": "zh-Hans"],
          ], "home_jurisdiction": .string(country()), "founded": .string("\(2000 + random.below(25))"),
        ]
      )
    case ..<480: return ("funding_round", round())
    case ..<600:
      return ("layoff", ["place": ["country": .string(country())], "count": .integer(1 + random.below(900))])
    case ..<700:
      return (
        "relocation",
        [
          "what": "headquarters", "from": ["country": "CN", "city": .string(city())],
          "to": ["country": .string(country()), "city": .string(city())],
        ]
      )
    case ..<800:
      return (
        "acquisition",
        [
          "acquirer": .string("company/\(company())"), "acquirer_jurisdiction": .string(country()),
          "price": amount(), "phase": .string(["rumoured", "announced", "completed"][random.below(3)]),
        ]
      )
    case ..<880:
      return (
        "regulatory_probe",
        [
          "authority": .string(["authority/cn-mofcom", "authority/us-cfius", "authority/cn-cac"][random.below(3)]),
          "jurisdiction": .string(["CN", "US"][random.below(2)]), "topic": "foreign_investment",
          "phase": .string(["opened", "extended", "cleared"][random.below(3)]),
        ]
      )
    case ..<940:
      return (
        "statement_made",
        [
          "speaker": .string("person/p-\(random.below(5000))"), "stance": "explains", "topic": "strategy",
          "text": .string("\(latinName()) says that \(chineseName()) goes on as before, 一切照旧"),
        ]
      )
    default:
      return ("metric_observed", ["metric": "headcount", "value": .integer(random.below(20_000)), "unit": "people"])
    }
  }

  private mutating func round() -> JSONValue {
    [
      "stage": .string(["seed", "series_a", "series_b", "series_c"][random.below(4)]), "amount": amount(),
      "investors": .array(
        (0...random.below(3)).map { index in
          [
            "id": .string("investor/i-\(zipf(3000))"), "jurisdiction": .string(country()), "lead": .bool(index == 0),
          ]
        }),
    ]
  }

  private mutating func amendment(retracts: Bool) -> JSONValue {
    let target = recent[random.below(recent.count)]
    var data: [JSONObject.Member] = [
      .init(key: "target", value: .string(target.id)), .init(key: "reason", value: "a later report says otherwise"),
    ]
    if !retracts { data.append(.init(key: "data", value: round())) }
    return event(
      newID(), target.subject, retracts ? "event_retracted" : "event_corrected", .object(JSONObject(data)),
      causation: target.id)
  }

  private mutating func event(
    _ id: String, _ subject: String, _ kind: String, _ data: JSONValue, causation: String? = nil
  ) -> JSONValue {
    let day = CivilDate(day: 14_000 + random.below(6_000)).description
    return [
      "id": .string(id), "subject": .string(subject), "kind": .string(kind), "occurred": .string(day),
      "status": .string(["reported", "reported", "confirmed", "rumoured"][random.below(4)]), "recorded_by": "bench",
      "data": data, "causation": .optional(causation),
      "sources": [
        [
          "url": .string("https://news\(random.below(400)).example/\(random.next())"),
          "title": .string("\(latinName()): \(chineseName())"), "publisher": .string("Daily \(random.below(300))"),
          "published": .string(day),
          "grade": "B2",
        ]
      ],
    ]
  }

  private mutating func newID() -> String {
    EventID.v7(at: Timestamp(microseconds: 1_700_000_000_000_000 + Int64(count) * 1000), using: &random).description
  }

  private mutating func amount() -> JSONValue {
    [
      "value": .string("\((1 + random.below(900)) * 100_000)"),
      "currency": .string(["USD", "CNY", "EUR"][random.below(3)]),
    ]
  }

  private mutating func company() -> String { "c-\(zipf(companies))" }

  /// A rank from 0 by a Zipf law with exponent 1: the logarithm of a uniform number is uniform.
  private mutating func zipf(_ count: Int) -> Int {
    let uniform = Double(random.next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(exp2Table(uniform * Double(count.bitWidth - count.leadingZeroBitCount))) - 1)
  }

  private func exp2Table(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    return Double(sign: .plus, exponent: Int(whole), significand: 1 + (exponent - whole))
  }

  private mutating func latinName() -> String {
    let syllables = ["no", "va", "zen", "tri", "luma", "kor", "ai", "bit", "star", "deep"]
    return (0..<3).map { _ in syllables[random.below(10)] }.joined().capitalized(first: true) + " AI"
  }

  private mutating func chineseName() -> String {
    let characters = Array("智谱蝴蝶效应星辰云图深海未来灵动科技")
    return String((0..<4).map { _ in characters[random.below(characters.count)] }) + "科技"
  }

  private mutating func country() -> String { ["CN", "CN", "CN", "US", "SG", "HK", "GB", "JP"][random.below(8)] }

  private mutating func city() -> String { ["Beijing", "上海", "Shenzhen", "Singapore", "Palo Alto"][random.below(5)] }
}

extension String {
  fileprivate func capitalized(first: Bool) -> String { prefix(1).uppercased() + dropFirst() }
}

extension SplitMix64 {
  fileprivate mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
