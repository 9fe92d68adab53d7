internal import CanonicalJSON
internal import Foundation
internal import ExactText

#if canImport(Glibc)
  internal import Glibc
#endif

/// Which plug-ins of which workspaces this account runs. A workspace may come from a stranger, so what its `dealtrail.yaml`
/// declares does not run before its owner here has said so; and not any more once the declaration or the plug-in's folder has
/// changed.
///
/// The file is the account's own, `$XDG_CONFIG_HOME/dealtrail/plugins.jsonl` (`~/.config` where that is not set): a line for
/// each plug-in that is trusted, with the digest of what it was then.
public struct PluginTrust: Sendable {
  /// Largest file that is read, in bytes.
  static let maximumBytes = 4 << 20

  /// Where the decisions are kept.
  public let file: String

  /// That of the account that runs this process.
  public init() {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path
    let configuration = folder("XDG_CONFIG_HOME") ?? home + "/.config"
    file = configuration + "/dealtrail/plugins.jsonl"
  }

  /// Why a decision cannot be read or kept.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  private struct Decision: Hashable {
    var workspace: String
    var plugin: String
    var fingerprint: String

    init(_ plugin: PluginDeclaration, _ fingerprint: String, _ workspace: String) {
      self.workspace = URL(filePath: workspace).standardizedFileURL.resolvingSymlinksInPath().path
      self.plugin = plugin.name
      self.fingerprint = fingerprint
    }

    init?(_ json: JSONValue) {
      guard let workspace = json["workspace"]?.string, let plugin = json["plugin"]?.string,
        let fingerprint = json["fingerprint"]?.string
      else { return nil }
      (self.workspace, self.plugin, self.fingerprint) = (workspace, plugin, fingerprint)
    }

    var line: String {
      CanonicalWriter.text(of: [
        "workspace": .string(workspace), "plugin": .string(plugin), "fingerprint": .string(fingerprint),
      ]) + "\n"
    }
  }

  /// Whether the plug-in may run as it is.
  /// - Throws: `Failure` where the file could be another's word, or cannot be read.
  public func isTrusted(
    _ plugin: PluginDeclaration, fingerprint: String, workspace: String
  ) throws(Failure) -> Bool {
    try decisions().contains(Decision(plugin, fingerprint, workspace))
  }

  /// Lets a plug-in run as it is now, or not any more.
  /// - Throws: `Failure` where that cannot be kept, or the plug-in's folder cannot be read.
  public func record(_ plugin: PluginDeclaration, workspace: String, isTrusted: Bool) throws(Failure) {
    let fingerprint: String
    do throws(PluginFolder.Fault) {
      fingerprint = isTrusted ? try plugin.fingerprint(in: workspace) : ""
    } catch {
      throw Failure(description: error.reason)
    }
    let folder = URL(filePath: file).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(description: "cannot make \(folder): \(error.localizedDescription)")
    }
    let lock = open(folder + "/plugins.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      throw Failure(description: "cannot lock \(folder): \(String(cString: strerror(errno)))")
    }
    defer { close(lock) }
    let decision = Decision(plugin, fingerprint, workspace)
    var kept = try decisions().filter { $0.workspace != decision.workspace || $0.plugin != decision.plugin }
    if isTrusted { kept.append(decision) }
    do {
      let text = kept.map(\.line).joined()
      // The rename of a whole file: a decision is there or not.
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    } catch {
      throw Failure(description: "cannot write \(file): \(error.localizedDescription)")
    }
  }

  /// None where there is no file. One line that cannot be read may have been a word against a plug-in: then nothing is
  /// trusted.
  private func decisions() throws(Failure) -> [Decision] {
    var status = stat()
    guard stat(file, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw Failure(description: "cannot read \(file): \(String(cString: strerror(errno)))")
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw Failure(
        description:
          "\(file) may be written by others, so it says nothing; make it yours alone: chmod 600 \(file.shellPath)")
    }
    guard status.st_size <= Self.maximumBytes, let data = FileManager.default.contents(atPath: file) else {
      throw Failure(description: "cannot read \(file), or it has more than \(Self.maximumBytes) bytes")
    }
    var decisions: [Decision] = []
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSONReader.read(Array(line)), let decision = Decision(json) else {
        throw Failure(description: "\(file) is damaged, so it says nothing; delete it, and trust your plug-ins again")
      }
      decisions.append(decision)
    }
    return decisions
  }
}
