import ArgumentParser
import Attestation
import Auditing
import CanonicalJSON
import DealEvents
import EventLog
import Foundation
import ExactText
import SQLiteLog
import SQLiteStorage
import SQLiteViews
import Transparency

struct Redact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Erase what a claim says, for good; that it was there, and every proof, stays.",
    discussion: """
      Appends an event_redacted, destroys the payload and its salt, writes log.sqlite and views.sqlite anew without them, \
      and takes them out of every folder that this workspace publishes (where nothing else is unpublished, the redaction is \
      published with that). There is no way back.

        dealtrail redact ID --reason "court order 12/2026"
        dealtrail redact ID --reason "personal data" --part sources

      What else the claim said can be said again with a correction. Other claims that repeat it, such as its corrections, \
      are erased by their own ids. Copies elsewhere (backups, exports, proofs that were given away) are not reached.
      """)

  @Argument(help: "The id of the event.")
  var event: String?

  @Option(help: "Why, in a sentence; it stays in the log, so it must not repeat what is erased.")
  var reason: String?

  @Option(
    help: "Only this part: data or sources; may be given twice. Else both.",
    transform: { text in
      guard let part = EventPart(rawValue: text) else {
        throw ValidationError("a part is data or sources, not \(text)")
      }
      return part
    })
  var part: [EventPart] = []

  @Flag(help: "Finish an erasure that was interrupted.")
  var finish = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if finish ? (event != nil || reason != nil || !part.isEmpty) : (event == nil || reason == nil) {
      throw ValidationError("give the event's id and --reason, or --finish alone")
    }
  }

  func run() throws {
    let folder = try workspace.folder()
    let pending = PendingErasure(workspace: folder)
    // An audit under way would find views without what is erased, and write into its result what was there before.
    do {
      try AuditArchive(workspace: folder).locked(patience: Self.patience) {
        try pending.locked { try run(folder, pending) }
      }
    } catch let error as StorageError {
      guard case .locked(let path) = error, path.hasPrefix(AuditArchive(workspace: folder).folder) else { throw error }
      throw CommandFailure.failed("an audit of \(folder) is under way and does not end; erase when it has ended")
    }
  }

  /// How long to wait for an audit.
  private static let patience = Duration.seconds(600)

  private func run(_ folder: String, _ pending: PendingErasure) throws {
    // What could not be read later is read before anything is erased.
    _ = try PublicationList(workspace: folder).entries()
    if finish {
      return try finishErasure(folder, pending)
    }
    let log = try WorkspaceOptions.log(in: folder)
    let target = try log.event(named: event!)
    let parts = part.isEmpty ? Set(EventPart.allCases) : Set(part)
    let redaction = try redaction(of: target, parts, log)
    try pending.begin(event!)
    if parts.isSubset(of: target.erased) {
      StandardError.print("dealtrail: this was erased before; the files are written anew once more")
    } else {
      do {
        print(redaction, at: try log.redact(parts, by: redaction, recorded: .now()).positions[0])
      } catch {
        // The transaction was rolled back: nothing was erased.
        pending.finish()
        throw error
      }
    }
    try scrub(folder, pending)
    try remark(on: target, log)
  }

  /// Cleans up after an erasure that was interrupted; says so where it had not come as far as erasing anything.
  private func finishErasure(_ folder: String, _ pending: PendingErasure) throws {
    guard let id = try pending.event() else {
      return StandardError.print("no erasure was interrupted; nothing to do")
    }
    let target = try WorkspaceOptions.log(in: folder).event(named: id)
    guard !target.erased.isEmpty else {
      pending.finish()
      throw CommandFailure.failed(
        "the erasure of \(id) was interrupted before anything was erased; say again: dealtrail redact \(id) --reason …")
    }
    try scrub(folder, pending)
    let parts = target.erased.sorted().map(\.rawValue).joined(separator: " and ")
    StandardError.print("finished the erasure of \(id): its \(parts) are gone")
  }

  private func redaction(of target: StoredEvent, _ parts: Set<EventPart>, _ log: SQLiteEventStore) throws -> Event {
    var data = JSONObject()
    if parts.count < EventPart.allCases.count { data["parts"] = .array(parts.sorted().map { .string($0.rawValue) }) }
    return try log.amendment(of: target, kind: EventRedacted.kind, reason: reason!, data: data)
  }

  private func print(_ redaction: Event, at position: Int64) {
    Report(
      columns: [.init("id", "Redaction", "删除"), .init("position", "Position", "位置", alignsRight: true)],
      rows: [[.init(redaction.id.description), .init(Int(position))]]
    ).print(printing) { ["id": .string(redaction.id.description), "position": .integer(Int(position))] }
  }

  /// Writes every file anew that may still have what was erased, then takes the mark away.
  private func scrub(_ folder: String, _ pending: PendingErasure) throws {
    func say(_ text: String) { if !printing.quiet { StandardError.print(text) } }
    let open = try workspace.open()
    say("writing log.sqlite anew without what was erased")
    try open.log.scrub()
    for copy in try open.log.removeCopies() { say("removed \(copy), the log before an upgrade, which held it too") }
    say("computing the views anew")
    let done = try Progress.during(printing) { try open.views.scrub(progress: $0) }
    OpenWorkspace.say(done.unavailable, printing)
    let keys = KeyRing(workspace: folder)
    let entries = try PublicationList(workspace: folder).entries()
    let signed = try entries.isEmpty ? nil : CheckpointFolder(workspace: folder).sign(open.log, keys).0
    // One that cannot be reached keeps none of the others from being written anew.
    var unreached: [String] = []
    do {
      // Results of audits repeat what claims say.
      try AuditArchive(workspace: folder).forgetClaims()
    } catch {
      unreached.append("\(error)")
    }
    for entry in entries {
      do {
        let publication = Publication(folder: entry.folder, signers: try keys.verifiers().map(\.key))
        guard let signed, let published = try publication.checkpoint() else {
          try publication.removePayloadsWithoutCheckpoint()
          continue
        }
        say("writing the payloads in \(entry.folder) anew")
        try publish(entry, publication, over: published, signed, open.log)
      } catch {
        unreached.append("\(error)")
      }
    }
    guard unreached.isEmpty else {
      throw CommandFailure.failed(
        "erased here, but not everywhere that was written to (\(folder)/publications, \(folder)/audits/outputs):\n"
          + unreached.joined(separator: "\n") + "\nfinish it with: dealtrail redact --finish")
    }
    pending.finish()
  }

  /// The published log has to have the redaction too, or what is gone looks withheld. Claims that were not published yet stay where
  /// they are.
  private func publish(
    _ entry: PublicationList.Entry, _ publication: Publication, over published: SignedCheckpoint,
    _ signed: SignedCheckpoint, _ log: SQLiteEventStore
  ) throws {
    let isCurrent = try hasOnlyRedactions(after: published.checkpoint.size, log)
    try publication.publish(log, isCurrent ? signed : published, envelopesOnly: entry.envelopesOnly, rewrites: true)
    if !isCurrent, !printing.quiet {
      StandardError.print(
        "claims in the log are not published yet, so \(entry.folder) shows what was erased as withheld until: "
          + "dealtrail publish \(entry.folder.shellPath)")
    }
  }

  private func hasOnlyRedactions(after position: Int64, _ log: SQLiteEventStore) throws -> Bool {
    var hasOthers = false
    try log.read(EventQuery(from: position + 1)) { stored in
      hasOthers = stored.event.kind != Event.redactionKind
      return !hasOthers
    }
    return !hasOthers
  }

  /// Names the events about the target that have data of their own.
  private func remark(on target: StoredEvent, _ log: SQLiteEventStore) throws {
    if printing.quiet { return }
    // What each is about; a correction may itself be corrected, and come before what it is about.
    var targets: [(id: String, of: Set<String>)] = []
    try log.read(EventQuery(.kind(EventCorrected.kind))) { stored in
      let event = stored.event
      targets.append((event.id.description, Set([event.causation, event.data?["target"]?.string].compactMap(\.self))))
      return true
    }
    var concerned: Set<String> = [target.event.id.description]
    var corrections: [String] = []
    while let next = targets.firstIndex(where: { !$0.of.isDisjoint(with: concerned) }) {
      let correction = targets.remove(at: next)
      concerned.insert(correction.id)
      corrections.append(correction.id)
    }
    if !corrections.isEmpty {
      StandardError.print(
        "corrections of the event have data of their own; where that repeats it, erase them too: "
          + corrections.joined(separator: " "))
    }
  }
}

extension StoredEvent {
  /// The parts that are not there any more.
  var erased: Set<EventPart> {
    Set((event.data == nil ? [EventPart.data] : []) + (event.sources == nil ? [.sources] : []))
  }
}
