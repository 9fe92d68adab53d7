internal import ExactText
internal import SQLiteStorage

/// Marks, in the file `erasure.pending` of a workspace, that an erasure was begun and not finished: what was erased may
/// still be somewhere in the workspace's files.
public struct PendingErasure: Sendable {
  private let path: String

  public init(workspace: String) { path = workspace + "/" + WorkspaceLayout.pendingErasure }

  /// The event whose erasure was begun; `nil` where nothing is pending.
  public func event() throws -> String? { try DurableFile.text(path).map { String($0.lines.first ?? "") } }

  /// Erases in turn: the mark is that of one event. The kernel lets go with the process.
  /// - Throws: `StorageError.locked` where another process does not end in time.
  public func locked<T>(_ body: () throws -> T) throws -> T {
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    return try body()
  }

  /// Whether a process is erasing just now, so that the mark does not stand for one that was interrupted.
  public var isUnderWay: Bool {
    guard let lock = try? WriterLock(path: path + ".lock", timeout: .zero) else { return true }
    lock.release()
    return false
  }

  public func begin(_ event: String) throws { try DurableFile.write("\(event)\n", to: path) }

  public func finish() { DurableFile.remove(path) }
}
