import CanonicalJSON
import EventLog
import Seeded

/// A log as it may come: subjects interleaved, claims out of order, repeated, corrected, retracted, disputed and
/// confirmed, amendments before their targets and about one another, some in circles.
struct RandomLog {
  static let subjects = (0..<5).map { Subject("company/\($0)")! }
  private static let words = ["alpha", "beta", "融资", "gamma", "总部 搬迁"]

  var events: [Event] = []

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 1...30, using: &generator)
    let ids = (0..<count).map { EventID.v8(of: Array("\(seed) \($0)".utf8)) }
    for index in 0..<count {
      let isAmendment = Int.random(in: 0..<10, using: &generator) < 5
      // Mostly about an earlier event, sometimes about a later one, or one that never comes.
      let target =
        Int.random(in: 0..<8, using: &generator) == 0
        ? (Bool.random(using: &generator) ? ids.randomElement(using: &generator)! : EventID(high: seed, low: 1))
        : ids[Int.random(in: 0...max(0, index - 1), using: &generator)]
      var data = JSONObject()
      var kind = "noted"
      if isAmendment, target != ids[index] {
        kind = ["corrected", "corrected", "retracted", "disputed", "confirmed"].randomElement(using: &generator)!
        data["target"] = .string(target.description)
        if kind == "corrected" {
          if Bool.random(using: &generator) { data["data"] = .object(Self.note(&generator)) }
          if Bool.random(using: &generator) {
            data["occurred"] = .string("\(Int.random(in: 0..<50, using: &generator))")
          }
        }
      } else {
        data = Self.note(&generator)
      }
      events.append(
        Event(
          id: ids[index], subject: Self.subjects.randomElement(using: &generator)!, kind: kind, schema: 1,
          occurred: "\(Int.random(in: 0..<50, using: &generator))", recordedBy: "tester", status: "reported",
          data: .object(data), sources: []))
    }
    events.shuffle(using: &generator)
    // Some are sent twice.
    events += events.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
  }

  private static func note(_ generator: inout SplitMix64) -> JSONObject {
    var data = JSONObject()
    data["text"] = .string(words.randomElement(using: &generator)!)
    let names = subjects.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    if !names.isEmpty { data["names"] = .array(names.map { .string($0.id) }) }
    return data
  }

  /// The events in batches of random sizes.
  func batches(seed: UInt64) -> [[Event]] {
    var generator = SplitMix64(seed: seed)
    var batches: [[Event]] = []
    var rest = events[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...max(1, min(12, rest.count)), using: &generator)
      batches.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return batches
  }
}
