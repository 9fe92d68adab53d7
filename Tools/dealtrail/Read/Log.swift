import ArgumentParser
import Attestation
import CanonicalJSON
import DealEvents
import EventLog
import SQLiteLog
import SQLiteViews

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print the log's events, oldest first.",
    discussion: """
      --format jsonl prints one stored event a line, whole, as append takes it: one log can be appended to another.
      """)

  @Option(help: "Only this subject: company/manus, manus, or any of its names.")
  var subject: String?

  @Option(help: "Only this kind, such as funding_round.")
  var kind: String?

  @Option(help: "The first position.")
  var from: Int64?

  @Option(help: "How many events at most.")
  var limit: Int?

  @Flag(help: "Newest first.")
  var reverse = false

  @Flag(help: "Each event with the proof that it is in the log; with json and jsonl. verify checks the whole export.")
  var proofs = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if subject != nil, kind != nil { throw ValidationError("give --subject or --kind, not both") }
    if proofs, printing.format != .json, printing.format != .jsonl {
      throw ValidationError("--proofs goes with --format json or jsonl")
    }
    if let limit, limit < 0 { throw ValidationError("--limit is 0 or more") }
  }

  func run() throws {
    let log = try workspace.log()
    let query = EventQuery(try filter(), from: from, direction: reverse ? .backward : .forward, limit: limit)
    if printing.format == .jsonl, !proofs {
      return try log.read(query) { stored in
        StandardOutput.print(CanonicalWriter.text(of: stored.json))
        return true
      }
    }
    var events: [StoredEvent] = []
    try log.read(query) { stored in
      events.append(stored)
      return true
    }
    let proofs = proofs ? try Prover(workspace).proofs(of: events.map(\.position)) : [:]
    let values = events.map { $0.json.carrying(proof: proofs[$0.position]) }
    if printing.format == .jsonl {
      for value in values { StandardOutput.print(CanonicalWriter.text(of: value)) }
      return
    }
    report(events).print(printing) { .array(values) }
  }

  private func filter() throws -> EventQuery.Filter {
    if let kind {
      return .kind(try Vocabulary.type(typed: kind).kind)
    }
    guard let subject else { return .everything }
    if subject.contains("/"), let exact = Subject(subject) { return .subject(exact) }
    let open = try workspace.open()
    try open.catchUp(printing)
    return .subject(try open.views.read { try SubjectResolver(reader: $0).resolve(subject) })
  }

  private func report(_ events: [StoredEvent]) -> Report {
    Report(
      columns: [
        .init("position", "Position", "位置", alignsRight: true), .init("occurred", "Date", "日期"),
        .init("subject", "Subject", "对象"), .init("kind", "Kind", "类型"), .init("title", "What", "内容"),
        .init("status", "Status", "状态"), .init("id", "Event", "事件"),
      ],
      rows: events.map { stored in
        let event = stored.event
        let payload = event.data.flatMap { try? Vocabulary.payload(kind: event.kind, schema: event.schema, data: $0) }
        return [
          .init(Int(stored.position)), .init(event.occurred), .init(event.subject.id),
          .init(.string(event.kind), shown: KindNames.shown(event.kind, printing.lang)),
          .init(payload?.headline ?? (event.data == nil ? "(erased)" : "(not readable by this version)")),
          .init(.string(event.status), shown: KindNames.status(event.status, printing.lang)),
          .init(event.id.description, paint: .dim),
        ]
      })
  }
}
