internal import Crypto
internal import EventLog

/// Digests of read models, equal on every machine where the rows are equal.
///
/// A subject's digest is the SHA-256 of its rows in order; each row is its model's name and its values, every one
/// tagged by type and every text preceded by its length, so that no two different rows have the same bytes. A
/// projection's digest is the SHA-256 of its subjects, ordered by their bytes, each with its digest.
public struct RowDigest: Sendable {
  private var hash = SHA256()

  public init() {}

  /// The digest of one subject's rows.
  public static func of(_ rows: [ViewRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 256)
    for row in rows {
      append(row.model, to: &bytes)
      append(UInt64(row.values.count), to: &bytes)
      for value in row.values {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
          bytes.append(1)
          append(UInt64(bitPattern: number), to: &bytes)
        case .real(let number):
          bytes.append(2)
          append(number.bitPattern, to: &bytes)
        case .text(let text):
          bytes.append(3)
          append(text, to: &bytes)
        }
      }
    }
    return Array(SHA256.hash(data: bytes))
  }

  /// What stands for the rows of a subject on which the projection failed.
  public static let ofFailure = Array(SHA256.hash(data: Array("failed".utf8)))

  /// Adds a subject; subjects come in the order of their bytes.
  public mutating func add(subject: String, digest: [UInt8]) {
    var bytes: [UInt8] = []
    Self.append(subject, to: &bytes)
    hash.update(data: bytes + digest)
  }

  /// The projection's digest in lower-case hexadecimal.
  public consuming func finalize() -> String {
    Hexadecimal.text(of: hash.finalize())
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(UInt64(text.utf8.count), to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }
}
