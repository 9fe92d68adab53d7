package import Glibc
internal import ExactText

/// Files that are whole or not there, and on the disk when the call returns.
package enum DurableFile {
  /// Largest file that is read at once, in bytes; keys, notes and proofs are far smaller, a bundle of payloads is not.
  package static let maximumBytes = 1 << 30
  /// Largest file of lines, such as of keys or folders, in bytes.
  package static let maximumTextBytes = 1 << 20

  /// Writes a file in one step: to a name beside it, then in its place. Makes its folders.
  /// - Parameters:
  ///   - mode: the permissions.
  ///   - syncs: whether it is on the disk at once; else after ``syncAll()``, for many files that one other makes valid.
  package static func write(
    _ bytes: some Collection<UInt8>, to path: String, mode: mode_t = 0o644, syncs: Bool = true
  ) throws(AttestationError) {
    try makeFolder(path.folderOfPath)
    let temporary = path + ".\(getpid())" + temporarySuffix
    func failed(_ what: String) -> AttestationError {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      return AttestationError(.failed, "cannot \(what) \(path): \(reason)")
    }
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failed("write") }
    let isWritten = Array(bytes).withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      // The mask of the process may have taken permissions away, never added any.
      return fchmod(descriptor, mode) == 0 && (!syncs || fsync(descriptor) == 0)
    }
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(temporary, path) == 0 else { throw failed("write") }
    if syncs { try syncFolder(path.folderOfPath) }
  }

  package static func write(_ text: String, to path: String, mode: mode_t = 0o644) throws(AttestationError) {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  /// Puts everything that was written on the disk. On Linux the call waits until it is there.
  package static func syncAll() { sync() }

  private static let temporarySuffix = ".tmp"

  /// Whether a name is that of a file that is being written, or was when its process was killed.
  package static func isTemporary(_ name: String) -> Bool { name.hasSuffix(temporarySuffix) }

  /// Removes what killed processes left half written below a folder. The caller holds the lock of its writers.
  package static func removeTemporaries(in folder: String) {
    for name in names(in: folder) {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        removeTemporaries(in: path)
      } else if isTemporary(name) {
        unlink(path)
      }
    }
  }

  /// The bytes of a file; `nil` where there is none.
  /// - Parameter limit: how many bytes it has at most.
  package static func read(_ path: String, limit: Int = maximumBytes) throws(AttestationError) -> [UInt8]? {
    // A pipe in the place of a file must not block.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw AttestationError(.failed, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw AttestationError(.failed, "\(path) is not a file of at most \(limit) bytes")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  /// The text of a file; `nil` where there is none.
  /// - Parameter limit: how many bytes it has at most.
  package static func text(_ path: String, limit: Int = maximumTextBytes) throws(AttestationError) -> String? {
    guard let bytes = try read(path, limit: limit) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AttestationError(.invalid, "\(path) is not text in UTF-8")
    }
    return text
  }

  package static func remove(_ path: String) { unlink(path) }

  /// Removes a file that has to go; harmless where it is gone already.
  package static func delete(_ path: String) throws(AttestationError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw AttestationError(.failed, "cannot remove \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// The names in a folder, sorted, for what is done to all but those: a folder that cannot be read whole is not an empty one.
  /// - Parameter isWanted: says of a name and its type, as `readdir` has it, whether it is among them.
  package static func allNames(
    in folder: String, where isWanted: (String, Int32) -> Bool = { _, _ in true }
  ) throws(AttestationError) -> [String] {
    let (names, failure) = listing(of: folder, where: isWanted)
    guard [0, ENOENT, ENOTDIR].contains(failure) else {
      throw AttestationError(.failed, "cannot read the folder \(folder): \(String(cString: strerror(failure)))")
    }
    return names
  }

  /// The names in a folder that are neither a file nor a folder: links, pipes. None where there is no such folder.
  /// - Throws: `AttestationError.failed` where the folder cannot be read whole.
  package static func strangeNames(in folder: String) throws(AttestationError) -> [String] {
    try allNames(in: folder) { name, type in ![S_IFREG, S_IFDIR].contains(kind(folder + "/" + name, type)) }
  }

  /// The path of something that is neither a file nor a folder, anywhere below a folder; `nil` where there is none.
  /// - Throws: `AttestationError.failed` where a folder cannot be read whole.
  private static func strangePath(below folder: String) throws(AttestationError) -> String? {
    if let name = try strangeNames(in: folder).first { return folder + "/" + name }
    for name in try allNames(in: folder, where: { kind(folder + "/" + $0, $1) == S_IFDIR }) {
      if let path = try strangePath(below: folder + "/" + name) { return path }
    }
    return nil
  }

  /// Refuses to write below a folder in which a link leads elsewhere.
  /// - Throws: `AttestationError`; `invalid` for a link, `failed` where a folder cannot be read whole.
  package static func refuseLinks(below folder: String) throws(AttestationError) {
    if let path = try strangePath(below: folder) { throw isLink(path) }
  }

  package static func isLink(_ path: String) -> AttestationError {
    AttestationError(.invalid, "\(path) is a symbolic link, or no file, which is not followed there; remove it")
  }

  /// What a path is, itself and not what it leads to, of the type that `readdir` has for it.
  private static func kind(_ path: String, _ type: Int32) -> mode_t {
    // Not every file system says what a name is.
    var status = stat()
    if type == DT_UNKNOWN { return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0 }
    return mode_t(type) << 12  // DTTOIF of <dirent.h>
  }

  /// The names that could be read, sorted, and the error that ended reading them; 0 for none.
  /// - Parameter isWanted: says of a name and its type, as `readdir` has it, whether it is among them.
  private static func listing(
    of folder: String, where isWanted: (String, Int32) -> Bool = { _, _ in true }
  ) -> (names: [String], failure: Int32) {
    guard let stream = opendir(folder) else { return ([], errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return (names.sorted(), errno) }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != "..", isWanted(name, Int32(entry.pointee.d_type)) { names.append(name) }
    }
  }

  /// Removes a folder with all that is in it; links are removed, not followed.
  package static func removeTree(_ path: String) throws(AttestationError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { try removeTree(path + "/" + name) }
    }
    guard (status.st_mode & S_IFMT == S_IFDIR ? rmdir(path) : unlink(path)) == 0 else {
      throw AttestationError(.failed, "cannot remove \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Removes a folder if it is empty.
  package static func removeFolder(_ path: String) { rmdir(path) }

  /// Whether a path is that of a plain file, or of a link to one.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether there is a folder of this path; a link to one is one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The permissions of a file; `nil` where there is none.
  package static func permissions(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// The names in a folder, sorted; none where there is no folder.
  package static func names(in folder: String) -> [String] { listing(of: folder).names }

  package static func makeFolder(_ path: String, mode: mode_t = 0o755) throws(AttestationError) {
    if path.isEmpty || access(path, F_OK) == 0 { return }
    try makeFolder(path.folderOfPath, mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw AttestationError(.failed, "cannot make the folder \(path): \(String(cString: strerror(errno)))")
    }
    try syncFolder(path.folderOfPath)
  }

  /// A new name is on the disk only when its folder is.
  private static func syncFolder(_ path: String) throws(AttestationError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw AttestationError(.failed, "cannot put \(path) on the disk: \(String(cString: strerror(errno)))")
    }
  }
}
