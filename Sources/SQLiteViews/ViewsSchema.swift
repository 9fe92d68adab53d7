internal import ExactText
internal import GRDB

/// The engine's own tables in `views.sqlite`. Everything here follows from the log and may be deleted at any time.
enum ViewsSchema {
  /// `PRAGMA user_version`: a file of another version is emptied and computed again.
  static let version = 4

  static func isPrepared(_ db: Database) throws -> Bool {
    try isOurs(db) && Int.fetchOne(db, sql: "PRAGMA user_version") == version
  }

  /// Whether there are views, of whatever version, or nothing at all.
  static func isOurs(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
      && Bool.fetchOne(
        db, sql: "SELECT count(*) = 0 OR sum(name = 'engine_index') FROM sqlite_schema") == true
  }

  static func prepare(_ db: Database) throws { if try !isPrepared(db) { try empty(db) } }

  /// Drops every table and makes the engine's own ones new.
  static func empty(_ db: Database) throws {
    // A virtual table owns others, which go with it, so it goes first.
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'")
    for table in tables where !table.hasPrefix("sqlite_") {
      try db.execute(sql: "DROP TABLE IF EXISTS \(table.sqlIdentifier)")
    }
    try db.execute(sql: definitions)
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Where the events of a subject are.
  static let indexBySubject = "CREATE INDEX IF NOT EXISTS engine_touch_subject ON engine_touch (subject, position)"

  /// - `engine_index`: how far the index below has read the log, which event is there, and by which vocabulary.
  /// - `engine_touch`: which events may matter to which subject, and the position that made it so: most often the event's own.
  /// - `engine_amendment`: which event is about which.
  /// - `engine_projection`: how far each projection's rows stand, for the live and for the growing generation.
  /// - `engine_subject`: what each projection made of each subject.
  private static let definitions = """
    CREATE TABLE engine_index (
      one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, event BLOB, fingerprint TEXT NOT NULL
    ) STRICT;
    INSERT INTO engine_index VALUES (1, 0, NULL, '');
    CREATE TABLE engine_touch (
      position INTEGER NOT NULL, subject TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (position, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX engine_touch_since ON engine_touch (since) WHERE since > position;
    \(indexBySubject);
    CREATE TABLE engine_amendment (
      position INTEGER PRIMARY KEY, id BLOB NOT NULL, target BLOB NOT NULL
    ) STRICT;
    CREATE INDEX engine_amendment_target ON engine_amendment (target);
    CREATE TABLE engine_projection (
      generation TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL, parameters TEXT NOT NULL, position INTEGER NOT NULL,
      models TEXT NOT NULL, PRIMARY KEY (generation, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE engine_subject (
      generation TEXT NOT NULL, projection TEXT NOT NULL, subject TEXT NOT NULL, rows INTEGER NOT NULL,
      digest BLOB NOT NULL, failure TEXT, failed_position INTEGER, may_pass INTEGER NOT NULL, PRIMARY KEY (generation, projection, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX engine_subject_failure ON engine_subject (generation, projection) WHERE failure IS NOT NULL;
    """
}
