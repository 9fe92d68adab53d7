import ArgumentParser
import CanonicalJSON
import DealEvents
import EventLog
import ExactText
import SQLiteLog
import SQLiteViews

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one event, with a flag for each of its fields.",
    discussion: "Each kind has flags of its own: dealtrail add KIND --help")

  @Argument(parsing: .captureForPassthrough, help: "KIND SUBJECT --date DATE …; see dealtrail add --help")
  var words: [String] = []

  func run() throws {
    guard let first = words.first, first != "--help", first != "-h" else {
      return StandardOutput.print(AddHelp.general())
    }
    let kind = try Vocabulary.type(typed: first)
    if words.contains("--help") || words.contains("-h") { return StandardOutput.print(AddHelp.of(kind)) }
    do {
      try add(kind, try AddLine(Array(words.dropFirst()), flags: AddFlags(kind)))
    } catch let error as ValidationError {
      throw CommandFailure.usage("\(error.message)\nSee: dealtrail add \(first) --help")
    }
  }

  private func add(_ kind: any EventPayload.Type, _ line: AddLine) throws {
    var line = line
    guard let named = line.subject else { throw ValidationError("name the subject, such as company/manus") }
    var options = try WorkspaceOptions.parse([])
    options.workspace = line.values["workspace"]
    let open = try options.open()
    var printing = try PrintOptions.parse([])
    printing.quiet = line.switches.contains("quiet")
    try open.catchUp(printing)
    let views = open.views
    let subject = try views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      if let found = try resolver.find(named) { return found }
      guard line.switches.contains("new") else {
        throw CommandFailure.failed(try resolver.unknown(named) + "\nIf it is new to the log, say so with --new")
      }
      let made = named.contains("/") ? Subject(named) : Subject.named(named, category: "company")
      guard let made else {
        throw CommandFailure.invalid("\"\(named)\" gives no id; write one in ASCII, such as company/butterfly-effect")
      }
      return made
    }
    let text = FieldText(currency: line.values["currency"]?.uppercased()) { name, category in
      if let found = try views.read({ try SubjectResolver(reader: $0).find(name) }) { return found }
      guard let made = name.contains("/") ? Subject(name) : Subject.named(name, category: category) else {
        throw FieldProblem(
          field: category, reason: "\"\(name)\" gives no id; write one in ASCII, such as \(category)/example")
      }
      return made
    }
    var problems = try line.fillData(text)
    line.fillUnknown()
    if line.values["date"] == nil {
      problems.append(FieldProblem(field: "--date", reason: "is missing; give the date"))
    }
    let event = try event(kind, subject, line, problems)
    do {
      try ReplacementCheck(find: { try open.log.event($0) }).check(event)
    } catch let error as InvalidEvent {
      throw CommandFailure.invalid("\(error.ofReplacement)\nnothing was written")
    }
    try append(event, line, to: open.log)
    if line.switches.contains("new"), kind.kind != CompanyProfiled.kind, named != subject.id,
      named != String(subject.name), !printing.quiet
    {
      StandardError.print(
        "dealtrail: \(subject) has no name yet; give it one with: dealtrail add company-profiled \(subject) --date DATE "
          + "--name \(named.escaping([":": "\\:"]).shellWord)")
    }
  }

  private func event(
    _ kind: any EventPayload.Type, _ subject: Subject, _ line: AddLine, _ problems: [FieldProblem]
  ) throws -> Event {
    let now = Timestamp.now()
    var generator = SystemRandomNumberGenerator()
    do {
      let event = try EventLine.event(
        from: [
          "id": .string(EventID.v7(at: now, using: &generator).description), "subject": .string(subject.id),
          "kind": .string(kind.kind), "occurred": .string(line.values["date"] ?? "2025"),
          "status": .optional(line.values["status"]), "data": .object(line.data),
          "sources": .array(line.sources.map { .object($0) }), "causation": .optional(line.values["causation"]),
        ], defaults: EventLine.Defaults(recordedBy: WorkspaceOptions.user))
      guard problems.isEmpty else { throw InvalidEvent([]) }
      return event
    } catch let error as InvalidEvent {
      // A flag that could not be read leaves its field missing; that is said once.
      let told = error.problems.map(line.told).filter { problem in !problems.contains { $0.field == problem.field } }
      throw CommandFailure.invalid(
        ((problems + told).map(\.description) + ["nothing was written"]).joined(separator: "\n"))
    }
  }

  private func append(_ event: Event, _ line: AddLine, to log: SQLiteEventStore) throws {
    let payload = try Vocabulary.payload(kind: event.kind, schema: event.schema, data: event.data ?? .null)
    if line.switches.contains("dry-run") {
      return StandardOutput.print(
        SafeText.shown("valid, and not written: \(event.subject) \(event.occurred) \(payload.headline)"))
    }
    var expected = ExpectedRevision.any
    if let text = line.values["expect-revision"] {
      guard let revision = Int64(text), revision >= 0 else {
        throw ValidationError("--expect-revision \"\(text)\" is not a whole number; 0 means that the subject is new")
      }
      expected = revision == 0 ? .absent : .exactly(revision)
    }
    if event.sources?.array?.isEmpty ?? true, !line.switches.contains("quiet") {
      StandardError.print("dealtrail: the claim has no source; add one with --source URL")
    }
    let result = try log.append([event], expecting: [event.subject: expected])
    if line.values["format"] == "json" {
      StandardOutput.print(
        CanonicalWriter.text(of: ["id": .string(event.id.description), "position": .integer(Int(result.positions[0]))]))
    } else {
      StandardOutput.print("added \(event.id) at position \(result.positions[0])")
      StandardOutput.print(SafeText.shown("\(event.subject)  \(event.occurred)  \(payload.headline)"))
    }
  }
}
