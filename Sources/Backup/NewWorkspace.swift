internal import Attestation
internal import Foundation

/// A workspace that is made in a folder beside its place, and takes its name once it is whole.
enum NewWorkspace {
  /// - Parameter body: makes the workspace in the folder that it is given. What it throws leaves nothing.
  /// - Throws: `AttestationError.failed` where there is something at `path` already, and what `body` throws.
  static func make<T>(at path: String, _ body: (String) throws -> T) throws -> T {
    if path.isEmpty { throw AttestationError(.failed, "the new workspace has no name; is a variable not set?") }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isThere || isFolder.boolValue && DurableFile.names(in: path).isEmpty else {
      throw AttestationError(.failed, "there is something at \(path) already; name a new folder. Nothing was written")
    }
    let place = URL(filePath: path).standardizedFileURL.path
    for leftover in leftovers(beside: place) where kill(pid_t(leftover.split(separator: "-").last ?? "") ?? 0, 0) != 0 {
      try DurableFile.removeTree(leftover)
    }
    // Found out now and not at the end: a folder that is mounted, or that somebody stands in, cannot be replaced.
    if isThere, rmdir(place) != 0 {
      throw AttestationError(
        .failed,
        "\(path) cannot be replaced (\(String(cString: strerror(errno)))); name a new folder, such as \(place)/workspace"
      )
    }
    let made = place + suffix + String(getpid())
    try DurableFile.removeTree(made)
    try DurableFile.makeFolder(made, mode: 0o700)
    do {
      let result = try body(made)
      DurableFile.syncAll()
      guard rename(made, place) == 0 else {
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
