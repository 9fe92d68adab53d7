internal import Attestation
internal import Foundation
internal import Glibc
internal import ExactText

/// The files of a workspace beside its databases: what a backup takes along, and what it leaves.
struct WorkspaceFiles {
  let workspace: String

  /// Largest file that is taken along, in bytes.
  static let maximumBytes = 1 << 29

  struct Listing {
    /// Paths from the workspace's folder, sorted.
    var files: [(path: String, mode: Int)] = []
    /// What was left and is not derived from the log: links, files that are too large.
    var left: [String] = []
  }

  /// Databases, which are backed up as records or made anew, and the locks and temporaries of running processes.
  static func isLeft(_ path: String) -> Bool {
    let name = path.pathNames.last.map(String.init) ?? path
    return [WorkspaceLayout.log, WorkspaceLayout.views].contains {
      path == $0 || path.hasPrefix($0 + "-") || path.hasPrefix($0 + ".")
    }
      || locks.contains(path) || name == ".lock" || DurableFile.isTemporary(name)
      || path.hasPrefix(WorkspaceLayout.tiles + "/")
  }

  private static let locks: Set<String> = [
    WorkspaceLayout.pendingErasure + ".lock", WorkspaceLayout.publications + ".lock",
  ]

  static let secrets: Set<String> = [
    WorkspaceLayout.signer, WorkspaceLayout.nextSigner, WorkspaceLayout.witness,
  ]

  /// - Parameter includesKeys: whether private keys are among them.
  func listing(includesKeys: Bool) -> Listing {
    var listing = Listing()
    list("", includesKeys, into: &listing)
    return listing
  }

  private func list(_ folder: String, _ includesKeys: Bool, into listing: inout Listing) {
    guard let names = try? DurableFile.allNames(in: folder.isEmpty ? workspace : workspace + "/" + folder) else {
      listing.left.append(folder + "/")
      return
    }
    for name in names {
      let path = folder.isEmpty ? name : folder + "/" + name
      if Self.isLeft(path) { continue }
      var status = stat()
      // A name that is not UTF-8 is not found by what it is shown as.
      guard lstat(workspace + "/" + path, &status) == 0 else {
        listing.left.append(path)
        continue
      }
      switch status.st_mode & S_IFMT {
      // Backups hold what was erased since, and another workspace has keys and a log of its own: no part of this one.
      case S_IFDIR where has(path, BackupFolder.marker): continue
      case S_IFDIR where has(path, WorkspaceLayout.log) || has(path, WorkspaceLayout.settings):
        listing.left.append(path + "/")
      case S_IFDIR: list(path, includesKeys, into: &listing)
      case S_IFREG where !includesKeys && (Self.secrets.contains(path) || isPrivateKey(path)): continue
      case S_IFREG where status.st_size <= Self.maximumBytes && BackupManifest.isInside(path):
        listing.files.append((path, Int(status.st_mode & 0o777)))
      case S_IFLNK where has(path, BackupFolder.marker): continue
      default: listing.left.append(path)
      }
    }
  }

  /// Whether a file begins as a private key does, under whatever name.
  private func isPrivateKey(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: workspace + "/" + path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: Self.keyStart.count))?.elementsEqual(Self.keyStart) == true
  }

  /// How `golang.org/x/mod/sumdb/note` begins one.
  private static let keyStart = Array("PRIVATE+KEY+".utf8)

  private func has(_ folder: String, _ name: String) -> Bool {
    DurableFile.permissions("\(workspace)/\(folder)/\(name)") != nil
  }
}
