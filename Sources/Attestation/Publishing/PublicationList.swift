internal import CanonicalJSON
internal import ExactText
internal import SQLiteStorage

/// Where a workspace publishes its log, in the file `publications` (JSON Lines), so that an erasure reaches there too.
public struct PublicationList: Sendable {
  public struct Entry: Sendable, Hashable {
    public var folder: String
    public var envelopesOnly: Bool
  }

  private let path: String

  public init(workspace: String) { path = workspace + "/" + WorkspaceLayout.publications }

  public func entries() throws -> [Entry] {
    try (DurableFile.text(path) ?? "").lines.enumerated().filter { !$1.isEmpty }.map { number, line in
      guard let json = try? JSONReader.read(Array(line.utf8)), let folder = json["folder"]?.string,
        folder.hasPrefix("/"),
        let envelopesOnly = json["envelopes_only"]?.bool
      else {
        throw AttestationError(.invalid, "\(path):\(number + 1) names no published folder; mend or delete the line")
      }
      return Entry(folder: folder, envelopesOnly: envelopesOnly)
    }
  }

  /// Remembers a folder, and how it is published.
  /// - Parameter folder: an absolute path.
  public func remember(_ folder: String, envelopesOnly: Bool) throws {
    let lock = try WriterLock(path: path + ".lock")
    defer { lock.release() }
    let entry = Entry(folder: folder, envelopesOnly: envelopesOnly)
    let known = try entries()
    // By bytes: two folders may have one name to `String`.
    func isSame(_ known: Entry) -> Bool { known.folder.utf8.elementsEqual(folder.utf8) }
    if known.contains(where: { isSame($0) && $0.envelopesOnly == envelopesOnly }) { return }
    let lines = (known.filter { !isSame($0) } + [entry]).map { entry in
      CanonicalWriter.text(of: ["folder": .string(entry.folder), "envelopes_only": .bool(entry.envelopesOnly)]) + "\n"
    }
    try DurableFile.write(lines.joined(), to: path)
  }
}
