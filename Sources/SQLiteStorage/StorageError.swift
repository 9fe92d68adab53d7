/// Why a database file could not be used.
public enum StorageError: Error, Sendable, CustomStringConvertible {
  /// The writer's lock was not free in time.
  case locked(path: String)
  /// A file of the database could not be opened.
  case file(path: String, reason: String)
  /// SQLite refused: the file is read-only, its disk is full …
  case database(path: String, reason: String)
  /// Whoever has a file writable wrote to it while it was read from where it is mounted read-only.
  case changed(path: String)
  /// The copy that goes before an upgrade cannot be made.
  case copy(path: String, reason: String)
  /// SQLite finds that the file is damaged, or no database at all.
  case damaged(path: String, reason: String)

  public var description: String {
    switch self {
    case .locked(let path):
      "another process is writing (lock file \(path)); wait for it to end, or find it with: fuser \(path)"
    case .changed(let path):
      "\(path) was written to while it was read from a read-only mount; run this again, or take a snapshot first"
    case .copy(let path, let reason):
      "cannot make \(path), the copy of the log that goes before it is brought up to date: \(reason). "
        + "It takes as much room as the log; nothing was changed"
    case .file(let path, let reason): "cannot open \(path): \(reason)"
    case .database(let path, let reason), .damaged(let path, let reason): "cannot use the database \(path): \(reason)"
    }
  }
}
