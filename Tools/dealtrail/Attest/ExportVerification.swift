import Attestation
import CanonicalJSON
import EventLog
import Transparency

/// Verifies what `log`, `show` and `timeline` print with proofs: every proof holds, and the event beside it is the proved
/// one.
struct ExportVerification {
  let keys: [VerifierKey]
  let witnesses: [VerifierKey]

  /// - Parameter text: a JSON value, or one a line.
  /// - Throws: `CommandFailure` for what is not JSON, or has no proof in it.
  func run(_ text: String) throws -> VerifyResult {
    var result = VerifyResult(what: "export", nil, [], [])
    var count = 0
    for (number, line) in try values(in: text).enumerated() {
      visit(line) { object, proof in
        count += 1
        do throws(AttestationError) {
          let verdict = try EventProof(proof).verify(log: keys, witnesses: witnesses)
          if verdict.checkpoint.size >= result.checkpoint?.size ?? 0 {
            (result.checkpoint, result.signatures) = (verdict.checkpoint, verdict.signatures)
          }
          guard let difference = Self.difference(object, verdict.event) else { return }
          result.findings.append(
            IntegrityFinding(
              rule: "export_altered", position: verdict.event.position, event: verdict.event.event.id.description,
              message: "entry \(number + 1) says something else than the event that its proof proves: \(difference)"))
        } catch {
          result.findings.append(
            IntegrityFinding(
              rule: "proof_broken", position: (object["position"]?.integer).map { Int64($0) },
              event: (object["id"] ?? object["event"])?.string, message: "entry \(number + 1): \(error)"))
        }
      }
    }
    guard count > 0 else {
      throw CommandFailure.invalid("there is no proof in it; exports carry proofs with: --format jsonl --proofs")
    }
    result.require(witnesses)
    result.add("proofs", count, "Proofs")
    return result
  }

  private func values(in text: String) throws -> [JSONValue] {
    if let whole = try? JSONReader.read(Array(text.utf8)) { return whole.array ?? [whole] }
    return try text.utf8.split(separator: 0x0A).enumerated().map { number, line in
      do throws(JSONSyntaxError) {
        return try JSONReader.read(Array(line))
      } catch {
        throw CommandFailure.invalid("line \(number + 1): \(error)")
      }
    }
  }

  /// Finds each object with a proof, at any depth.
  private func visit(_ value: JSONValue, _ body: (JSONObject, String) throws -> Void) rethrows {
    if let object = value.object {
      if let proof = object["proof"]?.string { return try body(object, proof) }
      for member in object.members { try visit(member.value, body) }
    }
    for element in value.array ?? [] { try visit(element, body) }
  }

  /// The first member that is not as in the event; entries of a timeline name the event and its position only.
  private static func difference(_ object: JSONObject, _ stored: StoredEvent) -> String? {
    let event = stored.json
    if object["event"] != nil {
      return object["event"] != event["id"] ? "event" : object["position"] != event["position"] ? "position" : nil
    }
    return event.object!.keys.first { key in
      // What was erased after the proof was made is no longer in the line, and the other way round.
      object[key] != event[key] && !(["data", "sources"].contains(key) && object[key]?.isNull ?? false)
    }
  }
}
