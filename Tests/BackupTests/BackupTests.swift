import Attestation
@testable import Backup
import CanonicalJSON
import Compression
import Dispatch
import EventLog
import Foundation
import SQLiteLog
import Synchronization
import Testing
import Transparency

@Suite struct BackupTests {
  @Test func whatIsRestoredIsWhatWasThere() throws {
    try withOffice { office in
      try office.erase(17)
      let made = try office.backUp()
      #expect(made.head.checkpoint.size == 301 && made.reused == 0 && made.left.isEmpty)
      let restored = try office.restore(to: "new")
      #expect(restored.size == 301 && restored.trust == .own && !restored.hasKey)
      let (old, new) = (try office.log(), try office.log(office.path("new")))
      #expect(try Office.records(new) == Office.records(old))
      #expect(try new.verify(checksFile: true).isIntact)
      #expect(try WorkspaceVerification(new, workspace: office.path("new")).run().findings.isEmpty)
      let rules = try String(contentsOfFile: office.path("new/projections/my rules.yaml"), encoding: .utf8)
      #expect(rules == "# 我的\n")
      #expect(!FileManager.default.fileExists(atPath: office.path("new/keys/signer")))
      let mode = try FileManager.default.attributesOfItem(atPath: office.path("new"))[.posixPermissions] as? Int
      #expect(mode == 0o700)
    }
  }

  /// The key goes along only where it is asked for; then the restored log goes on where the old one was.
  @Test func withItsKeyTheLogGoesOn() throws {
    try withOffice { office in
      try office.backUp(withKeys: true)
      #expect(try office.restore(to: "new").hasKey)
      let (folder, log) = (office.path("new"), try office.log(office.path("new")))
      _ = try log.append([Office.event(301)])
      let signed = try CheckpointFolder(workspace: folder).sign(log, KeyRing(workspace: folder)).0
      #expect(signed.checkpoint.size == 301)
    }
  }

  @Test func onlyWhatIsNewIsWritten() throws {
    try withOffice { office in
      let first = try office.backUp()
      try office.append(301...320)
      let second = try office.backUp()
      #expect(second.reused > 200 && second.written < first.written / 2, "\(first.written), \(second.written)")
      #expect(try office.backUp().written < 2000)
      _ = try office.restore(to: "new")
      #expect(try Office.records(office.log(office.path("new"))) == Office.records(office.log()))
    }
  }

  @Test(arguments: [1, 3])
  func noMoreAreKeptThanAskedFor(keep: Int) throws {
    try withOffice { office in
      for number in 301...305 {
        try office.append(number...number)
        try office.backUp(keep: keep)
      }
      let heads = BackupFolder(office.backups).heads()
      #expect(heads.count == keep)
      // Each of those that are left is whole.
      for (index, head) in heads.enumerated() {
        #expect(try office.restore(to: "new\(index)", head: head).size == Int64(306 - keep + index))
      }
    }
  }

  /// What was erased is in no backup any more once the next one was made.
  @Test func erasureReachesBackups() throws {
    try withOffice { office in
      try office.backUp()
      try office.append(301...302)
      try office.backUp()
      func mentions() throws -> Int {
        try office.objects().filter { file in
          let packed = try [UInt8](Data(contentsOf: URL(filePath: file)))
          // The last four bytes say how long the content is (RFC 1952, ISIZE).
          let count = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
          return try String(decoding: Gzip.decompress(packed, count: count), as: UTF8.self).contains("claim 42 ")
        }.count
      }
      #expect(try mentions() > 0)
      try office.erase(42)
      let made = try office.backUp()
      #expect(made.erased == 2 && made.removed == 2)
      #expect(try mentions() == 0)
      #expect(BackupFolder(office.backups).heads().count == 1)
      #expect(try office.restore(to: "new").size == 303)
    }
  }

