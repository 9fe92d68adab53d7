import ArgumentParser
import Auditing
import CanonicalJSON
import DealEvents
import EventLog
import Foundation

struct AuditAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept findings of the newest audit, with a reason; on record in the log.",
    discussion: """
      An accepted finding is still found, listed as accepted, and counts no more. It comes back as new on the day after \
      --until, or when the acceptance is withdrawn: dealtrail retract EVENT. That the log does not verify is never accepted.
      """)

  @Argument(help: "The ids of findings, as the audit prints them.")
  var findings: [String]

  @Option(help: "Why, in a sentence.")
  var reason: String

  @Option(help: "The last day on which it is accepted, such as 2026-12-31; for good when absent.")
  var until: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason is to say why") }
    if let until, CivilDate(text: until) == nil {
      throw ValidationError("--until is to be a day, such as 2026-12-31, not \"\(until)\"")
    }
  }

  func run() throws {
    let today = Timestamp.now().day.description
    if let until, until < today { throw CommandFailure.invalid("--until \(until) is over already; today is \(today)") }
    let folder = try workspace.folder()
    guard let latest = AuditArchive(workspace: folder).latest() else {
      throw CommandFailure.failed("there was no audit yet; run one with: dealtrail audit")
    }
    let known = ["findings", "carried"].flatMap { latest[$0]?.array ?? [] }
    guard !known.contains(where: { IntegrityCheck.isBreach($0["rule"]?.string ?? "") })
    else {
      throw CommandFailure(
        code: 5, message: "the newest audit found that the log does not verify; nothing is appended to it")
    }
    let events = try findings.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map { id in
      guard let finding = known.first(where: { $0["id"]?.string == id }) else {
        throw CommandFailure.invalid(
          "\"\(id)\" is no finding of the newest audit; see them with: dealtrail audit (cases that --each lists are accepted as a group); nothing was written"
        )
      }
      return try event(accepting: finding, id, today)
    }
    let positions = try workspace.log().append(events).positions
    Report(
      columns: [
        .init("id", "Finding", "发现"), .init("rule", "Rule", "规则"), .init("subject", "Subject", "对象"),
        .init("event", "Acceptance", "接受"), .init("position", "Position", "位置", alignsRight: true),
      ],
      rows: zip(events, positions).map { event, position in
        ["finding", "rule", "about"].map { .init(event.data?[$0]?.string) }
          + [.init(event.id.description), .init(Int(position))]
      }
    ).print(printing)
  }

  private func event(accepting finding: JSONValue, _ id: String, _ today: String) throws -> Event {
    let rule = finding["rule"]?.string ?? ""
    var data = JSONObject()
    data["finding"] = .string(id)
    data["rule"] = .string(rule)
    data["about"] = .string(finding["subject"]?.string ?? "")
    data["reason"] = .string(reason)
    data["until"] = until.map { .string($0) }
    return try AuditEvents.event(of: FindingAccepted.kind, AuditLog.acceptances, occurred: today, .object(data))
  }
}

/// Events about the log itself.
enum AuditEvents {
  static func event(of kind: String, _ subject: Subject, occurred: String, _ data: JSONValue) throws -> Event {
    do {
      var generator = SystemRandomNumberGenerator()
      return try EventLine.event(
        from: [
          "id": .string(EventID.v7(at: .now(), using: &generator).description), "subject": .string(subject.id),
          "kind": .string(kind), "occurred": .string(occurred), "status": .string(ClaimStatus.confirmed.rawValue),
          "data": data,
        ], defaults: EventLine.Defaults(recordedBy: WorkspaceOptions.user))
    } catch {
      throw CommandFailure.invalid("\(error)\nnothing was written")
    }
  }
}
