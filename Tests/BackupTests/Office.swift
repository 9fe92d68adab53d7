import Attestation
import Backup
import CanonicalJSON
import EventLog
import Foundation
import GRDB
import SQLiteLog

/// A workspace in a folder of its own, with a key, some settings and events, and room beside it.
struct Office {
  let root = FileManager.default.temporaryDirectory.appending(path: "dealtrail-backup-\(UUID().uuidString)")
  var workspace: String { root.appending(path: "workspace").path }
  var backups: String { root.appending(path: "backups").path }

  /// Small, so that a few events make several runs.
  static let runBytes = 20_000

  init() throws {
    try FileManager.default.createDirectory(
      atPath: workspace + "/projections", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data("format: 1\n".utf8).write(to: URL(filePath: workspace + "/dealtrail.yaml"))
    try Data("# 我的\n".utf8).write(to: URL(filePath: workspace + "/projections/my rules.yaml"))
    _ = try KeyRing(workspace: workspace).make(origin: "example.org/office")
    try append(1...300)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appending(path: name).path }

  func log(_ workspace: String? = nil) throws -> SQLiteEventStore {
    try SQLiteEventStore(path: (workspace ?? self.workspace) + "/log.sqlite")
  }

  static func event(_ number: Int) -> Event {
    let data: JSONValue = ["text": .string("claim \(number) 亿\u{202E} \"quoted\"\n"), "number": .integer(number)]
    return Event(
      id: .v8(of: Array("\(number)".utf8)), subject: Subject("company/c-\(number % 7)")!, kind: "noted", schema: 1,
      occurred: "2025", recordedBy: "tester", status: "reported", data: data,
      sources: [["publisher": .string("Daily \(number)")]])
  }

  func append(_ numbers: ClosedRange<Int>) throws { _ = try log().append(numbers.map(Self.event)) }

  /// Erases what event `number` said.
  func erase(_ number: Int) throws {
    let target = Self.event(number).id
    let redaction = Event(
      id: .v8(of: Array("redaction \(number)".utf8)), subject: Self.event(number).subject, kind: Event.redactionKind,
      schema: 1, occurred: "2025", recordedBy: "tester", status: "reported",
      data: ["target": .string(target.description), "parts": ["data"], "reason": "asked for"], sources: [],
      causation: target.description)
    _ = try log().redact([.data], by: redaction, recorded: .now())
  }

  @discardableResult
  func backUp(keep: Int = 7, withKeys: Bool = false) throws -> WorkspaceBackup.Made {
    try WorkspaceBackup(workspace: workspace, to: BackupFolder(backups), runBytes: Self.runBytes)
      .make(log(), keep: keep, includesKeys: withKeys)
  }

  func restore(to name: String, head: String? = nil, known: [BackupRestoring.Known] = []) throws
    -> BackupRestoring.Restored
  {
    try BackupRestoring(BackupFolder(backups), head: head).restore(to: path(name), known: known)
  }

  /// Everything that the log has of its first events, to the byte.
  static func records(_ log: SQLiteEventStore, upTo size: Int64? = nil) throws -> [LogRecord] {
    try log.readTree { tree in
      var records: [LogRecord] = []
      let last = size ?? tree.size
      if last > 0 { try tree.records(1...last) { records.append($0) } }
      return records
    }
  }

  /// The files of objects.
  func objects() throws -> [String] {
    let all = FileManager.default.enumerator(atPath: backups + "/objects")?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".gz") }.map { backups + "/objects/" + $0 }.sorted()
  }

  /// Changes the log's file behind its back, without its guards.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: workspace + "/log.sqlite", configuration: configuration).writeWithoutTransaction { db in
      let guards = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in guards { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
      defer { for row in guards { try? db.execute(sql: row[1]) } }
      try db.execute(sql: sql)
    }
  }
}

func withOffice(_ body: (Office) throws -> Void) throws {
  let office = try Office()
  defer { office.remove() }
  try body(office)
}
