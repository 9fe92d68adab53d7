import Attestation
import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog
import Transparency

/// Verifies what `log`, `show` and `timeline` print with proofs: every entry has a proof that holds, and says what the
/// proved event says. An entry of a timeline names its event and is no more than its summary: of it, the event, its position
/// and its kind are compared.
struct ExportVerification {
  let keys: LogKeys
  let witnesses: [VerifierKey]
  private var result = VerifyResult(what: "export", nil, [], [])
  private var entries = 0
  private var summaries = 0

  init(keys: LogKeys, witnesses: [VerifierKey]) {
    self.keys = keys
    self.witnesses = witnesses
  }

  /// - Parameter path: a file with a JSON value, or one a line.
  /// - Throws: `CommandFailure` for what is not JSON, or has no entries in it.
  func run(_ path: String) throws -> VerifyResult {
    var verification = self
    try verification.read(path)
    guard verification.entries > 0 else {
      throw CommandFailure.invalid("there is no event in it; exports carry proofs with: --format jsonl --proofs")
    }
    verification.result.add("entries", verification.entries, "Entries with a proof")
    if verification.summaries > 0 {
      verification.result.add("summaries", verification.summaries, "Of these, only event, position and kind")
    }
    verification.result.findings = verification.result.findings.inOrder(of: \.position)
    return verification.result
  }

  /// A file of lines is read line by line, however long it is.
  private mutating func read(_ path: String) throws {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      throw CommandFailure.failed("cannot read \(path)")
    }
    let lines = data.split(separator: 0x0A)
    if lines.count > 1, let first = try? JSONReader.read(Array(lines[0])), first.object != nil {
      for (number, line) in lines.enumerated() {
        do throws(JSONSyntaxError) {
          check(try JSONReader.read(Array(line)))
        } catch {
          throw CommandFailure.invalid("\(path):\(number + 1): \(error)")
        }
      }
      return
    }
    do throws(JSONSyntaxError) {
      let whole = try JSONReader.read(Array(data))
      for entry in whole["entries"]?.array ?? whole.array ?? [whole] { check(entry) }
    } catch {
      throw CommandFailure.invalid("\(path): \(error)")
    }
  }

  private mutating func check(_ entry: JSONValue) {
    entries += 1
    let position = (entry["position"]?.integer).map { Int64($0) }
    let id = (entry["id"] ?? entry["event"])?.string
    func finding(_ rule: String, _ message: String) -> IntegrityFinding {
      IntegrityFinding(rule: rule, position: position, event: id, message: "entry \(entries): \(message)")
    }
    guard let object = entry.object, let text = object["proof"]?.string else {
      return result.findings.append(finding("proof_missing", "has no proof"))
    }
    do throws(AttestationError) {
      let verdict = try EventProof(text).verify(log: keys, witnesses: witnesses)
      if verdict.checkpoint.size >= result.checkpoint?.size ?? 0 {
        (result.checkpoint, result.signatures) = (verdict.checkpoint, verdict.signatures)
      }
      result.findings += IntegrityFinding.missing(
        witnesses, among: verdict.signatures, of: "entry \(entries): its checkpoint", position: position, event: id)
      if object["id"] == nil { summaries += 1 }
      if let difference = Self.difference(object, verdict.event) {
        result.findings.append(
          finding("export_altered", "says something else than the event that its proof proves: \(difference)"))
      }
    } catch {
      result.findings.append(finding("proof_broken", "\(error)"))
    }
  }

  /// The first member that is not as in the event.
  private static func difference(_ object: JSONObject, _ stored: StoredEvent) -> String? {
    let event = stored.json.object!
    guard object["id"] != nil else {
      for (member, of) in [("event", "id"), ("position", "position"), ("kind", "kind")]
      where object[member] != event[of] {
        return member
      }
      return nil
    }
    if let added = object.keys.first(where: { event[$0] == nil && $0 != "proof" }) { return added }
    return event.keys.first { object[$0] != event[$0] }
  }
}
