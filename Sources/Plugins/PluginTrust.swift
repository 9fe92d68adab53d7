internal import CanonicalJSON
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#endif

/// Which plug-ins of which workspaces this account runs. A workspace may come from a stranger, so what its `dealtrail.yaml`
/// declares does not run before its owner here has said so; and not any more once the declaration, or a file that its command
/// names, has changed.
///
/// The file is the account's own, `$XDG_CONFIG_HOME/dealtrail/plugins.jsonl` (`~/.config` where that is not set): a line for
/// each decision, of which the last about a plug-in of a folder holds.
public struct PluginTrust: Sendable {
  /// Largest file that is read, in bytes.
  static let maximumBytes = 4 << 20

  private let file: String

  public init() {
    let environment = ProcessInfo.processInfo.environment
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
    file = configuration + "/dealtrail/plugins.jsonl"
  }

  /// Why a decision cannot be read or kept.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter workspace: its folder.
  /// - Throws: `Failure` where the file could be another's word, or cannot be read.
  public func isTrusted(_ plugin: String, fingerprint: String, workspace: String) throws(Failure) -> Bool {
    guard let data = try contents() else { return false }
    let folder = Self.real(workspace)
    var isTrusted = false
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let json = try? JSONReader.read(Array(line)), json["workspace"]?.string == folder,
        json["plugin"]?.string == plugin
      else { continue }
      isTrusted = json["trusted"]?.bool == true && json["fingerprint"]?.string == fingerprint
    }
    return isTrusted
  }

  /// Keeps a decision.
  /// - Throws: `Failure` where it cannot be written.
  public func record(
    _ plugin: String, fingerprint: String, workspace: String, isTrusted: Bool
  ) throws(Failure) {
    let line = CanonicalWriter.text(of: [
      "workspace": .string(Self.real(workspace)), "plugin": .string(plugin), "fingerprint": .string(fingerprint),
      "trusted": .bool(isTrusted),
    ])
    let folder = URL(filePath: file).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(description: "cannot make \(folder.path): \(error.localizedDescription)")
    }
    _ = try contents()
    let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(description: "cannot write \(file): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    // One write of a whole line: of two at once, neither is lost.
    let bytes = Array((line + "\n").utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw Failure(description: "cannot write \(file): \(String(cString: strerror(errno)))")
    }
  }

  /// `nil` where there is no file.
  private func contents() throws(Failure) -> [UInt8]? {
    var status = stat()
    guard stat(file, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw Failure(description: "cannot read \(file): \(String(cString: strerror(errno)))")
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw Failure(
        description: "\(file) may be written by others, so it says nothing; make it yours alone: chmod 600 \(file)")
    }
    guard status.st_size <= Self.maximumBytes, let data = FileManager.default.contents(atPath: file) else {
      throw Failure(description: "cannot read \(file), or it has more than \(Self.maximumBytes) bytes")
    }
    return [UInt8](data)
  }

  private static func real(_ folder: String) -> String {
    URL(filePath: folder).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
