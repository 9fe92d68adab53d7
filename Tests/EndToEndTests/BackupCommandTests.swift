import CanonicalJSON
import Foundation
import Testing

@Suite struct BackupCommandTests {
  static func office() throws -> Binary {
    let dealtrail = try Binary()
    let cases = Binary.root.appending(path: "Events/Cases/cases.jsonl").path
    try #require(try dealtrail("append", cases, "--quiet").code == 0)
    return dealtrail
  }

  private static func report(_ outcome: Binary.Outcome) throws -> JSONValue {
    try JSONReader.read(Array(outcome.output.utf8)).array?.first ?? .null
  }

  @Test func backUpRestoreAndGoOn() throws {
    let dealtrail = try Self.office()
    defer { dealtrail.remove() }
    let before = try dealtrail("timeline", "manus", "--format", "json").output
    let made = try dealtrail("backup", "--with-keys", "--format", "json")
    #expect(made.code == 0, "\(made.errors)")
    #expect(try Self.report(made)["size"]?.integer == 188)
    let new = dealtrail.workspace.path + "-restored"
    defer { try? FileManager.default.removeItem(atPath: new) }
    let key = try String(contentsOfFile: dealtrail.workspace.path + "/keys/verifiers", encoding: .utf8)
    let backups = dealtrail.workspace.path + "/backups"
    let restored = try Binary.run(["restore", backups, new, "--key", String(key.dropLast()), "--format", "json"])
    #expect(restored.code == 0, "\(restored.errors)")
    #expect(try Binary.run(["timeline", "manus", "--format", "json", "--workspace", new]).output == before)
    #expect(try Binary.run(["verify", "--workspace", new]).code == 0)
    #expect(try Binary.run(["doctor", "--workspace", new]).code == 3, "a restored workspace has no backup yet")
    #expect(try dealtrail("doctor").code == 0)
    // Nothing is overwritten; another's key does not do.
    #expect(try Binary.run(["restore", backups, new]).code == 1)
    let other = try Binary()
    let stranger = try String(contentsOfFile: other.workspace.path + "/keys/verifiers", encoding: .utf8)
    #expect(try Binary.run(["restore", backups, new + "2", "--key", String(stranger.dropLast())]).code == 5)
    // A checkpoint that the backup does not reach.
    #expect(try dealtrail("retract", Self.firstID(dealtrail), "--reason", "a test").code == 0)
    #expect(try dealtrail("checkpoint").code == 0)
    let later = dealtrail.workspace.path + "/checkpoints/000000000189.checkpoint"
    #expect(try Binary.run(["restore", backups, new + "3", "--checkpoint", later]).code == 4)
    // A copy is no backup.
    #expect(try Binary.run(["restore", dealtrail.workspace.path, new + "4"]).code == 65)
    for end in ["2", "3", "4"] { #expect(!FileManager.default.fileExists(atPath: new + end)) }
  }

  private static func firstID(_ dealtrail: Binary) throws -> String {
    let line = try dealtrail("log", "--format", "jsonl").output.split(separator: "\n")[0]
    return try JSONReader.read(Array(line.utf8))["id"]?.string ?? ""
  }

  @Test func theDoctorNamesDamageAndSavesTheRest() throws {
    let dealtrail = try Self.office()
    defer { dealtrail.remove() }
    #expect(try dealtrail("backup", "--quiet").code == 0)
    try AuditCommandTests.changed(
      dealtrail, "log.sqlite",
      [
        "DROP TRIGGER part_is_append_only_update",
        "UPDATE part SET content = x'7b7d' WHERE position = 50 AND name = 'data'",
      ])
    let diagnosis = try dealtrail("doctor", "--format", "json")
    #expect(diagnosis.code == 5)
    #expect(try Self.report(diagnosis)["rule"]?.string == "log_damaged")
    #expect(diagnosis.output.contains("dealtrail restore") && diagnosis.output.contains("--salvage"))
    let new = dealtrail.workspace.path + "-saved"
    defer { try? FileManager.default.removeItem(atPath: new) }
    let saved = try dealtrail("doctor", "--salvage", new, "--format", "json")
    #expect(saved.code == 0, "\(saved.errors)")
    let report = try Self.report(saved)
    #expect(report["kept"]?.integer == 49 && report["appended"]?.integer == 138 && report["lost"]?.integer == 1)
    #expect(try Binary.run(["verify", "--workspace", new]).code == 0)
    #expect(try Binary.run(["timeline", "manus", "--workspace", new]).code == 0)
    // What is not whole is not backed up over what is.
    let backups = dealtrail.workspace.path + "/backups"
    try FileManager.default.removeItem(atPath: backups)
    #expect(try dealtrail("backup").code == 5)
    #expect(try Binary.run(["restore", backups, new + "2"]).code == 65)
  }
}
