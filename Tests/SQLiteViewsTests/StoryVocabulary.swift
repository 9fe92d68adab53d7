import CanonicalJSON
import EventLog
import Projecting

/// A small vocabulary for tests of the engine: `noted` claims with a text and subjects that they name, and claims about
/// claims. Nothing of it is about deals.
struct StoryVocabulary: Interpreter {
  struct Unknown: Error {}

  var fingerprint = "story 1"

  func interpret(kind: String, schema: Int, data: JSONValue) throws -> Interpretation {
    let object = data.object ?? JSONObject()
    let mentions = (object["names"]?.array ?? []).compactMap { $0.string.flatMap { Subject($0) } }
      .map { Mention($0, role: "named") }
    let target = object["target"]?.string.flatMap { EventID($0) }
    let effect: Amendment.Effect?
    switch kind {
    case "noted": effect = nil
    case "corrected":
      effect = .correct(data: object["data"], occurred: object["occurred"]?.string, status: object["status"]?.string)
    case "retracted": effect = .retract
    case "disputed": effect = .dispute
    case "confirmed": effect = .confirm
    case Event.redactionKind: effect = .redact
    default: throw Unknown()
    }
    if kind == "noted", object["text"]?.string == nil { throw Unknown() }
    return Interpretation(
      payload: object["text"]?.string ?? "", data: data, schema: schema, mentions: mentions,
      amendment: effect.flatMap { effect in target.map { Amendment(target: $0, effect: effect) } })
  }

  func amendment(ofErased kind: String, target: EventID) -> Amendment? {
    kind == "retracted" ? Amendment(target: target, effect: .retract) : nil
  }

  /// Days are written as numbers.
  func days(of occurred: String) throws -> DaySpan {
    guard let day = Int(occurred) else { throw Unknown() }
    return DaySpan(earliest: CivilDate(day: day), latest: CivilDate(day: day))
  }
}

/// Every claim of a history, and how it stands.
struct ListProjection: Projection {
  static let model = ReadModel(
    "list", "the claims",
    columns: [
      ViewColumn("text", .text, "what it says", isIndexed: true), ViewColumn("day", .integer, "when"),
      ViewColumn("role", .text, "how the subject takes part"), ViewColumn("standing", .text, "amendments in force"),
      ViewColumn("position", .integer, "where it is"),
    ], searchedColumn: "text")

  var name = "list"
  var version = 1
  /// The text on which the projection fails.
  var bomb: String?
  var models: [ReadModel] { [Self.model] }

  struct Exploded: Error, CustomStringConvertible {
    var description: String { "exploded" }
  }

  func rows(for history: History) throws -> [ViewRow] {
    try history.claims.map { claim in
      let text = claim.payload as? String ?? ""
      if let bomb, text == bomb { throw Exploded() }
      return ViewRow(
        "list",
        [
          .text(text), .integer(Int64(claim.days.countsFrom.day)), claim.role.map { .text($0) } ?? .null,
          .text("\(claim.status) \(claim.corrections) \(claim.disputes) \(claim.confirmations)"),
          .integer(claim.stored.position),
        ])
    }
  }
}

/// A second projection, with two models and numbers that are not whole.
struct TallyProjection: Projection {
  let name = "tally"
  let version = 1
  let models = [
    ReadModel("tally", "how many", columns: [ViewColumn("claims", .integer, ""), ViewColumn("mean", .real, "")]),
    ReadModel("tally_latest", "the last", columns: [ViewColumn("text", .text, "")]),
  ]

  func rows(for history: History) throws -> [ViewRow] {
    let days = history.claims.map { Double($0.days.countsFrom.day) }
    return [
      // A row even for an empty history, which the engine is not to ask for.
      ViewRow("tally_latest", [.text(history.claims.last?.payload as? String ?? "")]),
      ViewRow("tally", [.integer(Int64(days.count)), .real(days.reduce(0, +) / Double(days.count))]),
    ]
  }
}
