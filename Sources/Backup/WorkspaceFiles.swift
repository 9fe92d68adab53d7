internal import Attestation
internal import Glibc

/// The files of a workspace beside its databases: what a backup takes along, and what it leaves.
struct WorkspaceFiles {
  let workspace: String
  /// Folders that are not looked into, as absolute paths: that of the backups.
  let excluded: [String]

  /// Largest file that is taken along, in bytes.
  static let maximumBytes = 1 << 30

  struct Listing {
    /// Paths from the workspace's folder, sorted.
    var files: [(path: String, mode: Int)] = []
    /// What was left and is not derived from the log: links, files that are too large.
    var left: [String] = []
  }

  /// Databases, which are backed up as records or made anew; what a running process needs; private keys.
  private static func isLeft(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ["log.sqlite", "views.sqlite"].contains { path == $0 || path.hasPrefix($0 + "-") } || name == ".lock"
      || name.hasSuffix(".lock") || DurableFile.isTemporary(name) || path.hasPrefix("checkpoints/tile/")
  }

  static let secrets: Set<String> = ["keys/signer", "keys/signer.next", "keys/witness"]

  /// - Parameter includesKeys: whether private keys are among them.
  func listing(includesKeys: Bool) -> Listing {
    var listing = Listing()
    list("", includesKeys, into: &listing)
    return listing
  }

  private func list(_ folder: String, _ includesKeys: Bool, into listing: inout Listing) {
    for name in DurableFile.names(in: folder.isEmpty ? workspace : workspace + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      var status = stat()
      guard !excluded.contains(Self.absolute(workspace + "/" + path)), lstat(workspace + "/" + path, &status) == 0,
        !Self.isLeft(path)
      else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: list(path, includesKeys, into: &listing)
      case S_IFREG where Self.secrets.contains(path) && !includesKeys: continue
      case S_IFREG where status.st_size <= Self.maximumBytes && BackupManifest.isInside(path):
        listing.files.append((path, Int(status.st_mode & 0o777)))
      default: listing.left.append(path)
      }
    }
  }

  /// The path without links and dots, as far as it is there.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
