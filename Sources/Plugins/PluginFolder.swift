internal import Crypto
internal import EventLog
internal import Foundation

/// The folder of a plug-in: everything in it is what the plug-in is, so that a file that is added or changed makes it another.
struct PluginFolder {
  /// Most files of a folder, and most bytes of all of them.
  static let maximumFiles = 2000
  static let maximumBytes = 64 << 20
  /// How much of a file is hashed at a time.
  private static let chunkBytes = 1 << 20

  /// Why a folder cannot be one of a plug-in.
  struct Fault: Error {
    var reason: String
  }

  let path: String

  /// A file by its path within the folder, and the SHA-256 of what is in it.
  typealias Digest = (path: String, hash: String)

  /// Every file, by the bytes of its path: two may have one name to `String`. Links are followed, and stand for what they lead to.
  func digests() throws(Fault) -> [Digest] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw Fault(reason: "its folder \(path) is not there, or cannot be read")
    }
    guard names.count <= Self.maximumFiles else {
      throw Fault(reason: "its folder \(path) has more than \(Self.maximumFiles) files")
    }
    var digests: [Digest] = []
    var left = Self.maximumBytes
    for name in names {
      var isFolder: ObjCBool = false
      let file = path + "/" + name
      // A folder behind a link is not walked through, so nothing in it is trusted.
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
        let type = (try? FileManager.default.attributesOfItem(atPath: file))?[.type] as? FileAttributeType
        if type == .typeSymbolicLink { throw Fault(reason: "\(file) is a link to a folder, which is not seen through") }
        continue
      }
      digests.append((name, try digest(of: file, left: &left)))
    }
    return digests
  }

  /// - Parameter left: how many bytes may still be read.
  private func digest(of file: String, left: inout Int) throws(Fault) -> String {
    guard let handle = FileHandle(forReadingAtPath: file) else { throw Fault(reason: "\(file) cannot be read") }
    defer { try? handle.close() }
    var hash = SHA256()
    while true {
      guard let chunk = try? handle.read(upToCount: Self.chunkBytes) ?? Data() else {
        throw Fault(reason: "\(file) cannot be read")
      }
      if chunk.isEmpty { return Hexadecimal.text(of: hash.finalize()) }
      left -= chunk.count
      guard left >= 0 else { throw Fault(reason: "its folder \(path) has more than \(Self.maximumBytes) bytes") }
      hash.update(data: chunk)
    }
  }
}
