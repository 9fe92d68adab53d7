#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An advisory lock (`flock`) on a file of its own, held by whoever writes to a database or checkpoints its WAL.
///
/// SQLite 3.7.0–3.51.2 can corrupt a database when one connection resets the WAL while another writes
/// (https://sqlite.org/wal.html#walresetbug), so writers and WAL checkpoints take turns here. The file is not the
/// database: closing any descriptor of the database would drop SQLite's own POSIX locks. The kernel releases the
/// lock with the process, so a killed writer leaves nothing to clean up.
public final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Waits up to `timeout` for the lock.
  /// - Throws: `StorageError.locked` at the time-out; `StorageError.file` when the file cannot be opened.
  public init(path: String, timeout: Duration = .seconds(60)) throws(StorageError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StorageError.file(path: path, reason: String(cString: strerror(errno))) }
    let deadline = ContinuousClock.now + timeout
    var pause: UInt32 = 200
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < deadline else {
        close(descriptor)
        throw StorageError.locked(path: path)
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    self.descriptor = descriptor
  }

  /// Lets the next writer in. Closing the descriptor releases the lock; call once.
  public func release() { close(descriptor) }
}
