internal import Attestation
internal import Glibc

/// The files of a workspace beside its databases: what a backup takes along, and what it leaves.
struct WorkspaceFiles {
  let workspace: String

  /// Largest file that is taken along, in bytes.
  static let maximumBytes = 1 << 30

  struct Listing {
    /// Paths from the workspace's folder, sorted.
    var files: [(path: String, mode: Int)] = []
    /// What was left and is not derived from the log: links, files that are too large.
    var left: [String] = []
  }

  /// Databases, which are backed up as records or made anew, and the locks and temporaries of running processes.
  static func isLeft(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ["log.sqlite", "views.sqlite"].contains {
      path == $0 || path.hasPrefix($0 + "-") || path.hasPrefix($0 + ".")
    }
      || locks.contains(path) || name == ".lock" || DurableFile.isTemporary(name) || path.hasPrefix("checkpoints/tile/")
  }

  private static let locks: Set<String> = ["erasure.pending.lock", "publications.lock"]

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
      guard lstat(workspace + "/" + path, &status) == 0, !Self.isLeft(path) else { continue }
      switch status.st_mode & S_IFMT {
      // Backups hold what was erased since; they are no part of another backup.
      case S_IFDIR where DurableFile.permissions("\(workspace)/\(path)/\(BackupFolder.marker)") != nil: continue
      case S_IFDIR: list(path, includesKeys, into: &listing)
      case S_IFREG where Self.secrets.contains(path) && !includesKeys: continue
      case S_IFREG where status.st_size <= Self.maximumBytes && BackupManifest.isInside(path):
        listing.files.append((path, Int(status.st_mode & 0o777)))
      default: listing.left.append(path)
      }
    }
  }
}
