internal import EventLog
internal import Foundation
internal import GRDB
internal import Transparency

extension SQLiteEventStore {
  /// `PRAGMA application_id`: "DTRL" in ASCII, so that `file` and others can tell the format.
  static let applicationID = 0x4454_524C
  /// `PRAGMA user_version`: the format of `log.sqlite`. 2 added the tree and erasure.
  static let formatVersion = 2

  /// What a file is, by its two numbers.
  enum Standing: Equatable {
    /// A database with nothing in it, or an empty file.
    case empty
    case current
    case older(Int)
    case newer(Int)
    /// A database of something else.
    case foreign
  }

  static func standing(_ db: Database) throws -> Standing {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else {
      let isEmpty = try application == 0 && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
      return isEmpty ? .empty : .foreign
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    return version == formatVersion ? .current : version < formatVersion ? .older(version) : .newer(version)
  }

  /// Refuses what is no log of this or of an older format.
  /// - Throws: `EventStoreError`; `unknownFormat` for a file of another application, or a log that is not of the format that it says,
  ///   `newerFormat` for one of a newer dealtrail.
  static func check(_ db: Database) throws {
    switch try standing(db) {
    case .empty, .current: return
    case .older(let version): try checkUpgradable(db, from: version)
    case .newer(let version):
      throw EventStoreError(
        .newerFormat,
        "this log has format \(version), newer than the \(formatVersion) that this version reads; update dealtrail")
    case .foreign: throw EventStoreError(.unknownFormat, "this SQLite file is not a Dealtrail log")
    }
  }

  /// Creates the tables of an empty file, or brings an older format up to date.
  static func prepare(_ db: Database) throws {
    guard try standing(db) == .empty else { return try upgrade(db) }
    for statement in schema { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }

  /// The name of the table, index or trigger that a statement of the schema makes.
  static func name(of statement: String) -> String { String(statement.split(separator: " ")[2]) }

  /// - `event`: `envelope` holds the exact canonical bytes that are hashed; the columns beside it are its index.
  /// - `part`: a part of a payload with its salt, apart, so that it can be erased without touching the envelope.
  /// - `node`: the complete nodes of the Merkle tree in the order in which they became complete (`TreeNode.storedIndex`).
  ///
  /// The triggers keep honest programs honest; whoever drops them is found by `verify`.
  static let schema = [
    """
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      subject TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision > 0),
      kind TEXT NOT NULL,
      recorded INTEGER NOT NULL,
      envelope BLOB NOT NULL,
      UNIQUE (subject, revision)
    ) STRICT
    """,
    "CREATE INDEX event_kind ON event (kind, position)",
    "CREATE INDEX event_recorded ON event (recorded, position)",
    """
    CREATE TABLE part (
      position INTEGER NOT NULL REFERENCES event (position),
      name TEXT NOT NULL CHECK (name IN ('data', 'sources')),
      salt BLOB NOT NULL CHECK (length(salt) = 32),
      content BLOB NOT NULL,
      PRIMARY KEY (position, name)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE node (number INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT",
    """
    CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a correction'); END
    """,
    """
    CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a retraction'); END
    """,
    """
    CREATE TRIGGER event_is_dense BEFORE INSERT ON event
      WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM event)
        OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
        OR NEW.revision <> (SELECT coalesce(max(revision), 0) + 1 FROM event WHERE subject = NEW.subject)
      BEGIN SELECT raise(ABORT, 'the log is append-only: positions and revisions are dense, ids are unique'); END
    """,
    """
    CREATE TRIGGER part_is_append_only_update BEFORE UPDATE ON part
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a correction'); END
    """,
    // A part goes only where a redaction on record names its event.
    """
    CREATE TRIGGER part_is_append_only_delete BEFORE DELETE ON part
      WHEN NOT EXISTS (
        SELECT 1 FROM event AS redaction, event AS target
        WHERE target.position = OLD.position AND redaction.kind = '\(Event.redactionKind)'
          AND json_extract(CAST(redaction.envelope AS TEXT), '$.causation')
            = json_extract(CAST(target.envelope AS TEXT), '$.id'))
      BEGIN SELECT raise(ABORT, 'the log is append-only: a part is erased with redact'); END
    """,
    """
    CREATE TRIGGER part_is_append_only_insert BEFORE INSERT ON part
      WHEN EXISTS (SELECT 1 FROM part WHERE position = NEW.position AND name = NEW.name)
        OR NEW.position < (SELECT max(position) FROM event)
      BEGIN SELECT raise(ABORT, 'the log is append-only: a part comes with its event'); END
    """,
    """
    CREATE TRIGGER node_is_append_only_update BEFORE UPDATE ON node
      BEGIN SELECT raise(ABORT, 'the log is append-only: its tree only grows'); END
    """,
    """
    CREATE TRIGGER node_is_append_only_delete BEFORE DELETE ON node
      BEGIN SELECT raise(ABORT, 'the log is append-only: its tree only grows'); END
    """,
    """
    CREATE TRIGGER node_is_dense BEFORE INSERT ON node
      WHEN NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM node)
      BEGIN SELECT raise(ABORT, 'the log is append-only: its tree only grows'); END
    """,
  ]
}
