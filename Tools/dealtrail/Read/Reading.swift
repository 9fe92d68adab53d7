import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog
import SQLiteLog

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the log's events, oldest first.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl }

  @Option(help: "Only this subject, such as company/manus.")
  var subject: String?

  @Option(help: "Only this kind, such as funding_round.")
  var kind: String?

  @Option(help: "The first position.")
  var from: Int64?

  @Option(help: "How many events at most.")
  var limit: Int?

  @Flag(help: "Newest first.")
  var reverse = false

  @Option(help: "How events are printed: table or jsonl.")
  var format: Format = .table

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    if subject != nil, kind != nil { throw ValidationError("give --subject or --kind, not both") }
    if let limit, limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    var filter = EventQuery.Filter.everything
    if let subject {
      guard let subject = Subject(subject) else {
        throw CommandFailure.invalid("\"\(subject)\" is not a subject; write category/name, such as company/manus")
      }
      filter = .subject(subject)
    }
    if let kind { filter = .kind(kind) }
    let query = EventQuery(filter, from: from, direction: reverse ? .backward : .forward, limit: limit)
    try workspace.log().read(query) { stored in
      StandardOutput.print(format == .jsonl ? CanonicalWriter.text(of: stored.json) : Self.line(stored))
      return true
    }
  }

  static func line(_ stored: StoredEvent) -> String {
    let event = stored.event
    let payload = event.data.flatMap { try? Vocabulary.payload(kind: event.kind, schema: event.schema, data: $0) }
    return "\(stored.position)\t\(event.occurred)\t\(event.subject)\t\(event.kind)\t\(payload?.headline ?? "(erased)")"
      + "\t\(event.status)"
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print one event whole, as JSON.")

  @Argument(help: "The event's id.")
  var event: String

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    guard let id = EventID(event) else {
      throw CommandFailure.invalid("\"\(event)\" is not an event id; ids are UUIDs in lower case, as log prints them")
    }
    guard let stored = try workspace.log().event(id) else {
      throw CommandFailure.failed("the log has no event \(event)")
    }
    StandardOutput.print(CanonicalWriter.text(of: stored.json))
  }
}

struct Kinds: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the kinds of events and their fields.")

  func run() {
    for kind in Vocabulary.kinds {
      StandardOutput.print("\(kind.label.glyph) \(kind.kind): \(kind.meaning)")
      for field in kind.descriptions {
        StandardOutput.print("    \(field.name)\(field.isRequired ? "" : "?"): \(field.meaning)")
      }
    }
  }
}
