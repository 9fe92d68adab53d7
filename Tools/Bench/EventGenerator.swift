import CanonicalJSON
import EventLog
import Foundation
import Seeded

/// A stream of plausible events: companies by the law of Zipf and Mandelbrot, kinds in the proportions of the cases that ship, Chinese and Latin
/// names, dates that come out of order, and about two in a hundred that correct or retract an earlier one. Every event is
/// valid and has an id of its own; about 500 bytes each.
struct EventGenerator {
  var random: SplitMix64
  private let companies: Int
  private let authorities: Int
  private var count = 0
  /// Recent claims, which others are about.
  private var recent: [Recent] = []

  struct Recent {
    var id: String
    var subject: String
    var kind: String
  }

  init(seed: UInt64, events: Int) {
    random = SplitMix64(seed: seed)
    companies = max(10, events / 20)
    authorities = max(10, events / 200)
  }

  mutating func next() -> JSONValue {
    count += 1
    if !recent.isEmpty, let amendment = amendment(random.below(1000)) { return amendment }
    let kind = GeneratedKind.all[random.below(GeneratedKind.total)]
    let (id, company) = (newID(), zipf(companies))
    let subject = "company/c-\(company)"
    remember(Recent(id: id, subject: subject, kind: kind.name))
    return event(id, subject, kind.name, kind.data(&self, GeneratedCompany(company)))
  }

  private mutating func remember(_ claim: Recent) {
    if recent.count < 256 { recent.append(claim) } else { recent[random.below(256)] = claim }
  }

  /// - Parameter roll: of a thousand events: six retract, fourteen correct, thirty dispute, ten confirm.
  private mutating func amendment(_ roll: Int) -> JSONValue? {
    let target = recent[random.below(recent.count)]
    var data: [JSONObject.Member] = [
      .init(key: "target", value: .string(target.id)), .init(key: "reason", value: "a later report says otherwise"),
    ]
    let kind: String
    switch roll {
    case ..<6: kind = "event_retracted"
    case ..<20:
      kind = "event_corrected"
      data.append(.init(key: "occurred", value: .string(day())))
      if target.kind == "funding_round" { data.append(.init(key: "data", value: round())) }
    case ..<50: kind = "event_disputed"
    case ..<60: kind = "event_confirmed"
    default: return nil
    }
    return event(newID(), target.subject, kind, .object(JSONObject(data)), causation: target.id)
  }

  private mutating func event(
    _ id: String, _ subject: String, _ kind: String, _ data: JSONValue, causation: String? = nil
  ) -> JSONValue {
    let day = day()
    return [
      "id": .string(id), "subject": .string(subject), "kind": .string(kind), "occurred": .string(day),
      "status": .string(pick(["reported", "reported", "confirmed", "rumoured"])), "recorded_by": "bench",
      "data": data, "causation": .optional(causation),
      "sources": [
        [
          "url": .string("https://news\(random.below(400)).example/\(random.next())"),
          "title": .string("\(latinName(&random)) AI: \(chineseName(&random))"),
          "publisher": .string("Daily \(random.below(300))"), "published": .string(day), "grade": "B2",
        ]
      ],
    ]
  }

  private mutating func newID() -> String {
    EventID.v7(at: Timestamp(microseconds: 1_700_000_000_000_000 + Int64(count) * 1000), using: &random).description
  }

  mutating func day() -> String { CivilDate(day: 14_000 + random.below(6_000)).description }
  mutating func pick<Element>(_ list: [Element]) -> Element { list[random.below(list.count)] }
  mutating func company() -> JSONValue { .string("company/c-\(zipf(companies))") }
  mutating func investor() -> JSONValue { .string("investor/i-\(zipf(companies / 2 + 5))") }
  mutating func authority() -> JSONValue { .string("authority/a-\(zipf(authorities))") }
  mutating func person() -> JSONValue { .string("person/p-\(random.below(companies))") }

  /// The id of a recent event of the kind.
  mutating func recent(_ kind: String) -> JSONValue {
    .string(recent.last { $0.kind == kind }?.id ?? newID())
  }

  /// A rank from 0 by the law of Zipf and Mandelbrot with exponent 1: rank k is drawn in proportion to 1 ÷ (k + offset), since
  /// no company is what every tenth claim is about. The largest of 500,000 gets one in 300.
  private mutating func zipf(_ count: Int) -> Int {
    let offset = 30.0
    let uniform = Double(random.next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(offset * pow((Double(count) + offset) / offset, uniform) - offset))
  }
}

extension SplitMix64 {
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
