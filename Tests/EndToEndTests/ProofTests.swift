import CanonicalJSON
import Foundation
import Testing

@Suite struct ProofTests {
  /// As editors elsewhere write files.
  @Test func linesMayEndInCRLF() throws {
    let log = try AttestedLog([0..<3])
    defer { log.remove() }
    _ = try log.dealtrail("publish", log.path("public"))
    for name in ["keys/verifiers", "keys/signer", "publications"] {
      let text = try String(contentsOfFile: log.path(name), encoding: .utf8)
      try Data(text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }).write(to: URL(filePath: log.path(name)))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: log.path(name))
    }
    _ = try log.dealtrail("append", input: KillTests.lines(3..<6))
    let signed = try log.dealtrail("checkpoint")
    #expect(signed.code == 0, "\(signed.errors)")
    #expect(try log.verify().1 == 0)
    try #expect(log.dealtrail("redact", log.id(at: 2), "--reason", "asked for").code == 0)
  }

  @Test func aProofNeedsNothingButTheKey() throws {
    let log = try AttestedLog([0..<300])
    defer { log.remove() }
    let file = log.path("claim.tlog-proof")
    let id = try log.id(at: 200)
    try #expect(log.dealtrail("prove", id, "--output", file).code == 0)
    // From a folder without a workspace, and after the log went on.
    _ = try log.dealtrail("append", input: KillTests.lines(300..<310))
    let (json, code) = try AttestedLog.verify([file, "--key", log.key])
    #expect(code == 0 && json["event"]?.string == id && json["position"]?.integer == 200)
    #expect(json["checkpoint"]?["size"]?.integer == 300)
    let other = try AttestedLog([0..<3])
    defer { other.remove() }
    try #expect(AttestedLog.verify([file, "--key", other.key]).1 == 5, "a wrong key")
    try #expect(Binary.run(["verify", file]).code == 64, "without a key there is nothing to go by")
    // An event after the newest checkpoint gets one.
    try #expect(log.dealtrail("prove", log.id(at: 305), "--output", file).code == 0)
    try #expect(AttestedLog.verify([file, "--key", log.key]).0["checkpoint"]?["size"]?.integer == 310)
  }

  /// Every single character of a proof counts.
  @Test func noCharacterOfAProofCanBeChanged() throws {
    let log = try AttestedLog([0..<5])
    defer { log.remove() }
    let proof = Array(try log.dealtrail("prove", log.id(at: 2)).output.utf8)
    let file = log.path("broken.tlog-proof")
    for index in stride(from: 0, to: proof.count, by: 37) {
      var broken = proof
      broken[index] ^= 1
      try Data(broken).write(to: URL(filePath: file))
      let outcome = try Binary.run(["verify", file, "--key", log.key])
      #expect(outcome.code == 5 || outcome.code == 65, "byte \(index): \(outcome.output)")
    }
    for length in stride(from: 0, to: proof.count - 1, by: 61) {
      try Data(proof.prefix(length)).write(to: URL(filePath: file))
      let outcome = try Binary.run(["verify", file, "--key", log.key])
      #expect(outcome.code == 5 || outcome.code == 65, "the first \(length) bytes")
    }
  }

  @Test func exportsCarryProofs() throws {
    let log = try AttestedLog([0..<20])
    defer { log.remove() }
    let export = try log.dealtrail("log", "--format", "jsonl", "--proofs").output
    let file = log.path("export.jsonl")
    func verified(_ text: String) throws -> (JSONValue, Int32) {
      try Data(text.utf8).write(to: URL(filePath: file))
      return try AttestedLog.verify([file, "--key", log.key])
    }
    let (json, code) = try verified(export)
    #expect(code == 0 && json["entries"]?.integer == 20)
    let (altered, alteredCode) = try verified(export.replacing(#""count":7,"#, with: #""count":70,"#))
    #expect(alteredCode == 5 && altered["findings"]?.array?.first?["position"]?.integer == 8, "\(altered)")
    // Not one line may come without its proof, nor say more than the event.
    var line = try #require(JSONReader.read(Array(export.utf8.prefix { $0 != 0x0A })).object)
    line["proof"] = nil
    let (stripped, strippedCode) = try verified(export + CanonicalWriter.text(of: .object(line)) + "\n")
    #expect(strippedCode == 5 && stripped["findings"]?.array?.first?["rule"]?.string == "proof_missing")
    try #expect(verified(export.replacing(#""kind":"layoff""#, with: #""event":"x","kind":"layoff""#)).1 == 5)
    // A line with a proof is a line all the same.
    let copy = try Binary()
    defer { copy.remove() }
    try #expect(copy("append", input: export).code == 0)
    let timeline = try log.dealtrail("timeline", "c3", "--format", "json", "--proofs").output
    try #expect(verified(timeline).1 == 0)
    let show = try log.dealtrail("show", log.id(at: 4), "--format", "json", "--proof").output
    try #expect(verified(show).1 == 0)
    try #expect(log.dealtrail("log", "--proofs").code == 64)
  }

  @Test func aLaterCheckpointIsProvedToContinueAnEarlierOne() throws {
    let log = try AttestedLog([0..<100, 100..<300])
    defer { log.remove() }
    let file = log.path("between.txt")
    try #expect(log.dealtrail("prove", "--between", "100", "300", "--output", file).code == 0)
    let (json, code) = try AttestedLog.verify([file, "--since", log.checkpoint(100), "--key", log.key])
    #expect(code == 0 && json["since"]?.integer == 100 && json["checkpoint"]?["size"]?.integer == 300)
    try #expect(AttestedLog.verify([file, "--since", log.checkpoint(300), "--key", log.key]).1 == 5)
    try #expect(log.dealtrail("prove", "--between", "300", "100").code == 65)
    try #expect(log.dealtrail("prove", "--between", "100", "200").code == 1, "no checkpoint of that size")
    let older = try AttestedLog([0..<100])
    defer { older.remove() }
    try #expect(
      AttestedLog.verify([file, "--since", older.checkpoint(100), "--key", log.key, "--key", older.key]).1 == 5,
      "a checkpoint of another log")
  }

  @Test func aReplacedKeyStaysGoodForWhatItSigned() throws {
    let log = try AttestedLog([0..<10])
    defer { log.remove() }
    let proof = log.path("old.tlog-proof")
    _ = try log.dealtrail("prove", log.id(at: 3), "--output", proof)
    let oldSigner = try Data(contentsOf: URL(filePath: log.path("keys/signer")))
    let rotated = try log.dealtrail("key", "rotate")
    try #require(rotated.code == 0, "\(rotated.errors)")
    let key = rotated.output.trimmingCharacters(in: .newlines)
    #expect(key != log.key)
    _ = try log.dealtrail("append", input: KillTests.lines(10..<20))
    try #expect(log.dealtrail("checkpoint").code == 0)
    try #expect(log.verify().1 == 0)
    try #expect(log.verify(proof).1 == 0, "the workspace knows both keys")
    try #expect(AttestedLog.verify([proof, "--key", log.key]).1 == 0)
    for key in [key, log.key] { try #expect(AttestedLog.verify([log.checkpoint(10), "--key", key]).1 == 0) }
    try #expect(AttestedLog.verify([log.checkpoint(20), "--key", log.key]).1 == 5)
    try #expect(log.verify(log.checkpoint(20)).1 == 0)
    // The checkpoint at which the key was replaced carries both signatures, so that either key leads to the other.
    try #expect(String(contentsOfFile: log.checkpoint(10), encoding: .utf8).split(separator: "\n").count == 5)
    // Whoever kept the old private key cannot sign for this workspace any more.
    let present = try Data(contentsOf: URL(filePath: log.path("keys/signer")))
    try oldSigner.write(to: URL(filePath: log.path("keys/signer")))
    chmod(log.path("keys/signer"), 0o600)
    _ = try log.dealtrail("append", input: KillTests.lines(20..<21))
    try #expect(log.dealtrail("checkpoint").code == 5)
    // What the old key signs after it was replaced does not count, though others may still take it.
    let thief = try AttestedLog([])
    defer { thief.remove() }
    for (name, data) in try FileManager.default.contents(of: log.path("keys")) where name != "signer" && name != ".lock"
    {
      try data.write(to: URL(filePath: thief.path("keys/" + name)))
    }
    try Data("\(log.key)\n".utf8).write(to: URL(filePath: thief.path("keys/verifiers")))
    try oldSigner.write(to: URL(filePath: thief.path("keys/signer")))
    _ = try thief.dealtrail("append", input: KillTests.lines(0..<15))
    let forged = thief.path("forged")
    let made = try thief.dealtrail("prove", thief.id(at: 12), "--output", forged)
    try #require(made.code == 0, "\(made.errors)")
    try #expect(AttestedLog.verify([forged, "--key", log.key]).1 == 0, "nothing tells whoever knows only the old key")
    try #expect(log.verify(forged).1 == 5)
    try #expect(log.verify(forged, "--key", log.key).1 == 5)
    try present.write(to: URL(filePath: log.path("keys/signer")))
    chmod(log.path("keys/signer"), 0o644)
    try #expect(log.dealtrail("checkpoint").code == 1, "a private key that others may read")
    try log.expectFinding("key_exposed", at: nil)
  }

  /// Stopped between the two halves of a replacement, the next command that signs goes on with the new key.
  @Test func aReplacementThatWasInterruptedIsFinished() throws {
    let log = try AttestedLog([0..<10])
    defer { log.remove() }
    let old = try Data(contentsOf: URL(filePath: log.path("keys/signer")))
    try #require(log.dealtrail("key", "rotate").code == 0)
    try FileManager.default.moveItem(atPath: log.path("keys/signer"), toPath: log.path("keys/signer.next"))
    try old.write(to: URL(filePath: log.path("keys/signer")))
    chmod(log.path("keys/signer"), 0o600)
    _ = try log.dealtrail("append", input: KillTests.lines(10..<20))
    let signed = try log.dealtrail("checkpoint")
    #expect(signed.code == 0, "\(signed.errors)")
    #expect(!FileManager.default.fileExists(atPath: log.path("keys/signer.next")))
    try #expect(log.verify().1 == 0)
    // Before the verifiers named it, the old key goes on.
    try Data("rubbish".utf8).write(to: URL(filePath: log.path("keys/signer")))
    chmod(log.path("keys/signer"), 0o600)
    let refused = try log.dealtrail("checkpoint")
    #expect(refused.code == 1 && !refused.errors.contains("rubbish"))
  }

  /// Whoever looks at the keys while one is being replaced does not get in the way.
  @Test func replacementsWhileOthersVerify() throws {
    let log = try AttestedLog([0..<5])
    defer { log.remove() }
    for round in 0..<6 {
      let others = try [["verify"], ["verify"], ["key", "show", "--witness"]].map {
        try KillTests.start($0 + ["--workspace", log.folder])
      }
      let rotated = try log.dealtrail("key", "rotate")
      for other in others { other.waitUntilExit() }
      #expect(rotated.code == 0, "\(rotated.errors)")
      _ = try log.dealtrail("append", input: KillTests.lines(100 + round..<101 + round))
      let signed = try log.dealtrail("checkpoint")
      #expect(signed.code == 0, "\(signed.errors)")
    }
    try #expect(log.verify().1 == 0)
  }

  /// No message repeats a private key.
  @Test func privateKeysAreNotRepeated() throws {
    let log = try AttestedLog([0..<3])
    defer { log.remove() }
    let secret = try String(contentsOfFile: log.path("keys/signer"), encoding: .utf8).trimmingCharacters(in: .newlines)
    for arguments in [
      ["verify", "--key", secret], ["verify", "--witness", secret],
      ["witness", log.checkpoint(3), "--log-key", secret],
      ["checkpoint", "--cosignatures", log.checkpoint(3), "--witness", secret],
    ] {
      let outcome = try Binary.run(arguments + ["--workspace", log.folder])
      #expect(outcome.code == 65 && !outcome.errors.contains(secret.suffix(20)), "\(arguments[0])")
    }
    try Data("\(secret)\n".utf8).write(to: URL(filePath: log.path("keys/verifiers")))
    for arguments in [["verify"], ["key", "show"], ["checkpoint"]] {
      let outcome = try Binary.run(arguments + ["--workspace", log.folder])
      #expect(outcome.code == 5 && !(outcome.errors + outcome.output).contains(secret.suffix(20)), "\(arguments)")
    }
  }

  /// Two offices witness each other.
  @Test func aWitnessCosignsWhatContinuesAndNothingElse() throws {
    let log = try AttestedLog([0..<40, 40..<90])
    let office = try AttestedLog([0..<1])
    defer {
      log.remove()
      office.remove()
    }
    func witness(_ request: String, _ more: String...) throws -> Binary.Outcome {
      try Binary.run(["witness", "-", "--workspace", office.folder] + more, input: request)
    }
    let first = try log.dealtrail("prove", "--between", "0", "40").output
    let next = try log.dealtrail("prove", "--between", "40", "90").output
    try #expect(witness(first).code == 65, "a log that is new needs its key")
    try #expect(witness(first, "--log-key", office.key).code == 65, "the key of another log")
    try #expect(witness(next, "--log-key", log.key).code == 4, "nothing was cosigned yet: from 0")
    let line = try witness(first, "--log-key", log.key)
    try #require(line.code == 0, "\(line.errors)")
    let again = try witness(first)
    #expect(again.code == 4 && again.errors.contains("--between 40"), "\(again.errors)")
    let cosignature = try witness(next)
    try #require(cosignature.code == 0, "\(cosignature.errors)")
    let key = try office.dealtrail("key", "show", "--witness").output.trimmingCharacters(in: .newlines)
    try #expect(log.verify("--witness", key).1 == 5, "not cosigned yet")
    let added = try log.dealtrail("checkpoint", "--cosignatures", "-", "--witness", key, input: cosignature.output)
    try #require(added.code == 0, "\(added.errors)")
    let (json, code) = try log.verify("--witness", key)
    #expect(code == 0 && json["checkpoint"]?["signatures"]?.array?.count == 2)
    try #expect(
      log.dealtrail("checkpoint", "--cosignatures", "-", input: line.output).code == 5, "of another checkpoint")

    // A witness that lost what it signed last does not begin anew.
    for file in FileManager.default.enumerator(atPath: office.path("witnessed"))!.compactMap({ $0 as? String })
    where file.hasSuffix(".checkpoint") {
      let path = office.path("witnessed/" + file)
      let bytes = try Data(contentsOf: URL(filePath: path))
      try FileManager.default.removeItem(atPath: path)
      try #expect(witness(first).code == 5)
      try bytes.write(to: URL(filePath: path))
    }

    // The log is thrown away and begun anew under the same key: another view, which the witness does not sign.
    for name in ["log.sqlite", "checkpoints"] { try FileManager.default.removeItem(atPath: log.path(name)) }
    for name in ["log.sqlite-wal", "log.sqlite-shm", "publications"] {
      try? FileManager.default.removeItem(atPath: log.path(name))
    }
    _ = try Binary.run(["init", log.folder])
    _ = try log.dealtrail("append", input: KillTests.lines(500..<590))
    _ = try log.dealtrail("checkpoint")
    _ = try log.dealtrail("append", input: KillTests.lines(590..<600))
    let forked = try log.dealtrail("prove", "--between", "90").output
    let refused = try witness(forked)
    #expect(refused.code == 5 && refused.output.isEmpty, "\(refused.errors)")
    // From a published folder the proof is computed here.
    _ = try log.dealtrail("publish", log.path("public"))
    try #expect(Binary.run(["witness", log.path("public"), "--workspace", office.folder]).code == 5)
  }
}
