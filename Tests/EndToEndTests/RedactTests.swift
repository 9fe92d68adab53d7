import CanonicalJSON
import Foundation
import Testing

@Suite struct RedactTests {
  static let secret = "Zhang Wei asked that his name 张伟甲 not be kept"

  static func line(_ number: Int) -> String {
    let (text, title) = number == 12 ? (secret, "about 张伟甲") : ("nothing \(number)", "x")
    return #"{"subject":"company/c\#(number % 7)","kind":"statement_made","occurred":"2025","#
      + #""data":{"speaker":"person/p-\#(number)","stance":"explains","topic":"a","text":"\#(text)"},"#
      + #""sources":[{"url":"https://example.org/\#(number)","title":"\#(title)"}]}"#
  }

  /// The files below a folder that have a text in them.
  static func files(in folder: String, with text: String) throws -> [String] {
    try FileManager.default.contents(of: folder).filter { $0.value.range(of: Data(text.utf8)) != nil }.map(\.key)
      .sorted()
  }

  static func log() throws -> AttestedLog {
    let log = try AttestedLog([0..<5])
    let appended = try log.dealtrail("append", input: (0..<300).map(line).joined(separator: "\n"))
    try #require(appended.code == 0, "\(appended.errors)")
    return log
  }

  @Test func whatWasErasedIsNowhereAndEveryProofHolds() throws {
    let log = try Self.log()
    defer { log.remove() }
    let (folder, proof) = (log.path("public"), log.path("before.tlog-proof"))
    _ = try log.dealtrail("checkpoint")
    _ = try log.dealtrail("publish", folder)
    _ = try log.dealtrail("search", "张伟甲")
    let id = try log.id(at: 18)
    _ = try log.dealtrail("prove", log.id(at: 17), "--output", proof)
    let before = try Self.files(in: log.folder, with: "张伟甲")
    #expect(before.contains("public/payload/000.jsonl") && before.contains { $0.hasPrefix("log.sqlite") }, "\(before)")
    #expect(before.contains { $0.hasPrefix("views.sqlite") }, "\(before)")

    let redacted = try log.dealtrail("redact", id, "--reason", "the person asked for it", "--format", "json")
    try #require(redacted.code == 0, "\(redacted.errors)")
    for text in ["张伟甲", "Zhang Wei", "p-12\"", "person/p-12\\"] {
      #expect(try Self.files(in: log.folder, with: text) == [], "\(text)")
    }
    #expect(!FileManager.default.fileExists(atPath: log.path("erasure.pending")))
    let event = try JSONReader.read(Array(log.dealtrail("show", id).output.utf8.dropLast()))
    #expect(
      event["data"]?.isNull == true && event["sources"]?.isNull == true && event["kind"]?.string == "statement_made")
    // The log, the checkpoint and the proof from before, and the published log all verify.
    let (json, code) = try log.verify()
    #expect(code == 0 && json["erased"]?.integer == 1, "\(json)")
    try #expect(AttestedLog.verify([proof, "--key", log.key]).1 == 0)
    try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
    try #expect(log.dealtrail("prove", id).code == 0, "that it was there can still be proved")
    // Views are those of the log, built up or built anew.
    try #expect(log.dealtrail("projections", "check").code == 0)
    let status = try log.dealtrail("projections", "status", "--format", "json").output
    _ = try log.dealtrail("projections", "rebuild")
    try #expect(log.dealtrail("projections", "status", "--format", "json").output == status)
    try #expect(log.dealtrail("search", "张伟甲").output.isEmpty)
    // The same line again is recognised and brings nothing back.
    var line = try #require(JSONReader.read(Array(Self.line(12).utf8)).object)
    line["id"] = .string(id)
    let again = try log.dealtrail("append", "--format", "json", input: CanonicalWriter.text(of: .object(line)))
    #expect(again.output.contains(#""appended":0,"duplicates":1"#), "\(again.errors)")
    _ = try log.dealtrail("timeline", "c5")
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
  }

  /// Two at once take turns; while one is at work, nothing is reported as interrupted.
  @Test func twoErasuresAtOnce() throws {
    let log = try Self.log()
    defer { log.remove() }
    let ids = try [18, 19, 20, 21].map { try log.id(at: $0) }
    let processes = try ids.map { try KillTests.start(["redact", $0, "--reason", "r", "--workspace", log.folder]) }
    while processes.contains(where: \.isRunning) {
      let (json, code) = try log.verify()
      #expect(code == 0, "\(json)")
    }
    #expect(processes.allSatisfy { $0.terminationStatus == 0 })
    try #expect(log.verify().0["erased"]?.integer == 4)
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
    for number in 13...15 { #expect(try Self.files(in: log.folder, with: "nothing \(number)\"") == []) }
    #expect(!FileManager.default.fileExists(atPath: log.path("erasure.pending")))
  }

  /// What a stopped publication left behind, beyond its checkpoint or half written, is erased too.
  @Test func aPublicationThatWasInterruptedIsErased() throws {
    let log = try Self.log()
    defer { log.remove() }
    let folder = log.path("public")
    _ = try log.dealtrail("publish", folder)
    let payload = folder + "/payload/000.jsonl"
    try FileManager.default.copyItem(atPath: payload, toPath: payload + ".77.tmp")
    // The checkpoint of a first publication never came.
    let second = log.path("second")
    _ = try log.dealtrail("publish", second)
    try FileManager.default.removeItem(atPath: second + "/checkpoint")
    try #expect(log.dealtrail("redact", log.id(at: 18), "--reason", "r").code == 0)
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
    for folder in [folder, second] {
      let published = try log.dealtrail("publish", folder)
      #expect(published.code == 0, "\(published.errors)")
      try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
    }
  }

  @Test func onePartAlone() throws {
    let log = try Self.log()
    defer { log.remove() }
    let id = try log.id(at: 18)
    try #expect(log.dealtrail("redact", id, "--reason", "r", "--part", "sources").code == 0)
    let event = try JSONReader.read(Array(log.dealtrail("show", id).output.utf8.dropLast()))
    #expect(event["data"]?["text"]?.string == Self.secret && event["sources"]?.isNull == true)
    try #expect(log.verify().1 == 0)
    try #expect(log.dealtrail("redact", id, "--reason", "r", "--part", "data").code == 0)
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
    try #expect(log.verify().0["erased"]?.integer == 1)
  }

  /// A retraction whose reason was erased is still a retraction.
  @Test func anErasedRetractionStillTakesItsTargetOut() throws {
    let log = try AttestedLog([0..<5])
    defer { log.remove() }
    let target = try log.id(at: 3)
    let retraction = try log.dealtrail("retract", target, "--reason", "said in confidence by 张伟甲").output
      .trimmingCharacters(in: .newlines)
    try #expect(log.dealtrail("timeline", "c2", "--format", "json").output.contains(target) == false)
    try #expect(log.dealtrail("redact", retraction, "--reason", "confidential").code == 0)
    try #expect(log.dealtrail("timeline", "c2", "--format", "json").output.contains(target) == false)
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
    try #expect(log.dealtrail("projections", "check").code == 0)
  }

  @Test func anErasureThatWasInterruptedIsFinished() throws {
    for delay in [5_000, 20_000, 40_000, 60_000, 90_000, 130_000, 180_000] as [UInt32] {
      let log = try Self.log()
      defer { log.remove() }
      _ = try log.dealtrail("publish", log.path("public"))
      _ = try log.dealtrail("search", "张伟甲")
      let id = try log.id(at: 18)
      let process = try KillTests.start(["redact", id, "--reason", "r", "--workspace", log.folder])
      usleep(delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if FileManager.default.fileExists(atPath: log.path("erasure.pending")) {
        let warned = try log.dealtrail("timeline", "c5")
        #expect(warned.code == 0 && warned.errors.contains("redact --finish"))
        try #expect(log.verify().1 == 5)
        let isErased = try log.dealtrail("show", id).output.contains(#""data":null"#)
        try #expect(log.dealtrail("redact", "--finish").code == (isErased ? 0 : 1), "it says when nothing was erased")
      }
      try #expect(log.verify().1 == 0)
      try #expect(log.dealtrail("redact", id, "--reason", "r").code == 0)
      #expect(try Self.files(in: log.folder, with: "张伟甲") == [], "killed after \(delay) µs")
      try #expect(log.verify().1 == 0)
    }
  }

  /// A redaction stays readable, or it could excuse more than it erased; and erasing publishes nothing else.
  @Test func erasingNeitherHidesNorPublishes() throws {
    let log = try Self.log()
    defer { log.remove() }
    let folder = log.path("public")
    _ = try log.dealtrail("publish", folder)
    // No run of hexadecimal digits, which salts and hashes would have by chance.
    let word = "stays at home"
    _ = try log.dealtrail(
      "append",
      input:
        #"{"subject":"company/c1","kind":"layoff","occurred":"2020","data":{"place":{"country":"CN"},"reason":"\#(word)"}}"#
    )
    let erased = try log.dealtrail("redact", log.id(at: 18), "--reason", "r", "--format", "json")
    try #require(erased.code == 0 && erased.errors.contains("withheld until"), "\(erased.errors)")
    #expect(try Self.files(in: folder, with: word) == [], "a claim that was not published stays at home")
    #expect(try Self.files(in: log.folder, with: "张伟甲") == [])
    let redaction = try #require(JSONReader.read(Array(erased.output.utf8.dropLast()))["id"]?.string)
    let refused = try log.dealtrail("redact", redaction, "--reason", "r")
    #expect(refused.code == 1 && refused.errors.contains("stays readable"), "\(refused.errors)")
    try #expect(log.verify().1 == 0)
    _ = try log.dealtrail("publish", folder)
    try #expect(AttestedLog.verify([folder, "--key", log.key]).1 == 0)
  }

  @Test func aFileErasesNothing() throws {
    let log = try AttestedLog([0..<5])
    defer { log.remove() }
    let id = try log.id(at: 2)
    let line =
      #"{"subject":"company/c1","kind":"event_redacted","occurred":"2026","causation":"\#(id)","data":{"target":"\#(id)","reason":"r"}}"#
    let refused = try log.dealtrail("append", input: line)
    #expect(refused.code == 65 && refused.errors.contains("dealtrail redact"))
    try #expect(log.dealtrail("redact", "00000000-0000-8000-8000-000000000000", "--reason", "r").code == 1)
    try #expect(log.dealtrail("redact", id).code == 64)
    // A published folder that is gone is named; the erasure stays open until it is back.
    _ = try log.dealtrail("publish", log.path("public"))
    try FileManager.default.moveItem(atPath: log.path("public"), toPath: log.path("away"))
    let open = try log.dealtrail("redact", id, "--reason", "r")
    #expect(open.code == 1 && open.errors.contains("public"), "\(open.errors)")
    try FileManager.default.moveItem(atPath: log.path("away"), toPath: log.path("public"))
    try #expect(log.dealtrail("redact", "--finish").code == 0)
    try #expect(log.verify().1 == 0)
  }
}