  /// Whatever happens to a file of a backup, it is noticed, and nothing is restored.
  @Test func everyByteIsVerified() throws {
    try withOffice { office in
      let made = try office.backUp()
      let head = try #require(made.head.file)
      for file in try office.objects() + [head] {
        let whole = try Data(contentsOf: URL(filePath: file))
        for change in 0..<4 {
          var bytes = whole
          switch change {
          case 0: bytes[bytes.count / 2] ^= 1
          case 1: bytes.removeLast()
          case 2: bytes.append(0)
          default: bytes.removeAll()
          }
          try bytes.write(to: URL(filePath: file))
          #expect(throws: AttestationError.self, "\(file), \(change)") { try office.restore(to: "new") }
          #expect(!FileManager.default.fileExists(atPath: office.path("new")))
        }
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: AttestationError.self) { try office.restore(to: "new") }
        try whole.write(to: URL(filePath: file))
      }
      #expect(try office.restore(to: "new").size == 300)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.root.path).sorted() == [
          "backups", "new", "workspace",
        ])
    }
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    try withOffice { office in
      try office.backUp()
      #expect { try office.restore(to: "workspace") } throws: { ($0 as? AttestationError)?.code == .failed }
      #expect(try office.log().head().position == 300)
    }
  }

  @Test func aForkIsRefused() throws {
    try withOffice { office in
      try office.backUp()
      try office.append(301...301)
      let later = try CheckpointFolder(workspace: office.workspace).sign(
        office.log(), KeyRing(workspace: office.workspace)
      ).0
      func known(_ change: (inout Checkpoint) -> Void) -> [BackupRestoring.Known] {
        var checkpoint = later.checkpoint
        change(&checkpoint)
        return [BackupRestoring.Known(checkpoint: checkpoint, source: "elsewhere")]
      }
      for known in [known { _ in }, known { $0.size = 300 }] {
        #expect { try office.restore(to: "new", known: known) } throws: { ($0 as? AttestationError)?.code == .conflict }
      }
      #expect(!FileManager.default.fileExists(atPath: office.path("new")))
      try office.backUp()
      #expect(try office.restore(to: "new", known: known { _ in }).size == 301)
    }
  }

  /// A log that was rewritten does not take the place of what was backed up.
  @Test func aRewrittenLogIsNotBackedUpOverItsBackups() throws {
    try withOffice { office in
      try office.backUp()
      let other = try Office()
      defer { other.remove() }
      try FileManager.default.removeItem(atPath: other.workspace + "/keys")
      try FileManager.default.copyItem(atPath: office.workspace + "/keys", toPath: other.workspace + "/keys")
      let intruder = WorkspaceBackup(workspace: other.workspace, to: BackupFolder(office.backups))
      #expect { try intruder.make(other.log(), keep: 1, includesKeys: false) } throws: {
        ($0 as? AttestationError)?.code == .integrity
      }
      #expect(try office.restore(to: "new").size == 300)
    }
  }

  /// Others append all the while; what is restored is a state that the log was in.
  @Test func writersGoOn() throws {
    try withOffice { office in
      let isDone = Atomic(false)
      let faults = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 3) { worker in
        do {
          if worker == 0 {
            for _ in 0..<6 { try office.backUp() }
            isDone.store(true, ordering: .relaxed)
          } else {
            var number = worker * 10_000
            while !isDone.load(ordering: .relaxed) {
              number += 2
              _ = try office.log().append([Office.event(number), Office.event(number + 1)])
            }
          }
        } catch {
          isDone.store(true, ordering: .relaxed)
          faults.withLock { $0.append("\(error)") }
        }
      }
      #expect(faults.withLock { $0 } == [])
      let restored = try office.restore(to: "new")
      // Batches of two are there whole or not at all.
      #expect(restored.size.isMultiple(of: 2))
      #expect(try Office.records(office.log(office.path("new"))) == Office.records(office.log(), upTo: restored.size))
    }
  }

  /// A copy that was made by other means may be torn; it is not taken for a backup.
  @Test func aCopyOfAWorkspaceIsNoBackup() throws {
    try withOffice { office in
      try FileManager.default.copyItem(atPath: office.workspace, toPath: office.path("copy"))
      #expect { try BackupRestoring(BackupFolder(office.path("copy"))) } throws: {
        ($0 as? AttestationError)?.code == .invalid && "\($0)".contains("dealtrail backup")
      }
    }
  }

  /// Links lead elsewhere: they are left out and named.
  @Test func linksAreLeftOut() throws {
    try withOffice { office in
      try FileManager.default.createSymbolicLink(
        atPath: office.workspace + "/passwords", withDestinationPath: "/etc/passwd")
      #expect(try office.backUp().left == ["passwords"])
      _ = try office.restore(to: "new")
      #expect(!FileManager.default.fileExists(atPath: office.path("new/passwords")))
    }
  }

  /// A folder with anything else in it is left as it is.
  @Test func anotherFolderIsNotTakenForBackups() throws {
    try withOffice { office in
      let folder = office.path("documents")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      try Data("mine".utf8).write(to: URL(filePath: folder + "/thesis.tmp"))
      for path in [folder, office.workspace, office.root.path] {
        #expect(throws: AttestationError.self) {
          try WorkspaceBackup(workspace: office.workspace, to: BackupFolder(path)).make(
            office.log(), keep: 1, includesKeys: false)
        }
      }
      #expect(FileManager.default.fileExists(atPath: folder + "/thesis.tmp"))
    }
  }

  /// A backup of backups would bring back what was erased from them.
  @Test func backupsAreNotBackedUp() throws {
    try withOffice { office in
      let inside = WorkspaceBackup(workspace: office.workspace, to: BackupFolder(office.workspace + "/backups"))
      let files = try inside.make(office.log(), keep: 7, includesKeys: false).files
      #expect(try office.backUp().files == files)
      #expect(try inside.make(office.log(), keep: 7, includesKeys: false).files == files)
    }
  }

  /// A run that was killed before it removed what holds erased content is made up for by the next.
  @Test func anInterruptedErasureOfBackupsIsFinished() throws {
    try withOffice { office in
      try office.backUp()
      try FileManager.default.copyItem(atPath: office.backups, toPath: office.path("before"))
      try office.erase(42)
      try office.backUp()
      for name in try FileManager.default.subpathsOfDirectory(atPath: office.path("before")) where name.contains(".") {
        let target = office.backups + "/" + name
        if !FileManager.default.fileExists(atPath: target) {
          try FileManager.default.createDirectory(
            at: URL(filePath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
          try FileManager.default.copyItem(atPath: office.path("before/" + name), toPath: target)
        }
      }
      #expect(BackupFolder(office.backups).heads().count == 2)
      #expect(try office.backUp().erased == 1)
      #expect(BackupFolder(office.backups).heads().count == 2)
    }
  }

  /// What is damaged in the folder is written anew, and not relied upon.
  @Test func damagedObjectsAreReplaced() throws {
    try withOffice { office in
      try office.backUp()
      for file in try office.objects() {
        let whole = try Data(contentsOf: URL(filePath: file))
        try Data().write(to: URL(filePath: file))
        _ = try? office.backUp(keep: 1)
        #expect(try office.restore(to: "new").size == 300, "\(file)")
        try FileManager.default.removeItem(atPath: office.path("new"))
        if FileManager.default.fileExists(atPath: file) { try whole.write(to: URL(filePath: file)) }
      }
    }
  }

  /// The checkpoint that the backup was signed with comes along: the restored log cannot be cut back to an older one unnoticed.
  @Test func theRestoredWorkspaceKnowsItsHead() throws {
    try withOffice { office in
      try office.backUp()
      _ = try office.restore(to: "new")
      let folder = office.path("new")
      #expect(try CheckpointFolder(workspace: folder).latest(KeyRing(workspace: folder))?.checkpoint.size == 300)
    }
  }

  static let paths = [
    "../x", "/etc/passwd", "a/../../x", "a//b", "a/./b", "", ".", "views.sqlite", "views.sqlite-wal", "log.sqlite",
    "log.sqlite.lock",
    "keys/.lock", "checkpoints/tile/0/000", "a\0b", "../\u{301}x", "a/../../\u{301}x", "\u{600}/..",
    "a/..\u{600}/../../x",
  ]

  @Test(arguments: paths)
  func aManifestCannotNameWhatNoBackupHas(path: String) throws {
    let object: JSONValue = .string(String(repeating: "a", count: 64))
    func manifest(_ path: String) -> JSONValue {
      ["runs": [], "files": [["path": .string(path), "mode": 384, "object": object, "bytes": 1]]]
    }
    #expect(throws: AttestationError.self) { try BackupManifest(manifest(path), size: 0) }
    #expect(try BackupManifest(manifest("projections/x.yaml"), size: 0).files.count == 1)
  }

  /// While an erasure is pending, files may still hold what is erased; a backup of them would keep it for good.
  @Test func nothingIsBackedUpInTheMiddleOfAnErasure() throws {
    try withOffice { office in
      try Data("\(Office.event(42).id)\n".utf8).write(to: URL(filePath: office.workspace + "/erasure.pending"))
      #expect { try office.backUp() } throws: { "\($0)".contains("redact --finish") }
      #expect(BackupFolder(office.backups).heads().isEmpty)
    }
  }

  /// Another workspace inside of this one has keys and a log of its own.
  @Test func workspacesInsideAreNoPartOfIt() throws {
    try withOffice { office in
      try office.backUp()
      _ = try office.restore(to: "inside")
      try FileManager.default.moveItem(atPath: office.path("inside"), toPath: office.workspace + "/inside")
      let made = try office.backUp()
      #expect(made.left == ["inside/"])
      _ = try office.restore(to: "new")
      #expect(!FileManager.default.fileExists(atPath: office.path("new/inside")))
    }
  }

  @Test func theKeyMayBeReplacedBetweenBackups() throws {
    try withOffice { office in
      try office.backUp()
      try office.append(301...310)
      let keys = KeyRing(workspace: office.workspace)
      _ = try CheckpointFolder(workspace: office.workspace).rotateKey(office.log(), keys)
      try office.append(311...320)
      try office.backUp()
      #expect(try office.restore(to: "new").size == 320)
    }
  }

  /// Two names that are one text and two files.
  @Test func namesAreBytes() throws {
    try withOffice { office in
      for name in ["caf\u{E9}.txt", "cafe\u{301}.txt"] {
        try Data(name.utf8).write(to: URL(filePath: office.workspace + "/" + name))
      }
      try office.backUp()
      _ = try office.restore(to: "new")
      #expect(try office.backUp().left.isEmpty)
    }
  }

  /// Damaged heads are put aside, and stop nobody.
  @Test func aDamagedHeadIsPutAside() throws {
    try withOffice { office in
      try office.backUp()
      try office.append(301...301)
      let newest = try #require(try office.backUp().head.file)
      try Data().write(to: URL(filePath: newest))
      #expect(try office.restore(to: "older").size == 300)
      #expect(
        WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms().contains {
          $0.rule == "backup_head_damaged"
        })
      try office.backUp()
      #expect(FileManager.default.fileExists(atPath: newest + ".damaged"))
      #expect(try office.restore(to: "new").size == 301)
    }
  }

  /// An older copy of the log was put back: the backup knows better, also where no checkpoint does.
  @Test func theDoctorKnowsOfEventsThatAreOnlyInTheBackup() throws {
    try withOffice { office in
      try FileManager.default.copyItem(atPath: office.workspace + "/log.sqlite", toPath: office.path("old.sqlite"))
      try office.append(301...310)
      try office.backUp()
      for end in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: office.workspace + "/log.sqlite" + end)
      }
      try FileManager.default.copyItem(atPath: office.path("old.sqlite"), toPath: office.workspace + "/log.sqlite")
      try FileManager.default.removeItem(atPath: office.workspace + "/checkpoints")
      let symptoms = WorkspaceDiagnosis(workspace: office.workspace, backups: office.backups).symptoms()
      #expect(symptoms.first?.rule == "log_lost_events" && symptoms.first?.severity == .integrity, "\(symptoms)")
    }
  }
}
