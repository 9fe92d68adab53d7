internal import EventLog
internal import GRDB

extension SQLiteEventStore {
  /// `PRAGMA application_id`: "DTRL" in ASCII, so that `file` and others can tell the format.
  static let applicationID = 0x4454_524C
  /// `PRAGMA user_version`: the format of `log.sqlite`.
  static let formatVersion = 1

  /// Creates the tables of an empty file and refuses a file of another application or of a newer format.
  static func prepare(_ db: Database) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if application == applicationID {
      guard version <= formatVersion else {
        throw EventStoreError(
          .unknownFormat,
          "this log has format \(version), newer than the \(formatVersion) that this version reads; update dealtrail")
      }
      return
    }
    guard application == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
      throw EventStoreError(.unknownFormat, "this SQLite file is not a Dealtrail log")
    }
    try db.execute(sql: schema)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(formatVersion)")
  }

  /// `envelope` holds the exact canonical bytes that are hashed; the columns beside it are its index.
  /// A part of the payload is a row of its own with its salt, so that it can be erased without touching the envelope.
  private static let schema = """
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      subject TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision > 0),
      kind TEXT NOT NULL,
      recorded INTEGER NOT NULL,
      envelope BLOB NOT NULL,
      UNIQUE (subject, revision)
    ) STRICT;
    CREATE INDEX event_kind ON event (kind, position);
    CREATE INDEX event_recorded ON event (recorded, position);
    CREATE TABLE part (
      position INTEGER NOT NULL REFERENCES event (position),
      name TEXT NOT NULL CHECK (name IN ('data', 'sources')),
      salt BLOB NOT NULL CHECK (length(salt) = 32),
      content BLOB NOT NULL,
      PRIMARY KEY (position, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a correction'); END;
    CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a retraction'); END;
    CREATE TRIGGER event_is_dense BEFORE INSERT ON event
      WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM event)
        OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
        OR NEW.revision <> (SELECT coalesce(max(revision), 0) + 1 FROM event WHERE subject = NEW.subject)
      BEGIN SELECT raise(ABORT, 'the log is append-only: positions and revisions are dense, ids are unique'); END;
    CREATE TRIGGER part_is_append_only_update BEFORE UPDATE ON part
      BEGIN SELECT raise(ABORT, 'the log is append-only: append a correction'); END;
    CREATE TRIGGER part_is_append_only_delete BEFORE DELETE ON part
      BEGIN SELECT raise(ABORT, 'the log is append-only: a part is erased with redact'); END;
    CREATE TRIGGER part_is_append_only_insert BEFORE INSERT ON part
      WHEN EXISTS (SELECT 1 FROM part WHERE position = NEW.position AND name = NEW.name)
        OR NEW.position < (SELECT max(position) FROM event)
      BEGIN SELECT raise(ABORT, 'the log is append-only: a part comes with its event'); END;
    """
}
