internal import Attestation
internal import Foundation

/// A workspace that is made in a folder beside its place, and takes its name once it is whole.
enum NewWorkspace {
  /// - Parameter body: makes the workspace in the folder that it is given. What it throws leaves nothing.
  /// - Throws: `AttestationError.failed` where there is something at `path` already, and what `body` throws.
  static func make<T>(at path: String, _ body: (String) throws -> T) throws -> T {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isThere || isFolder.boolValue && DurableFile.names(in: path).isEmpty else {
      throw AttestationError(.failed, "there is something at \(path) already; name a new folder. Nothing was written")
    }
    let made = URL(filePath: path).standardizedFileURL.path + suffix + String(getpid())
    try DurableFile.removeTree(made)
    try DurableFile.makeFolder(made, mode: 0o700)
    do {
      let result = try body(made)
      DurableFile.syncAll()
      if isThere { DurableFile.removeFolder(path) }
      guard rename(made, path) == 0 else {
        throw AttestationError(.failed, "cannot name the workspace \(path): \(String(cString: strerror(errno)))")
      }
      DurableFile.syncAll()
      return result
    } catch {
      try? DurableFile.removeTree(made)
      throw error
    }
  }

  private static let suffix = ".unfinished-"

  /// Folders beside a workspace that are left of a run that was killed.
  static func leftovers(beside workspace: String) -> [String] {
    let url = URL(filePath: workspace).standardizedFileURL
    let folder = url.deletingLastPathComponent().path
    return DurableFile.names(in: folder).filter { $0.hasPrefix(url.lastPathComponent + suffix) }.map {
      folder + "/" + $0
    }
  }
}
