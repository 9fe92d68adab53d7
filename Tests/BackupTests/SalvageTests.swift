import Attestation
import Backup
import EventLog
import Foundation
import GRDB
import SQLiteLog
import Testing
import Transparency

@Suite struct SalvageTests {
  /// Damage, and the positions that are lost by it.
  static let damages: [(String, [ClosedRange<Int64>])] = [
    ("DELETE FROM part WHERE position = 100; DELETE FROM event WHERE position = 100", [100...100]),
    ("UPDATE part SET content = x'7b7d' WHERE position = 100 AND name = 'data'", [100...100]),
    ("UPDATE part SET salt = zeroblob(32) WHERE position IN (100, 200)", [100...100, 200...200]),
    (
      "UPDATE event SET envelope = CAST(replace(CAST(envelope AS TEXT), 'tester', 'nobody') AS BLOB) WHERE position = 100",
      [100...100]
    ),
    ("UPDATE event SET envelope = x'00' WHERE position BETWEEN 100 AND 109", [100...109]),
    ("DELETE FROM event WHERE position > 290", [291...300]),
  ]

  @Test(arguments: damages.indices)
  func everythingThatVerifiesIsSaved(index: Int) throws {
    let (sql, lost) = Self.damages[index]
    try withOffice { office in
      let log = try office.log()
      _ = try CheckpointFolder(workspace: office.workspace).sign(log, KeyRing(workspace: office.workspace))
      let before = try Office.records(log)
      let root = try log.readTree { try $0.root(size: lost[0].lowerBound - 1) }
      try office.tamper(sql)
      let symptoms = WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms()
      #expect(symptoms.first?.severity == .integrity && symptoms.first?.rule == "log_damaged", "\(symptoms)")

      let saved = try Salvage(workspace: office.workspace).write(to: office.path("new"))
      #expect(saved.lost == lost)
      #expect(saved.kept == lost[0].lowerBound - 1)
      #expect(saved.kept + Int64(saved.appended) + saved.lostEvents == 300)
      let new = try office.log(office.path("new"))
      #expect(try Office.records(new, upTo: saved.kept) == Array(before.prefix(Int(saved.kept))))
      #expect(try new.readTree { try $0.root(size: saved.kept) } == root)
      #expect(try WorkspaceVerification(new, workspace: office.path("new")).run().findings.isEmpty)
      // Each event that was not lost is there with what it said.
      let missing = Set(lost.flatMap { Array($0) }.map { Office.event(Int($0)).id })
      for number in 1...300 where !missing.contains(Office.event(number).id) {
        #expect(try new.event(Office.event(number).id)?.event == Office.event(number))
      }
      for id in missing { #expect(try new.event(id) == nil) }
      let report = try String(contentsOfFile: office.path("new/salvage.jsonl"), encoding: .utf8)
      #expect(report.split(separator: "\n").count == saved.appended + lost.count)
    }
  }

  /// A page of the file is overwritten: SQLite cannot read what is on it, and the rest is saved.
  @Test func aDestroyedPageCostsWhatIsOnIt() throws {
    try withOffice { office in
      _ = try CheckpointFolder(workspace: office.workspace).sign(office.log(), KeyRing(workspace: office.workspace))
      let path = office.workspace + "/log.sqlite"
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      let size = try file.seekToEnd()
      // The first pages hold the schema, without which there is no log.
      try file.seek(toOffset: size / 4096 / 2 * 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      try file.close()
      #expect(
        WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms().first?.severity
          == .integrity)
      let saved = try Salvage(workspace: office.workspace).write(to: office.path("new"))
      #expect(saved.kept + Int64(saved.appended) > 200, "\(saved)")
      let new = try office.log(office.path("new"))
      #expect(try new.verify(checksFile: true).isIntact)
      #expect(try new.head().position == saved.kept + Int64(saved.appended))
    }
  }

  /// Damage to an index that only counting reads does not make everything look lost, or look as if there was nothing.
  @Test(arguments: ["event_recorded", "event_kind", "sqlite_autoindex_event_1", "sqlite_autoindex_event_2"])
  func aDestroyedIndexCostsNothing(index: String) throws {
    try withOffice { office in
      let path = office.workspace + "/log.sqlite"
      _ = try office.log().head()
      let page = try DatabaseQueue(path: path).read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [index])
      }
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      try file.seek(toOffset: UInt64(try #require(page) - 1) * 4096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      try file.close()
      let saved = try Salvage(workspace: office.workspace).write(to: office.path("new"))
      #expect(saved.kept == 300 && saved.lost.isEmpty)
    }
  }

  /// The end of the file is missing, of which SQLite alone reads nothing; with and without a checkpoint that says how long it was.
  @Test(arguments: [50, 4096, 40_000, 120_000], [false, true])
  func aLogThatWasCutOffIsReadAsFarAsItGoes(bytes: Int, isSigned: Bool) throws {
    try withOffice { office in
      if isSigned {
        _ = try CheckpointFolder(workspace: office.workspace).sign(office.log(), KeyRing(workspace: office.workspace))
      }
      let path = office.workspace + "/log.sqlite"
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      let size = try file.seekToEnd()
      try file.truncate(atOffset: size - UInt64(bytes))
      try file.close()
      let saved = try Salvage(workspace: office.workspace).write(to: office.path("new"))
      #expect(saved.kept + Int64(saved.appended) > (bytes > 100_000 ? 50 : 200), "\(saved) of \(size) bytes")
      if isSigned { #expect(saved.kept + Int64(saved.appended) + saved.lostEvents == 300) }
      #expect(try office.log(office.path("new")).verify(checksFile: true).isIntact)
      #expect(try FileManager.default.contentsOfDirectory(atPath: office.path("new")).contains(".damaged") == false)
    }
  }

  /// The redaction of an event that is kept is what is lost: what it said stays explained.
  @Test func whatWasErasedStaysExplained() throws {
    try withOffice { office in
      try office.erase(17)
      try office.append(301...310)
      try office.tamper("UPDATE event SET envelope = x'00' WHERE position = 301")
      let saved = try Salvage(workspace: office.workspace).write(to: office.path("new"))
      #expect(saved.kept == 300 && saved.appended == 10 && saved.lost == [301...301])
      let new = try office.log(office.path("new"))
      #expect(try new.verify().isIntact)
      #expect(try new.event(Office.event(17).id)?.event.data == nil)
    }
  }

  /// A diagnosis changes nothing: a log that is not one is not made one.
  @Test func anEmptyFileStaysEmpty() throws {
    try withOffice { office in
      let path = office.workspace + "/log.sqlite"
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      try Data().write(to: URL(filePath: path))
      let symptoms = WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms()
      #expect(symptoms.first?.rule == "log_unknown" && symptoms.first?.severity == .integrity)
      #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
    }
  }

  @Test func aHealthyWorkspaceHasNoSymptoms() throws {
    try withOffice { office in
      try office.backUp()
      #expect(WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms() == [])
    }
  }

  @Test func eachSymptomIsNamedWithItsRemedy() throws {
    let cases: [(String, Symptom.Severity, (Office) throws -> Void)] = [
      ("no_backup", .warning, { _ in }),
      ("folder_open", .warning, { try $0.chmod("", 0o755) }),
      ("key_exposed", .error, { try $0.chmod("/keys/signer", 0o644) }),
      ("no_key", .error, { try FileManager.default.removeItem(atPath: $0.workspace + "/keys/signer") }),
      ("no_settings", .error, { try FileManager.default.removeItem(atPath: $0.workspace + "/dealtrail.yaml") }),
      ("no_log", .integrity, { try FileManager.default.removeItem(atPath: $0.workspace + "/log.sqlite") }),
      ("log_damaged", .integrity, { try Data("no".utf8).write(to: URL(filePath: $0.workspace + "/log.sqlite")) }),
      (
        "views_damaged", .error,
        { try Data("not a database, certainly".utf8).write(to: URL(filePath: $0.workspace + "/views.sqlite")) }
      ),
      (
        "symbolic_link", .warning,
        { try FileManager.default.createSymbolicLink(atPath: $0.workspace + "/link", withDestinationPath: "/etc") }
      ),
      ("erasure_pending", .error, { try Data("x\n".utf8).write(to: URL(filePath: $0.workspace + "/erasure.pending")) }),
      (
        "unfinished_copy", .warning,
        {
          try FileManager.default.createDirectory(
            atPath: $0.workspace + ".unfinished-1", withIntermediateDirectories: false)
        }
      ),
      (
        "checkpoints_missing", .error,
        { office in
          try office.backUp()
          try FileManager.default.removeItem(atPath: office.workspace + "/checkpoints")
        }
      ),
      (
        "backup_damaged", .error,
        { office in
          try office.backUp()
          try FileManager.default.removeItem(atPath: office.objects()[0])
        }
      ),
    ]
    for (rule, severity, change) in cases {
      try withOffice { office in
        try change(office)
        let symptoms = WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms()
        let symptom = symptoms.first { $0.rule == rule }
        #expect(symptom?.severity == severity && symptom?.remedy.isEmpty == false, "\(rule): \(symptoms)")
      }
    }
  }
}

extension Office {
  func chmod(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: workspace + name)
  }
}
