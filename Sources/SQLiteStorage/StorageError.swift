/// Why a database file could not be used.
public enum StorageError: Error, Sendable, CustomStringConvertible {
  /// The writer's lock was not free in time.
  case locked(path: String)
  /// A file of the database could not be opened.
  case file(path: String, reason: String)
  /// SQLite refused: the file is read-only, its disk is full …
  case database(path: String, reason: String)
  /// SQLite finds that the file is damaged, or no database at all.
  case damaged(path: String, reason: String)

  public var description: String {
    switch self {
    case .locked(let path):
      "another process is writing (lock file \(path)); wait for it to end, or find it with: fuser \(path)"
    case .file(let path, let reason): "cannot open \(path): \(reason)"
    case .database(let path, let reason), .damaged(let path, let reason): "cannot use the database \(path): \(reason)"
    }
  }
}
