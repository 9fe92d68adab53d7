internal import Attestation
internal import CanonicalJSON
internal import Compression
internal import Crypto
internal import EventLog
internal import Glibc
internal import SQLiteStorage
internal import Transparency

/// A folder of backups: a signed head for each, and the contents that they share, each under the hash of its bytes.
///
///     heads/000000000188-2026-11-25T221311.123456Z.backup
///     objects/5f/5f2c….gz
public struct BackupFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  static let suffix = ".backup"
  /// What a content that cannot be made smaller grows by is far below this.
  private static let maximumPackedBytes = BackupManifest.maximumObjectBytes + 1 << 24

  /// The files of heads, oldest first.
  public func heads() -> [String] {
    DurableFile.names(in: path + "/heads").filter { $0.hasSuffix(Self.suffix) }.map { path + "/heads/" + $0 }
  }

  /// The backups whose heads can be read, oldest first. The file of one that is damaged is passed over.
  func readable() -> [BackupHead] {
    heads().compactMap { try? BackupHead(file: $0) }
      .sorted { ($0.checkpoint.size, $0.created) < ($1.checkpoint.size, $1.created) }
  }

  /// Whether a text may name an object: 64 hexadecimal digits, and so nothing that leads out of the folder.
  static func isName(_ text: String) -> Bool { text.utf8.count == 64 && Hexadecimal.bytes(of: text.utf8) != nil }

  private func file(of hash: String) -> String { "\(path)/objects/\(hash.prefix(2))/\(hash).gz" }

  /// Says what the folder is, so that no other folder is taken for one and cleared, or backed up into itself.
  static let marker = "dealtrail-backups"
  private static let markerText = "format: 1\n"

  /// Makes the folder, or sees that it is one of backups.
  private func prepare() throws {
    // Through a link, whoever made it would have us write and clear elsewhere.
    for folder in ["", "/heads", "/objects"] {
      if let name = try DurableFile.strangeNames(in: path + folder).first {
        throw AttestationError(.failed, "\(path)\(folder)/\(name) is a symbolic link, or no file; remove it")
      }
    }
    if try DurableFile.text(path + "/" + Self.marker) == Self.markerText { return }
    if path.isEmpty { throw AttestationError(.failed, "the folder of backups has no name; is a variable not set?") }
    // What a run left that was killed here is its own.
    let isEmpty = try DurableFile.allNames(in: path).allSatisfy { name in
      name == ".lock" || name.hasPrefix(Self.marker) && DurableFile.isTemporary(name)
    }
    guard isEmpty else {
      throw AttestationError(
        .failed, "\(path) has other files in it and is no folder of backups; name one that is empty or not there")
    }
    try DurableFile.makeFolder(path, mode: 0o700)
    try DurableFile.write(Self.markerText, to: path + "/" + Self.marker, mode: 0o600)
  }

  /// Whether an object is there as it was written.
  func isWhole(_ object: BackupManifest.Object) throws -> Bool {
    try packed(object).map { Self.hash(of: $0) == object.hash } ?? false
  }

  /// The stored bytes, as they are; `nil` where there are none.
  private func packed(_ object: BackupManifest.Object) throws -> [UInt8]? {
    try DurableFile.read(file(of: object.hash), limit: Self.maximumPackedBytes)
  }

  private static func hash(of packed: [UInt8]) -> String { Hexadecimal.text(of: SHA256.hash(data: packed)) }

  /// Compresses a content and names it. Costs most of the time of a backup, and can be done on any core.
  static func pack(_ content: [UInt8]) -> (object: BackupManifest.Object, packed: [UInt8]) {
    let packed = Gzip.compress(content)
    return (BackupManifest.Object(hash: hash(of: packed), bytes: content.count), packed)
  }

  /// Stores a packed content, unless it is there and whole. It is on the disk after `DurableFile.syncAll()`.
  /// - Returns: how many bytes were written.
  func store(_ packed: [UInt8], as object: BackupManifest.Object) throws -> Int {
    if try self.packed(object) == packed { return 0 }
    try DurableFile.write(packed, to: file(of: object.hash), mode: 0o600, syncs: false)
    return packed.count
  }

  /// Reads a content back, and verifies it before it is taken apart.
  /// - Throws: `AttestationError.integrity`.
  func content(_ object: BackupManifest.Object) throws -> [UInt8] {
    let file = file(of: object.hash)
    guard let packed = try packed(object) else {
      throw AttestationError(
        .integrity, "\(file) is missing: the backup is not whole. Use another one of \(path)/heads")
    }
    guard Self.hash(of: packed) == object.hash else {
      throw AttestationError(
        .integrity, "\(file) is not what was written: its hash differs. Use another copy of the backup")
    }
    do throws(Gzip.Failure) {
      return try Gzip.decompress(packed, count: object.bytes)
    } catch {
      throw AttestationError(.integrity, "\(file) cannot be taken apart: \(error)")
    }
  }

  func manifest(of head: BackupHead) throws -> BackupManifest {
    let content = try content(head.manifest)
    let json: JSONValue
    do throws(JSONSyntaxError) {
      json = try JSONReader.read(content)
    } catch {
      throw AttestationError(.integrity, "the manifest is \(error)")
    }
    return try BackupManifest(json, size: head.checkpoint.size)
  }

  func write(_ head: BackupHead) throws -> String {
    let file = path + "/heads/" + head.name
    try DurableFile.write(Array(head.signed.description.utf8), to: file, mode: 0o600)
    return file
  }

  /// One process writes at a time.
  func locked<T>(_ body: () throws -> T) throws -> T {
    try prepare()
    let lock = try WriterLock(path: path + "/.lock")
    defer { lock.release() }
    return try body()
  }

  /// Removes heads, and then the objects that no head that is left needs.
  /// A head that is damaged is put aside.
  /// - Throws: `AttestationError` where a file cannot be read or removed.
  func remove(_ files: [String], keeping newest: String) throws {
    for file in files { try DurableFile.delete(file) }
    let left = try DurableFile.allNames(in: path + "/heads").filter { $0.hasSuffix(Self.suffix) }
      .map { path + "/heads/" + $0 }
    guard left.contains(newest) else {
      throw AttestationError(.failed, "\(newest) is not in its folder any more; nothing was cleared")
    }
    var needed: Set<String> = []
    for file in left {
      do {
        let head = try BackupHead(file: file)
        needed.formUnion(try manifest(of: head).objects.map(\.hash))
        needed.insert(head.manifest.hash)
      } catch let error as AttestationError where error.code != .failed {
        // Damaged, so that nothing can be restored from it; kept under another name for whoever wants to look.
        guard rename(file, file + ".damaged") == 0 else {
          throw AttestationError(
            .failed, "\(file) is damaged, and cannot be put aside: \(String(cString: strerror(errno)))")
        }
      }
    }
    DurableFile.removeTemporaries(in: path + "/heads")
    for folder in try DurableFile.allNames(in: path + "/objects") where folder.utf8.count == 2 {
      let objects = "\(path)/objects/\(folder)"
      DurableFile.removeTemporaries(in: objects)
      for name in try DurableFile.allNames(in: objects)
      where name.hasSuffix(".gz") && Self.isName(String(name.dropLast(3))) && !needed.contains(String(name.dropLast(3)))
      {
        try DurableFile.delete("\(objects)/\(name)")
      }
    }
  }
}
