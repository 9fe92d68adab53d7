import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog
import Foundation
import SQLiteLog

/// What every claim about a claim takes.
struct AmendmentOptions: ParsableArguments {
  @Argument(help: "The id of the event that this is about.")
  var event: String

  @Option(help: "Why, in a sentence.")
  var reason: String

  @Option(help: "When it was said, such as 2026-01-13; else today.")
  var date: String?

  @Option(help: "The address of a source; may be given several times.")
  var source: [String] = []

  @Option(help: "table (the new event's id alone) or json (its id and position).")
  var format: OutputFormat = .table

  @OptionGroup var workspace: WorkspaceOptions

  /// Appends the amendment to the target's subject and prints its id.
  func append(kind: String, replacement: JSONObject = JSONObject()) throws {
    let log = try workspace.log()
    let target = try log.event(named: event)
    let amendment = try log.amendment(
      of: target, kind: kind, reason: reason, date: date, sources: source, data: replacement)
    let position = try log.append([amendment]).positions[0]
    let id = amendment.id.description
    StandardOutput.print(
      format == .json ? CanonicalWriter.text(of: ["id": .string(id), "position": .integer(Int(position))]) : id)
    let claim = target.event.data.flatMap {
      try? Vocabulary.payload(kind: target.event.kind, schema: target.event.schema, data: $0)
    }
    StandardError.print(
      "\(KindNames.shown(kind, .en).lowercased()): \(target.event.subject) \(target.event.occurred) \(claim?.headline ?? target.event.kind)"
    )
  }
}

extension SQLiteEventStore {
  /// A new claim about an event. The replacement data of a correction is checked against the target's kind.
  /// - Parameters:
  ///   - date: when it was said; else today.
  ///   - sources: addresses.
  ///   - data: what it says beside its target and reason.
  /// - Throws: `CommandFailure` with every fault.
  func amendment(
    of target: StoredEvent, kind: String, reason: String, date: String? = nil, sources: [String] = [],
    data: JSONObject = JSONObject()
  ) throws -> Event {
    let id = target.event.id.description
    do {
      var data = data
      data["target"] = .string(id)
      data["reason"] = .string(reason)
      let now = Timestamp.now()
      var generator = SystemRandomNumberGenerator()
      let amendment = try EventLine.event(
        from: [
          "id": .string(EventID.v7(at: now, using: &generator).description),
          "subject": .string(target.event.subject.id), "kind": .string(kind),
          "occurred": .string(date ?? String(now.description.prefix(10))), "data": .object(data),
          "sources": .array(sources.map { ["url": .string($0)] }), "causation": .string(id),
        ], defaults: EventLine.Defaults(recordedBy: WorkspaceOptions.user))
      let problems = try ReplacementCheck(find: { try self.event($0) }).problems(of: amendment)
      guard problems.isEmpty else { throw InvalidEvent(problems) }
      return amendment
    } catch let error as InvalidEvent {
      throw CommandFailure.invalid("\(error.ofReplacement)\nnothing was written")
    }
  }
}

extension InvalidEvent {
  /// The same, told by what was given: the data of a correction has the replacement's in it.
  var ofReplacement: InvalidEvent {
    InvalidEvent(
      problems.map { problem in
        FieldProblem(
          field: problem.field.hasPrefix("data.data.") ? String(problem.field.dropFirst("data.".count)) : problem.field,
          reason: problem.reason)
      })
  }
}

struct Correct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct a claim: the replacement takes its place; the original stays in the log.",
    discussion: """
      The replacement data is whole, as show prints it:

        dealtrail correct ID --reason "recount" \\
          --data '{"place":{"country":"CN"},"count":70}'
      """)

  @OptionGroup var options: AmendmentOptions

  @Option(help: "The replacement data, whole, as JSON.")
  var data: String?

  @Option(help: "The corrected date of what happened.")
  var occurred: String?

  @Option(help: "The corrected status.")
  var status: String?

  func run() throws {
    var replacement = JSONObject()
    if let data {
      do throws(JSONSyntaxError) {
        replacement["data"] = try JSONReader.read(Array(data.utf8))
      } catch {
        throw CommandFailure.invalid("--data: \(error)")
      }
    }
    replacement["occurred"] = occurred.map { .string($0) }
    replacement["status"] = status.map { .string($0) }
    try options.append(kind: "event_corrected", replacement: replacement)
  }
}

struct Retract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Withdraw a claim: it no longer counts. Retract the retraction to give it back.")

  @OptionGroup var options: AmendmentOptions

  func run() throws { try options.append(kind: "event_retracted") }
}

struct Dispute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispute", abstract: "Dispute a claim: it counts, and is shown as disputed.")

  @OptionGroup var options: AmendmentOptions

  func run() throws { try options.append(kind: "event_disputed") }
}

struct Confirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm a claim with another source.")

  @OptionGroup var options: AmendmentOptions

  func run() throws { try options.append(kind: "event_confirmed") }
}
