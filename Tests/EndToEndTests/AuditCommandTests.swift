import CanonicalJSON
import Foundation
import GRDB
import Testing

/// The audit as a timer runs it: its exit codes, its memory of the night before, and what it leaves.
@Suite struct AuditCommandTests {
  static func workspace(_ lines: [String] = [PlantedFault.all[0].lines[1]]) throws -> Binary {
    let dealtrail = try Binary()
    let appended = try dealtrail("append", input: lines.joined(separator: "\n"))
    try #require(appended.code == 0, "\(appended.errors)")
    return dealtrail
  }

  /// Changes a database behind the program's back.
  static func changed(_ dealtrail: Binary, _ file: String, _ sql: [String]) throws {
    let raw = try DatabaseQueue(path: dealtrail.workspace.appending(path: file).path)
    try raw.write { db in for statement in sql { try db.execute(sql: statement) } }
    // So that all of it is in the file itself.
    try raw.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try raw.close()
  }

  @Test func aSoundWorkspaceEndsWithZeroAndItsResultIsInTheLogAndSigned() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(outcome.code == 0 && outcome.json["log_size"]?.integer == 1)
    let event = try JSONReader.read(Array(dealtrail("log", "--format", "jsonl", "--from", "2").output.utf8.dropLast()))
    #expect(event["kind"]?.string == "audit_completed" && event["subject"]?.string == "audit/nightly")
    #expect(event["data"]?["root"] == outcome.json["root"] && event["data"]?["log_size"]?.integer == 1)
    let checkpoint = try #require(outcome.json["checkpoint"])
    #expect(checkpoint["size"]?.integer == 2)
    #expect(FileManager.default.fileExists(atPath: checkpoint["file"]?.string ?? ""))
    #expect(try dealtrail("verify").code == 0 && dealtrail("projections", "check").code == 0)
    // What the log says of its audits is found by no rule.
    let second = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(second.ids == outcome.ids && second.findings.allSatisfy { $0["state"]?.string == "persisting" })
  }

  @Test func aFlippedBitEndsWithFiveAndNamesTheEventAndNothingIsWritten() throws {
    let lines = (0..<30).map {
      PlantedFault.claim("c\($0 % 4)", "layoff", "2024", #"{"place":{"country":"SG"},"reason":"the words of \#($0)"}"#)
    }
    let dealtrail = try Self.workspace(lines)
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    let id = try JSONReader.read(
      Array(dealtrail("log", "--format", "jsonl", "--from", "17", "--limit", "1").output.utf8.dropLast()))["id"]
    let file = dealtrail.workspace.appending(path: "log.sqlite")
    try Self.changed(dealtrail, "log.sqlite", [])
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data("the words of 16".utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: file)
    let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(outcome.code == 5)
    let altered = outcome.findings(of: "payload_altered")
    #expect(altered.count == 1 && altered[0]["evidence"]?.array == [id ?? .null], "\(outcome.json)")
    #expect(altered[0]["message"]?.string?.contains(id?.string ?? "?") == true)
    // Nothing is appended to such a log, and what says so cannot be accepted.
    #expect(try dealtrail("log", "--from", "32", "--format", "jsonl").output.isEmpty)
    let accepted = try dealtrail("audit", "accept", altered[0]["id"]?.string ?? "", "--reason", "x")
    #expect(accepted.code == 5 && accepted.errors.contains("does not verify"))
    #expect(try dealtrail("audit", "--only", "payload_altered", "--each").code == 5)
  }

  @Test func aChangedRowOfTheViewsEndsWithThreeAndTheDriftIsNamed() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    try Self.changed(
      dealtrail, "views.sqlite", ["UPDATE timeline SET title = 'other' WHERE subject = 'company/sound'"])
    let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
    let drift = outcome.findings(of: "views_drift")
    #expect(outcome.code == 3 && drift.count == 1, "\(outcome.json)")
    #expect(drift[0]["subject"]?.string == "company/sound" && drift[0]["message"]?.string?.contains("title") == true)
    // The views are caught up, not mended in silence: the finding stays until they are rebuilt.
    #expect(
      try AuditOutcome(dealtrail("audit", "--format", "json")).state(of: drift[0]["id"]?.string ?? "") == "persisting")
    _ = try dealtrail("projections", "rebuild")
    let after = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(after.code == 0 && after.gone == [drift[0]["id"]?.string])
  }

  @Test func anOlderDatabasePutBackEndsWithFiveAndTheRollbackIsNamed() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let log = dealtrail.workspace.appending(path: "log.sqlite")
    let copy = dealtrail.workspace.appending(path: "old.sqlite")
    try FileManager.default.copyItem(at: log, to: copy)
    _ = try dealtrail("audit")
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log.path + ending) }
    try FileManager.default.copyItem(at: copy, to: log)
    let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(outcome.code == 5 && !outcome.findings(of: "log_rolled_back").isEmpty, "\(outcome.json)")
  }

  @Test func rubbishInPlaceOfTheFilesIsAFinding() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    for file in ["views.sqlite", "log.sqlite"] {
      for ending in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(at: dealtrail.workspace.appending(path: file + ending))
      }
      try Data(String(repeating: "rubbish ", count: 2000).utf8).write(to: dealtrail.workspace.appending(path: file))
      let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
      #expect(outcome.code == (file == "log.sqlite" ? 5 : 3), "\(outcome.json)")
      #expect(!outcome.findings(of: file == "log.sqlite" ? "file_damaged" : "views_unreadable").isEmpty)
    }
  }

  /// Looking at a few rules says nothing about the log, so nothing is signed; and what does say it is not left out.
  @Test func aDamagedLogIsNotSignedByLookingAway() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    try Self.changed(
      dealtrail, "log.sqlite", ["DROP TRIGGER event_is_append_only_update", "UPDATE event SET recorded = recorded + 1"])
    let looked = try dealtrail("audit", "--only", "no_archive")
    #expect(looked.output.contains("was not looked at"), "\(looked.output)")
    #expect(try dealtrail("log", "--format", "jsonl").output.split(separator: "\n").count == 2)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: dealtrail.workspace.path + "/checkpoints").count {
        $0.hasSuffix(".checkpoint")
      } == 1)
    #expect(try dealtrail("audit", "--skip", "column_altered").code == 64)
    let one = try AuditOutcome(dealtrail("audit", "--only", "column_altered", "--format", "json"))
    #expect(one.code == 5 && !one.findings(of: "schema_altered").isEmpty, "integrity is looked at as a whole")
  }

  /// What could not be looked at is neither gone nor new.
  @Test func findingsOutliveANightOnWhichTheViewsCannotBeRead() throws {
    let dealtrail = try Self.workspace([PlantedFault.all[0].lines[0]])
    defer { dealtrail.remove() }
    let first = try AuditOutcome(dealtrail("audit", "--format", "json", "--today", "2026-11-01"))
    let id = try #require(first.findings(of: "no_source").first?["id"]?.string)
    let views = dealtrail.workspace.appending(path: "views.sqlite")
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: views.path + ending) }
    try Data(String(repeating: "rubbish ", count: 2000).utf8).write(to: views)
    let second = try AuditOutcome(dealtrail("audit", "--format", "json", "--today", "2026-11-02"))
    #expect(second.code == 3 && second.gone.isEmpty)
    // One that is carried over can be accepted as well.
    #expect(second.json["carried"]?.array?.contains { $0["id"]?.string == id } == true)
    #expect(try dealtrail("audit", "accept", id, "--reason", "x").code == 0)
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: views.path + ending) }
    let third = try AuditOutcome(dealtrail("audit", "--format", "json", "--today", "2026-11-03"))
    #expect(third.state(of: id) == "accepted")
    #expect(third.findings.first { $0["id"]?.string == id }?["since"]?.string == "2026-11-01")
  }

  @Test func aLogThatIsNotThereIsNotMadeAnew() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    _ = try dealtrail("audit")
    let files = ["", "-wal", "-shm"].map { dealtrail.workspace.path + "/log.sqlite" + $0 }
    for file in files { try? FileManager.default.removeItem(atPath: file) }
    let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(outcome.code == 5 && outcome.findings(of: "file_damaged").count == 1)
    #expect(!FileManager.default.fileExists(atPath: files[0]))
  }

  @Test func aLogThatCannotBeSignedIsAFindingAndNothingIsAppended() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    try FileManager.default.removeItem(atPath: dealtrail.workspace.path + "/keys/signer")
    for _ in 0..<2 {
      let outcome = try AuditOutcome(dealtrail("audit", "--format", "json"))
      #expect(outcome.code == 3 && outcome.findings(of: "cannot_sign").count == 1)
    }
    #expect(try dealtrail("log", "--format", "jsonl").output.split(separator: "\n").count == 1)
  }

  /// A file that somebody put there, or a result under a wrong clock, is not the night before.
  @Test func whatIsNoResultIsPassedOver() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let first = try AuditOutcome(dealtrail("audit", "--format", "json"))
    let audits = dealtrail.workspace.appending(path: "audits")
    for name in ["9999.json", "20990101T000000.000000Z.json", "20200101T000000.000000Z.json"] {
      try Data("rubbish".utf8).write(to: audits.appending(path: name))
    }
    let second = try AuditOutcome(dealtrail("audit", "--format", "json"))
    #expect(second.ids == first.ids && second.findings.allSatisfy { $0["state"]?.string == "persisting" })
  }

  @Test(arguments: [
    "format: 1e300", "format: 2",
    (0..<40).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1)")]" }.joined(separator: "\n"),
  ])
  func aHostileSettingsFileIsRefused(yaml: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    try Data(yaml.utf8).write(to: dealtrail.workspace.appending(path: "dealtrail.yaml"))
    let outcome = try dealtrail("audit")
    #expect(outcome.code == 65 && outcome.errors.contains("dealtrail.yaml:1"), "\(outcome.errors)")
  }

  @Test func anAcceptedFindingCountsNoMoreUntilItsLastDayOrItsRetraction() throws {
    let dealtrail = try Self.workspace([PlantedFault.all[0].lines[0]])
    defer { dealtrail.remove() }
    func audit(_ today: String) throws -> AuditOutcome {
      try AuditOutcome(
        dealtrail(
          "audit", "--format", "json", "--fail-on", "warning", "--today", today, "--skip", "backup_old",
          "--skip", "audit_missed"))
    }
    let first = try audit("2026-11-01")
    let id = try #require(first.findings(of: "no_source").first?["id"]?.string)
    #expect(first.code == 3 && first.state(of: id) == "new")
    #expect(try audit("2026-11-02").state(of: id) == "persisting")
    let refused = try dealtrail("audit", "accept", "000000000000", "--reason", "x")
    #expect(refused.code == 65 && refused.errors.contains("no finding"))
    let accepted = try dealtrail(
      "audit", "accept", id, "--reason", "an interview of ours", "--until", "2099-01-31", "--format", "json")
    #expect(accepted.code == 0, "\(accepted.errors)")
    let held = try audit("2099-01-31")
    #expect(held.code == 0 && held.state(of: id) == "accepted" && held.json["summary"]?["warning"]?.integer == 0)
    #expect(try audit("2099-02-01").state(of: id) == "new", "an expired one comes back")
    #expect(try audit("2099-01-30").state(of: id) == "accepted")
    let event = try #require(JSONReader.read(Array(accepted.output.utf8.dropLast())).array?.first?["event"]?.string)
    #expect(try dealtrail("retract", event, "--reason", "it was not").code == 0)
    let back = try audit("2099-01-30")
    #expect(back.code == 3 && back.state(of: id) == "new")
  }

  @Test func onlyOneAuditRunsAtATime() throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    // A notice of the first audit starts the second, which so runs while the first holds the lock.
    _ = try dealtrail("audit")
    try Self.changed(dealtrail, "views.sqlite", ["UPDATE timeline SET title = 'other'"])
    let folder = dealtrail.workspace.path
    let outcome = try dealtrail(
      "audit", "--format", "json", "--notify",
      "cat > '\(folder)/notice'; '\(Binary.program.path)' audit --workspace '\(folder)' 2> '\(folder)/second'; echo $? > '\(folder)/code'"
    )
    #expect(outcome.code == 3)
    #expect(try String(contentsOfFile: folder + "/code", encoding: .utf8) == "1\n")
    #expect(try String(contentsOfFile: folder + "/second", encoding: .utf8).contains("another audit"))
    let notice = try JSONReader.read(Array(String(contentsOfFile: folder + "/notice", encoding: .utf8).utf8.dropLast()))
    #expect(notice["new_errors"]?.array?.first?["rule"]?.string == "views_drift" && notice["intact"]?.bool == true)
    // The same error is news once.
    try FileManager.default.removeItem(atPath: folder + "/notice")
    _ = try dealtrail("audit", "--notify", "cat > '\(folder)/notice'")
    #expect(!FileManager.default.fileExists(atPath: folder + "/notice"))
  }

  @Test(
    arguments: [
      ("audit: {fail_on: sometimes}", 2, "fail_on"), ("audit: {rules: {no_such: {}}}", 2, "no_such"),
      ("audit: {rules: {probe_open_long: {days: -5}}}", 2, "days"), ("audit:\n  skip: [nope]", 3, "nope"),
      ("audit: {rules: {no_source: {severity: fatal}}}", 2, "severity"), ("audits: {}", 2, "audits"),
      ("audit: {skip: [payload_altered]}", 2, "integrity"),
      ("audit: {rules: {no_source: {weeks: 4}}}", 2, "weeks"),
    ])
  func aWrongSettingIsNamedWithItsLine(setting: String, line: Int, word: String) throws {
    let dealtrail = try Self.workspace()
    defer { dealtrail.remove() }
    let file = dealtrail.workspace.appending(path: "dealtrail.yaml")
    try Data("format: 1\n\(setting)\n".utf8).write(to: file)
    let outcome = try dealtrail("audit")
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("dealtrail.yaml:\(line):") && outcome.errors.contains(word), "\(outcome.errors)")
  }

  @Test func settingsChangeWhatIsFoundAndHowMuchItMatters() throws {
    let fault = try #require(PlantedFault.all.first { $0.rule == "probe_open_long" })
    let dealtrail = try Self.workspace(fault.lines)
    defer { dealtrail.remove() }
    func audit(_ yaml: String) throws -> AuditOutcome {
      try Data("format: 1\naudit:\n  skip: [backup_old]\n\(yaml)".utf8)
        .write(to: dealtrail.workspace.appending(path: "dealtrail.yaml"))
      return try AuditOutcome(dealtrail("audit", "--format", "json", "--today", "2026-01-01"))
    }
    #expect(try audit("").code == 0)
    #expect(try audit("  fail_on: warning\n").code == 3)
    #expect(try audit("  rules: {probe_open_long: {severity: error}}\n").code == 3)
    let later = try audit("  fail_on: warning\n  rules: {probe_open_long: {days: 1000}}\n")
    #expect(later.code == 0 && later.findings(of: fault.rule).isEmpty && later.gone.count == 1)
  }
}
