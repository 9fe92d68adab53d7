#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A database on a file system that is mounted read-only: a snapshot, a medium. SQLite reads one in WAL mode only with files beside it that it
/// makes (https://www.sqlite.org/wal.html#read_only_databases), or when it is told that nobody changes it.
public enum ReadOnlyMedium {
  /// Whether the file is on such a file system, and whole without a WAL.
  static func isUnchanging(_ path: String) -> Bool {
    var medium = statvfs()
    guard statvfs(path, &medium) == 0, UInt(medium.f_flag) & UInt(ST_RDONLY) != 0 else { return false }
    var wal = stat()
    return stat(path + "-wal", &wal) != 0 || wal.st_size == 0
  }

  /// How SQLite is to be asked for a file that is only read: its path, or an address (https://www.sqlite.org/uri.html) that says that nobody
  /// changes it.
  public static func address(of path: String) -> String {
    guard isUnchanging(path) else { return path }
    var address = "file:"
    for byte in path.utf8 {
      let isPlain = byte.isASCIILetterOrDigit || "/._-".utf8.contains(byte)
      address += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return address + "?immutable=1"
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
