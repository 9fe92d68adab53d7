import Attestation
import Foundation
import ExactText
import Transparency

/// Files that a person names on the command line.
enum InputFile {
  /// Largest file that is read, in bytes.
  static let maximumBytes = 64 << 20

  /// The bytes of a file, or of standard input for `-`.
  /// - Throws: `CommandFailure` where it cannot be read, or has more bytes than the limit.
  static func bytes(_ path: String, atMost limit: Int = maximumBytes) throws -> Data {
    let tooLarge = CommandFailure.invalid("\(path) has more than \(limit) bytes, the most that are read")
    // A size that a file says that it has is not read to find out.
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
    if path != "-", let size, size.intValue > limit { throw tooLarge }
    guard
      let data = path == "-"
        ? try? FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        : try? FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: limit + 1) ?? Data()
    else { throw CommandFailure.failed(reason(path)) }
    guard data.count <= limit else { throw tooLarge }
    return data
  }

  /// Why a file cannot be read.
  static func reason(_ path: String) -> String {
    var isFolder: ObjCBool = false
    guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "there is no file \(path)"
    }
    return "cannot read \(path)" + (isFolder.boolValue ? ": it is a folder" : "")
  }

  /// The text of a file, or of standard input for `-`.
  static func text(_ path: String, atMost limit: Int = maximumBytes) throws -> String {
    let data = try bytes(path, atMost: limit)
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure.invalid("\(path) is not text in UTF-8")
    }
    return text
  }

  /// Whether a file begins as a JSON object or array does.
  static func isJSON(_ path: String) throws -> Bool {
    guard let start = try? FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: 4096) ?? Data() else {
      throw CommandFailure.failed(reason(path))
    }
    return start.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 == 0x7B || $0 == 0x5B } ?? false
  }

  /// Refuses a file to write to that has something else in it, or is the workspace's own.
  /// - Parameters:
  ///   - beginnings: how a file begins that may be replaced.
  ///   - workspace: its folder; `nil` where there is none.
  /// - Throws: `CommandFailure`.
  static func check(output path: String, replaces beginnings: [String], workspace: String?) throws {
    func names(_ path: String) -> [Substring] { path.pathNames.filter { !$0.isEmpty } }
    func real(_ path: String) -> String { URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path }
    if let workspace {
      let (own, place) = (names(real(workspace)), names(real(path)))
      let inside = place.starts(with: own) ? place.dropFirst(own.count) : []
      if let first = inside.first, first != WorkspaceLayout.imports,
        inside.count > 1 || WorkspaceAccess.isOwn(String(first))
      {
        throw CommandFailure.usage("\(path) is a place of the workspace's own; write elsewhere")
      }
    }
    guard FileManager.default.fileExists(atPath: path) else { return }
    let start =
      DurableFile.isFile(path)
      ? try? FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: 64) ?? Data() : nil
    guard let start, start.isEmpty || beginnings.contains(where: { start.starts(with: $0.utf8) }) else {
      throw CommandFailure.usage(
        "\(path) is there, and has something else in it; name another file, or remove that one")
    }
  }

  /// Writes a result to a file, or to standard output where none is named.
  static func write(_ text: String, to path: String?) throws {
    guard let path else { return StandardOutput.write(text) }
    try DurableFile.write(text, to: path)
  }
}

extension VerifierKey {
  /// A key as a person types it: the key itself, or a file that has it, such as `keys/verifiers`, in which the one in use has no size
  /// beside it.
  static func typed(_ text: String) throws -> VerifierKey {
    do throws(TransparencyError) {
      return try VerifierKey(text)
    } catch {
      let inUse = ((try? InputFile.text(text)) ?? text).lines.filter { !$0.isEmpty && !$0.utf8.contains(0x20) }
      guard inUse.count == 1, let key = try? VerifierKey(String(inUse[0])) else {
        throw CommandFailure.invalid("\(error)")
      }
      return key
    }
  }
}
