internal import Attestation
public import EventLog
internal import Foundation
public import Transparency

/// The signed head of a backup: a checkpoint of the log (C2SP tlog-checkpoint) whose extension lines say that it heads a
/// backup, when that was made, and the SHA-256 of its manifest.
public struct BackupHead: Sendable {
  private static let mark = "dealtrail-backup/v1"

  public let signed: SignedCheckpoint
  public let created: Timestamp
  let manifest: BackupManifest.Object
  /// Where it was read; `nil` for one that was made just now.
  public internal(set) var file: String?

  public var checkpoint: Checkpoint { signed.checkpoint }

  init(of checkpoint: Checkpoint, created: Timestamp, manifest: BackupManifest.Object, signedBy key: SignerKey) {
    var checkpoint = checkpoint
    checkpoint.extensions = [Self.mark, "\(created)", "\(manifest.hash) \(manifest.bytes)"]
    signed = SignedCheckpoint(checkpoint, signedBy: [key])
    self.created = created
    self.manifest = manifest
  }

  /// Reads a head; its signature is still to be verified.
  /// - Throws: `AttestationError`.
  public init(file: String) throws {
    let signed = try CheckpointFolder.read(file)
    let lines = signed.checkpoint.extensions
    let words = lines.last?.split(separator: " ") ?? []
    guard lines.count == 3, lines[0] == Self.mark, let created = Timestamp(lines[1]), words.count == 2,
      BackupFolder.isName(String(words[0])), let bytes = Int(words[1]),
      (0...BackupManifest.maximumManifestBytes).contains(bytes)
    else { throw AttestationError(.invalid, "\(file) is not the head of a backup") }
    self.signed = signed
    self.created = created
    manifest = BackupManifest.Object(hash: String(words[0]), bytes: bytes)
    self.file = file
    guard file.hasSuffix("/" + name) || file == name else {
      throw AttestationError(.invalid, "\(file) holds another backup than its name says, \(name)")
    }
  }

  /// Size first and then time, so that names sort as backups were made.
  var name: String {
    let size = String(checkpoint.size)
    return String(repeating: "0", count: max(0, 12 - size.count)) + size + "-"
      + created.description.replacing(":", with: "") + BackupFolder.suffix
  }
}
