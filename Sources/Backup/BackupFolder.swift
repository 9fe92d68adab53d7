internal import Attestation
internal import CanonicalJSON
internal import Compression
internal import Crypto
internal import EventLog
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

  /// The files of heads, oldest first.
  public func heads() -> [String] {
    DurableFile.names(in: path + "/heads").filter { $0.hasSuffix(Self.suffix) }.map { path + "/heads/" + $0 }
  }

  /// Whether a text may name an object: 64 hexadecimal digits, and so nothing that leads out of the folder.
  static func isName(_ text: String) -> Bool { text.utf8.count == 64 && Hexadecimal.bytes(of: text.utf8) != nil }

  private func file(of hash: String) -> String { "\(path)/objects/\(hash.prefix(2))/\(hash).gz" }

  /// Says what the folder is, so that no other folder is taken for one and cleared, or backed up into itself.
  static let marker = "dealtrail-backups"
  private static let markerText = "format: 1\n"

  /// Makes the folder, or sees that it is one of backups.
  private func prepare() throws {
    if try DurableFile.text(path + "/" + Self.marker) == Self.markerText { return }
    guard try DurableFile.allNames(in: path).allSatisfy({ $0 == ".lock" }) else {
      throw AttestationError(
        .failed, "\(path) has other files in it and is no folder of backups; name one that is empty or not there")
    }
    try DurableFile.makeFolder(path, mode: 0o700)
    try DurableFile.write(Self.markerText, to: path + "/" + Self.marker, mode: 0o600)
  }

  /// Whether an object is there as it was written.
  func isWhole(_ object: BackupManifest.Object) throws -> Bool {
    try DurableFile.read(file(of: object.hash)).map { Hexadecimal.text(of: SHA256.hash(data: $0)) == object.hash }
      ?? false
  }

  /// Compresses a content and names it. Costs most of the time of a backup, and can be done on any core.
  static func pack(_ content: [UInt8]) -> (object: BackupManifest.Object, packed: [UInt8]) {
    let packed = Gzip.compress(content)
    return (
      BackupManifest.Object(hash: Hexadecimal.text(of: SHA256.hash(data: packed)), bytes: content.count), packed
    )
  }

  /// Stores a packed content, unless it is there and whole. It is on the disk after `DurableFile.syncAll()`.
  /// - Returns: how many bytes were written.
  func store(_ packed: [UInt8], as object: BackupManifest.Object) throws -> Int {
    if try DurableFile.read(file(of: object.hash)) == packed { return 0 }
    try DurableFile.write(packed, to: file(of: object.hash), mode: 0o600, syncs: false)
    return packed.count
  }

  /// Reads a content back, and verifies it before it is taken apart.
  /// - Throws: `AttestationError.integrity`.
  func content(_ object: BackupManifest.Object) throws -> [UInt8] {
    let file = file(of: object.hash)
    guard let packed = try DurableFile.read(file) else {
      throw AttestationError(
        .integrity, "\(file) is missing: the backup is not whole. Use another one of \(path)/heads")
    }
    guard Hexadecimal.text(of: SHA256.hash(data: packed)) == object.hash else {
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
    try DurableFile.makeFolder(path, mode: 0o700)
    let lock = try WriterLock(path: path + "/.lock")
    defer { lock.release() }
    try prepare()
    return try body()
  }

  /// Removes heads, and then the objects that no head that is left needs.
  /// - Throws: `AttestationError` where a head or its manifest cannot be read, so that nobody can tell what it needs.
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
        needed.insert(head.manifest.hash)
        needed.formUnion(try manifest(of: head).objects.map(\.hash))
      } catch let error as AttestationError {
        throw AttestationError(
          error.code,
          "\(error)\n\(newest) is made and whole, but what no backup needs could not be cleared; remove \(file), which is damaged"
        )
      }
    }
    DurableFile.removeTemporaries(in: path + "/heads")
    for folder in try DurableFile.allNames(in: path + "/objects") {
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
