import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Print what happened to a subject, in the order of the world.",
    discussion: """
      Its own events, and those where it is investor, acquirer, authority. Corrected claims are shown corrected, \
      retracted ones are left out, disputed ones are marked. Ask what was so, and what was known, at a moment:

        dealtrail timeline manus --as-of 2025-05-01
        dealtrail timeline 蝴蝶效应 --known-at 2026-01-13T12:00:00Z
        dealtrail timeline investor/benchmark --format csv
      """)

  @Argument(help: "The subject: company/manus, manus, or any of its names.")
  var subject: String

  @Flag(help: "Each entry with the proof that its event is in the log; with json.")
  var proofs = false

  @OptionGroup var question: QuestionOptions

  func validate() throws {
    if proofs, question.printing.format != .json { throw ValidationError("--proofs goes with --format json") }
  }

  func run() throws {
    let open = try question.open()
    let (subject, name) = try open.views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      let subject = try resolver.resolve(self.subject)
      return (subject, try resolver.name(of: subject))
    }
    let entries: [TimelineEntry]
    let position: Int64
    if question.isPresent {
      (entries, position) = try open.views.read { reader in
        (
          try reader.rows(TimelineProjection.model, of: subject).compactMap { TimelineEntry($0.values) },
          try reader.position(of: "timeline")
        )
      }
    } else {
      let cut = try question.cut(open)
      let history = try open.views.history(of: subject, cut: cut)
      entries = try TimelineProjection().rows(for: history).compactMap { TimelineEntry($0.values) }
      position = cut.position ?? 0
    }
    let proofs = proofs ? try Prover(question.workspace).proofs(of: entries.map { Int64($0.position) }) : [:]
    if question.printing.format == .table {
      TimelinePrinter(printing: question.printing, isCut: question.asOf != nil || question.knownAt != nil).print(
        entries, name: name, subject: subject)
    } else {
      report(entries).print(question.printing) {
        [
          "subject": .string(subject.id), "name": .string(name), "as_of": .optional(question.asOf),
          "known_at": .optional(question.knownAt), "position": .integer(Int(position)),
          "entries": .array(entries.map { $0.json.carrying(proof: proofs[Int64($0.position)]) }),
        ]
      }
    }
  }

  private func report(_ entries: [TimelineEntry]) -> Report {
    let lang = question.printing.lang
    return Report(
      columns: [
        .init("occurred", "Date", "日期"), .init("earliest", "Earliest", "最早"), .init("latest", "Latest", "最晚"),
        .init("kind", "Kind", "类型"), .init("title", "What", "内容"), .init("role", "Role", "角色"),
        .init("status", "Status", "状态"), .init("disputed", "Disputed", "有争议"), .init("event", "Event", "事件"),
        .init("position", "Position", "位置", alignsRight: true), .init("sources", "Sources", "来源", alignsRight: true),
      ],
      rows: entries.map { entry in
        [
          .init(entry.occurred), .init(entry.earliest), .init(entry.latest),
          .init(.string(entry.kind), shown: KindNames.shown(entry.kind, lang)), .init(entry.title), .init(entry.role),
          .init(.string(entry.status), shown: KindNames.status(entry.status, lang)),
          .init(.bool(entry.disputed), shown: entry.disputed ? "!" : ""), .init(entry.event), .init(entry.position),
          .init(entry.sources),
        ]
      })
  }
}

/// One row of the timeline's read model.
struct TimelineEntry {
  var occurred: String
  var earliest: String?
  var latest: String?
  var kind: String
  var title: String
  var role: String?
  var status: String
  var disputed: Bool
  var event: String
  var position: Int
  var sources: Int

  init?(_ values: [ViewValue]) {
    guard let occurred = values[0].text, let kind = values[3].text, let title = values[4].text,
      let status = values[6].text, let event = values[8].text
    else { return nil }
    self.occurred = occurred
    earliest = values[1].text
    latest = values[2].text
    self.kind = kind
    self.title = title
    role = values[5].text
    self.status = status
    disputed = values[7] == .integer(1)
    self.event = event
    position = values[9].integer ?? 0
    sources = values[10].integer ?? 0
  }

  var json: JSONValue {
    [
      "occurred": .string(occurred), "earliest": .optional(earliest), "latest": .optional(latest),
      "kind": .string(kind), "title": .string(title), "role": .optional(role), "status": .string(status),
      "disputed": .bool(disputed), "event": .string(event), "position": .integer(position),
      "sources": .integer(sources),
    ]
  }
}

extension ViewValue {
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
  var real: Double? { if case .real(let number) = self { number } else { nil } }
}
