internal import Glibc
internal import ExactText

/// Who else on the machine may get at a workspace, and where its names lead.
public enum WorkspaceAccess {
  /// What is written to, and what decides what is. Folders of definitions, plug-ins and backups may be elsewhere.
  private static let own =
    [
      WorkspaceLayout.settings, WorkspaceLayout.log, WorkspaceLayout.views, WorkspaceLayout.pendingErasure,
      WorkspaceLayout.publications,
    ] + folders
  /// Folders of ours that everything in is ours.
  private static let folders = [
    WorkspaceLayout.audits, WorkspaceLayout.checkpoints, WorkspaceLayout.tiles, WorkspaceLayout.imports,
    WorkspaceLayout.keys, WorkspaceLayout.witnessed,
  ]

  /// Whether a name in a workspace's folder is one that the program gives, or begins with one: `log.sqlite-wal`.
  public static func isOwn(_ name: String) -> Bool {
    own.contains { name == $0 || name.hasPrefix($0 + "-") || name.hasPrefix($0 + ".") }
  }

  /// Refuses a workspace in which a name of ours is neither a file nor a folder: through a symbolic link, whoever unpacks a stranger's
  /// workspace would write where the stranger says, and what is erased would be left where it leads.
  /// - Throws: `AttestationError`; `invalid` for a link, `failed` where the folder cannot be read.
  public static func check(_ workspace: String) throws(AttestationError) {
    let names = try DurableFile.strangeNames(in: workspace).filter(isOwn)
    var nested: [String] = []
    for folder in folders {
      nested += try DurableFile.strangeNames(in: workspace + "/" + folder).map { folder + "/" + $0 }
    }
    guard let name = (names + nested).first else { return }
    throw AttestationError(
      .invalid,
      "\(workspace)/\(name) is a symbolic link, or no file, which is not followed there; put the file or folder itself there, or move "
        + "the whole workspace to where it leads")
  }

  /// What is open to others and is not to be, with the remedy; empty where the folder and its private keys are for their owner
  /// only. Looks at permissions alone, so it can be asked at every start.
  public static func remarks(on workspace: String) -> [String] {
    var remarks: [String] = []
    if let mode = DurableFile.permissions(workspace), mode & 0o077 != 0 {
      remarks.append(
        "others on this machine may look into \(workspace); close it with: chmod 700 \(workspace.shellPath)")
    }
    for file in KeyRing(workspace: workspace).exposedFiles() {
      remarks.append(
        "others may read the private key \(file), so nothing is signed with it; close it with: chmod 600 \(file.shellPath)"
      )
    }
    return remarks
  }
}
