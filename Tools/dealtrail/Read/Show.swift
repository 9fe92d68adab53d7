import ArgumentParser
import Attestation
import CanonicalJSON
import DealEvents
import EventLog
import Projecting
import SQLiteLog
import SQLiteViews

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one event whole: the claim, its sources, who recorded it and when.",
    discussion: "On a terminal as a table, a field a line; elsewhere, and with --format json, as stored.")

  @Argument(help: "The event's id.")
  var event: String

  @Option(help: "table, json, jsonl, csv or markdown; else table on a terminal and json elsewhere.")
  var format: OutputFormat?

  @Flag(help: "With the proof that the event is in the log, as prove makes it; with json and jsonl.")
  var proof = false

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let open = try workspace.open()
    let stored = try open.log.event(named: event)
    try remark(on: stored, open)
    var printing = try PrintOptions.parse([])
    printing.format = format ?? (StandardOutput.isTerminal ? .table : .json)
    if proof, printing.format != .json, printing.format != .jsonl {
      throw CommandFailure.usage(
        "--proof goes with --format json or jsonl; a proof alone is made with: dealtrail prove")
    }
    if printing.format == .json || printing.format == .jsonl {
      let proof = proof ? try Prover(workspace).proof(of: stored.position).description : nil
      return StandardOutput.print(CanonicalWriter.text(of: stored.json.carrying(proof: proof)))
    }
    Report(
      columns: [.init("field", "Field", "字段"), .init("value", "Value", "值")],
      rows: Self.leaves(of: stored.json).map { field, value in
        [.init(field, paint: .dim), .init(value, shown: value.string ?? CanonicalWriter.text(of: value))]
      }
    ).print(printing)
  }

  /// Says what other events say about this one: what is printed is what was recorded.
  private func remark(on stored: StoredEvent, _ open: OpenWorkspace) throws {
    let kind = Vocabulary.type(of: stored.event.kind)
    let isClaim = stored.event.data.map { data in
      (try? Vocabulary.payload(kind: stored.event.kind, schema: stored.event.schema, data: data))?.amendment == nil
    }
    guard kind != nil, isClaim ?? true else { return }
    try open.catchUp(PrintOptions.parse([]))
    let cut = Cut(position: try open.views.indexPosition())
    let claim = try open.views.history(of: stored.event.subject, cut: cut).claims.first { $0.id == stored.event.id }
    guard let claim else {
      return StandardError.print(
        "this claim does not count: it was \(stored.event.data == nil ? "erased" : "retracted")")
    }
    for (word, events) in [
      ("corrected", claim.corrections), ("disputed", claim.disputes), ("confirmed", claim.confirmations),
    ] where !events.isEmpty {
      StandardError.print("\(word) by \(events.map(\.description).joined(separator: " "))")
    }
  }

  /// Every value that is no container, under its path: `data.place.country`, `sources[0].url`.
  private static func leaves(of value: JSONValue, at path: String = "") -> [(String, JSONValue)] {
    if let object = value.object, !object.members.isEmpty {
      return object.members.flatMap { leaves(of: $0.value, at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
    if let array = value.array, !array.isEmpty {
      return array.enumerated().flatMap { leaves(of: $1, at: "\(path)[\($0)]") }
    }
    return [(path, value)]
  }
}

extension SQLiteEventStore {
  /// The event of an id that a person typed.
  /// - Throws: `CommandFailure` for what is no id, and for an id that the log does not have.
  func event(named text: String) throws -> StoredEvent {
    guard let id = EventID(text) else {
      throw CommandFailure.invalid("\"\(text)\" is not an event id; ids are UUIDs in lower case, as log prints them")
    }
    guard let stored = try event(id) else { throw CommandFailure.failed("the log has no event \(text)") }
    return stored
  }
}

extension JSONValue {
  /// The object with a proof beside its members; as it is where there is none.
  func carrying(proof: String?) -> JSONValue {
    guard let proof, var object else { return self }
    object["proof"] = .string(proof)
    return .object(object)
  }
}
