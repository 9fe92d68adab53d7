internal import GRDB
internal import GRDBSQLite
internal import ExactText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A database where nobody here can write: a snapshot, a medium, a folder that is mounted read-only. SQLite reads one in WAL mode
/// only with files beside it, which it cannot make there (https://www.sqlite.org/wal.html#read_only_databases), or when it is told that
/// the file does not change (https://www.sqlite.org/uri.html#uriimmutable). That may be wrong, since whoever has the file system
/// writable elsewhere may write; so it is looked at before and after.
struct ReadOnlyMedium {
  private let path: String
  private let state: State

  /// What tells that a file was written.
  private struct State: Equatable {
    var device: UInt64
    var file: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int

    /// `nil` where there is no file, or something beside it that has a part of what it holds.
    init?(_ path: String) {
      var status = stat()
      guard ["-wal", "-shm", "-journal"].allSatisfy({ stat(path + $0, &status) != 0 }), stat(path, &status) == 0 else {
        return nil
      }
      (device, file, size) = (UInt64(status.st_dev), UInt64(status.st_ino), Int64(status.st_size))
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  /// `nil` where the file can be written here, or is not whole by itself.
  init?(_ path: String) {
    guard Self.holds(path), sqlite3_compileoption_used("USE_URI") != 0, let state = State(path) else { return nil }
    (self.path, self.state) = (path, state)
  }

  /// Whether nothing can be made beside the file: it is mounted read-only, or belongs to somebody else.
  static func holds(_ path: String) -> Bool {
    access(path.folderOfPath, W_OK) != 0
  }

  /// One read of a file that does not change, by a connection of its own: it would never see that the file changed.
  /// - Throws: `StorageError.changed` where it did; what `body` throws.
  func read<T>(_ configuration: Configuration, _ body: (Database) throws -> T) throws -> T {
    let result = Result {
      let connection = try DatabaseQueue(path: address, configuration: configuration)
      defer { try? connection.close() }
      return try connection.read(body)
    }
    guard State(path) == state else { throw StorageError.changed(path: path) }
    return try result.get()
  }

  private var address: String {
    // After two slashes comes a host; with none, the path begins with its own.
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/._-".utf8.contains(byte)
      address += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return address + "?immutable=1"
  }
}
