/// Who else on the machine may get at a workspace.
public enum WorkspaceAccess {
  /// What is open to others and is not to be, with the remedy; empty where the folder and its private keys are for their owner
  /// only. Looks at permissions alone, so it can be asked at every start.
  public static func remarks(on workspace: String) -> [String] {
    var remarks: [String] = []
    if let mode = DurableFile.permissions(workspace), mode & 0o077 != 0 {
      remarks.append("others on this machine may look into \(workspace); close it with: chmod 700 \(workspace)")
    }
    for file in KeyRing(workspace: workspace).exposedFiles() {
      remarks.append(
        "others may read the private key \(file), so nothing is signed with it; close it with: chmod 600 \(file)")
    }
    return remarks
  }
}
