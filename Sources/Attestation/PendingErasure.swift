/// Marks, in the file `erasure.pending` of a workspace, that an erasure was begun and not finished: what was erased may
/// still be somewhere in the workspace's files.
public struct PendingErasure: Sendable {
  private let path: String

  public init(workspace: String) { path = workspace + "/erasure.pending" }

  /// The event whose erasure was begun; `nil` where nothing is pending.
  public func event() throws -> String? { try DurableFile.text(path).map { String($0.prefix { $0 != "\n" }) } }

  public func begin(_ event: String) throws { try DurableFile.write(Array("\(event)\n".utf8), to: path) }

  public func finish() { DurableFile.remove(path) }
}
