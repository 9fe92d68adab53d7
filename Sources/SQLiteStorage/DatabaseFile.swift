public import GRDB
internal import GRDBSQLite
internal import ExactText
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
  /// Pages in the WAL, of 4 KiB each, above which a writer checkpoints after its transaction. More than SQLite's 1000: pages that
  /// one transaction after the other writes are copied once.
  public static let checkpointPages = 4000

  /// Memory for pages of the writing connection. A transaction that changes more writes pages to the WAL more than once.
  private static let writerCacheKilobytes = 65_536

  public enum Durability: String, Sendable {
    /// Every commit reaches the disk before it is acknowledged.
    case full = "FULL"
    /// A power cut may lose the last commits, never the file's consistency; for what can be rebuilt.
    case normal = "NORMAL"
  }

  public let path: String
  private let durability: Durability
  private let isErasable: Bool
  /// The writing connection, opened when something is written: most commands only read.
  private let writer = Mutex<DatabaseQueue?>(nil)
  /// Reading connections that nobody uses just now. GRDB's pool opens two where one is needed, which is most of the time that a
  /// short question takes.
  private let readers = Mutex<[DatabaseQueue]>([])
  /// Pages in the WAL after the last commit of the writing connection. The file's size does not tell: a WAL that was
  /// checkpointed is written again from its start, and stays as long as it was.
  private let walPages = WALPages()

  /// Opens or creates the file. Takes no lock where the file is prepared already, so that nobody waits for a long append only to
  /// read.
  /// - Parameters:
  ///   - isErasable: whether what is deleted is overwritten at once (`PRAGMA secure_delete`).
  ///   - isPrepared: whether the file has its tables, in their newest form.
  ///   - check: throws where the file is not ours to prepare; it is not touched then.
  ///   - copy: where a copy of the file as it is goes before it is prepared; `nil` where none is needed.
  ///   - prepare: makes the tables, in a writing transaction.
  /// - Throws: `StorageError`, and what `check`, `copy` and `prepare` throw.
  public init(
    path: String, durability: Durability, isErasable: Bool = false, isPrepared: (Database) throws -> Bool,
    check: (Database) throws -> Void = { _ in }, copy: (Database) throws -> String? = { _ in nil },
    prepare: (Database) throws -> Void
  ) throws {
    self.path = path
    self.durability = durability
    self.isErasable = isErasable
    // A connection that only reads cannot undo what a process left that was killed while it made the file; the writing one does,
    // and it says what is wrong where that is not it.
    let isThere = access(path, F_OK) == 0
    let isReady = Result { try isThere && reading { try ($1 || Self.isInWALMode($0)) && isPrepared($0) } }
    if case .success(true) = isReady { return }
    let lock: WriterLock
    do {
      lock = try WriterLock(path: path + ".lock")
    } catch {
      guard isThere, case .file = error else { throw error }
      // Who cannot write here cannot prepare the file, but can be told what is the matter with it.
      _ = try isReady.get()
      try read(check)
      throw StorageError.database(
        path: path,
        reason:
          "it is to be brought up to date first, and cannot be written here; copy the folder to where you can write")
    }
    defer { lock.release() }
    // For its owner only; SQLite gives the files beside it the same permissions.
    let created = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard created >= 0 || errno != ELOOP else {
      throw StorageError.file(path: path, reason: String(cString: strerror(errno)))
    }
    if created >= 0 { close(created) }
    try writing { writer in
      try writer.read(check)
      if let copy = try writer.read(copy) { try Self.copy(writer, to: copy) }
      try writer.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try writer.write(prepare)
    }
  }

  private static func isInWALMode(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
  }

  /// Writes what a database holds to a file, for its owner only, that is there whole or not at all, and on the disk.
  private static func copy(_ database: DatabaseQueue, to path: String) throws {
    let unfinished = path + ".new"
    unlink(unfinished)
    do {
      func failed() -> StorageError { .copy(path: path, reason: String(cString: strerror(errno))) }
      // SQLite takes a file that is there and empty, and leaves its permissions.
      let made = open(unfinished, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard made >= 0 else { throw failed() }
      defer { close(made) }
      do {
        try database.inDatabase { db in
          try Self.attaching(db) { try db.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
        }
      } catch let error as DatabaseError where error.resultCode != .SQLITE_CORRUPT {
        throw StorageError.copy(path: path, reason: error.message ?? "\(error)")
      }
      guard fsync(made) == 0, rename(unfinished, path) == 0 else { throw failed() }
      // A new name is on the disk only when its folder is.
      let folder = open(path.folderOfPath, O_RDONLY | O_CLOEXEC)
      guard folder >= 0 else { throw failed() }
      defer { close(folder) }
      guard fsync(folder) == 0 else { throw failed() }
    } catch {
      unlink(unfinished)
      throw error
    }
  }

  /// Opens a file that is there, to be looked at as it is: nothing is made or brought up to date.
  /// - Throws: `StorageError`, also where the file is not there.
  public init(existing path: String) throws {
    self.path = path
    (durability, isErasable) = (.full, true)
    try read { _ = try Int.fetchOne($0, sql: "PRAGMA schema_version") }
  }

  /// SQLite attaches the file that it writes for `VACUUM`.
  private static func attaching(_ db: Database, _ body: () throws -> Void) rethrows {
    sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 1)
    defer { sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0) }
    try body()
  }

  private static func configuration(_ label: String, isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    configuration.label = label
    configuration.readonly = isReadOnly
    // No SQL that a file may bring along reaches another file.
    configuration.prepareDatabase { sqlite3_limit($0.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0) }
    return configuration
  }

  /// The writing connection; whoever uses it has the lock.
  private func writing<T>(_ body: (DatabaseQueue) throws -> T) throws -> T {
    try Self.naming(path) {
      let connection = try writer.withLock { writer in
        if let writer { return writer }
        let opened = try DatabaseQueue(
          path: path, configuration: Self.configuration("dealtrail.writer", isReadOnly: false))
        try opened.inDatabase { db in
          try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
          try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
          try db.execute(sql: "PRAGMA cache_size = -\(Self.writerCacheKilobytes)")
          try db.execute(sql: "PRAGMA secure_delete = \(isErasable ? 1 : 0)")
          walPages.watch(db.sqliteConnection!)
        }
        writer = opened
        return opened
      }
      return try body(connection)
    }
  }

  /// Runs `body` and says with SQLite's errors which file they are about.
  private static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      let reason = error.message ?? "\(error)"
      if [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
        throw StorageError.damaged(path: path, reason: reason)
      }
      let isOnReadOnlyMedium = isAboutBeside(error) && ReadOnlyMedium.holds(path)
      throw StorageError.database(
        path: path,
        reason: isOnReadOnlyMedium
          ? "SQLite needs to write beside it, which cannot be done here; copy the folder to where you can write"
          : reason)
    }
  }

  /// Whether an error may be that SQLite cannot make its files beside the database.
  private static func isAboutBeside(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
  }

  deinit {
    // Closing the last connection that may write checkpoints the WAL. Without the lock, which another writer has, the WAL stays
    // for that one.
    guard let writer = writer.withLock({ $0 }), let lock = try? WriterLock(path: path + ".lock", timeout: .zero) else {
      return
    }
    readers.withLock { for reader in $0 { try? reader.close() } }
    try? writer.close()
    lock.release()
  }

  /// One read transaction: all that `body` reads belongs to one state of the file.
  /// - Throws: `StorageError`, and what `body` throws.
  public func read<T>(_ body: (Database) throws -> T) throws -> T { try reading { db, _ in try body(db) } }

  /// ``read(_:)``, which also tells `body` whether the file is one that nobody here can write.
  private func reading<T>(_ body: (Database, _ isUnchanging: Bool) throws -> T) throws -> T {
    try Self.naming(path) {
      let configuration = Self.configuration("dealtrail.reader", isReadOnly: true)
      let reader: DatabaseQueue
      do {
        reader = try readers.withLock { $0.popLast() } ?? DatabaseQueue(path: path, configuration: configuration)
      } catch let error as DatabaseError where Self.isAboutBeside(error) {
        guard let medium = ReadOnlyMedium(path) else { throw error }
        return try medium.read(configuration) { try body($0, true) }
      }
      defer { readers.withLock { $0.append(reader) } }
      return try reader.read { try body($0, false) }
    }
  }

  /// One write transaction under the writer's lock, begun with `BEGIN IMMEDIATE`; checkpoints a large WAL after it.
  public func write<T>(_ body: (Database) throws -> T) throws -> T {
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    return try writing { writer in
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
    try writing { writer in
      try writer.inDatabase { db in
        try Self.attaching(db) { try db.execute(sql: "VACUUM") }
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
    try writing { try $0.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 } }
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
