public import GRDB
internal import GRDBSQLite
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One SQLite file in WAL mode, with its connections and its writer's lock.
///
/// Readers are read-only connections that never wait for writers. The one writing connection works, checkpoints the
/// WAL and closes only under the ``WriterLock`` beside the file.
public final class DatabaseFile: Sendable {
  /// Pages in the WAL, of 4 KiB each, above which a writer checkpoints after its transaction.
  public static let checkpointPages = 1000

  public enum Durability: String, Sendable {
    /// Every commit reaches the disk before it is acknowledged.
    case full = "FULL"
    /// A power cut may lose the last commits, never the file's consistency; for what can be rebuilt.
    case normal = "NORMAL"
  }

  public let path: String
  private let writer: DatabaseQueue
  /// Pages in the WAL after the last commit of the writing connection. The file's size does not tell: a WAL that was
  /// checkpointed is written again from its start, and stays as long as it was.
  private let walPages = WALPages()
  private let reader: DatabasePool

  /// Opens or creates the file and runs `prepare` in a writing transaction.
  /// - Parameter isErasable: whether what is deleted is overwritten at once (`PRAGMA secure_delete`).
  /// - Throws: `StorageError`, and what `prepare` throws.
  public init(
    path: String, durability: Durability, isErasable: Bool = false, prepare: (Database) throws -> Void
  ) throws {
    self.path = path
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    (writer, reader) = try Self.naming(path) { try Self.open(path, durability, isErasable, prepare) }
    writer.inDatabase { walPages.watch($0.sqliteConnection!) }
  }

  private static func open(
    _ path: String, _ durability: Durability, _ isErasable: Bool, _ prepare: (Database) throws -> Void
  ) throws -> (DatabaseQueue, DatabasePool) {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(60)
    configuration.label = "dealtrail.writer"
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    // GRDB sets synchronous=NORMAL after preparing a WAL database, so ours comes after opening.
    try writer.inDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try db.execute(sql: "PRAGMA secure_delete = \(isErasable ? 1 : 0)")
    }
    try writer.write(prepare)
    configuration.readonly = true
    configuration.label = "dealtrail.reader"
    return (writer, try DatabasePool(path: path, configuration: configuration))
  }

  /// Runs `body` and says with SQLite's errors which file they are about.
  private static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      let reason = error.message ?? "\(error)"
      throw [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        ? StorageError.damaged(path: path, reason: reason) : .database(path: path, reason: reason)
    }
  }

  deinit {
    // Closing the last connection checkpoints the WAL. Without the lock the WAL simply stays for the next writer.
    guard let lock = try? WriterLock(path: path + ".lock") else { return }
    try? reader.close()
    try? writer.close()
    lock.release()
  }

  /// One read transaction: all that `body` reads belongs to one state of the file.
  /// - Throws: `StorageError`, and what `body` throws.
  public func read<T>(_ body: (Database) throws -> T) throws -> T { try Self.naming(path) { try reader.read(body) } }

  /// One write transaction under the writer's lock, begun with `BEGIN IMMEDIATE`; checkpoints a large WAL after it.
  public func write<T>(_ body: (Database) throws -> T) throws -> T {
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    return try Self.naming(path) {
      try writer.inDatabase { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        if walPages.count > Self.checkpointPages { try db.checkpoint(.passive) }
        return result!
      }
    }
  }

  /// How long ``scrub()`` waits for readers of the old state.
  private static let scrubTimeout = Duration.seconds(60)

  /// Writes the file anew, so that nothing deleted is left in it, and empties the WAL. SQLite's `secure_delete` alone
  /// leaves copies behind that moving rows between pages made before.
  /// - Throws: `StorageError`; `locked` where a reader holds on to the old state for long.
  public func scrub() throws {
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    try Self.naming(path) {
      try writer.inDatabase { db in
        try db.execute(sql: "VACUUM")
        let deadline = ContinuousClock.now + Self.scrubTimeout
        while true {
          do {
            try db.checkpoint(.truncate)
          } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            guard ContinuousClock.now < deadline else { throw StorageError.locked(path: path) }
            usleep(50_000)
            continue
          }
          return
        }
      }
    }
  }

  /// How the writing connection acknowledges commits: SQLite's numbers, 2 for `FULL`, 1 for `NORMAL`.
  public func synchronous() throws -> Int {
    try writer.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }
}

/// Counts the pages in a WAL, as SQLite tells after each commit (https://www.sqlite.org/c3ref/wal_hook.html).
private final class WALPages: Sendable {
  private let pages = Atomic(0)

  var count: Int { pages.load(ordering: .relaxed) }

  /// - Parameter connection: closed before this goes.
  func watch(_ connection: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      connection,
      { context, _, _, pages in
        Unmanaged<WALPages>.fromOpaque(context!).takeUnretainedValue().pages.store(Int(pages), ordering: .relaxed)
        return SQLITE_OK
      }, context)
  }
}
