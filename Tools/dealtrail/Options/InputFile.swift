import Foundation
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
    else { throw CommandFailure.failed("cannot read \(path)") }
    guard data.count <= limit else { throw tooLarge }
    return data
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
      throw CommandFailure.failed("cannot read \(path)")
    }
    return start.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 == 0x7B || $0 == 0x5B } ?? false
  }

  /// Writes a result to a file, or to standard output where none is named.
  static func write(_ text: String, to path: String?) throws {
    guard let path else { return StandardOutput.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure.failed("cannot write \(path): \(error.localizedDescription)")
    }
  }
}

extension VerifierKey {
  /// A key as a person types it: the key itself, or a file that has it.
  static func typed(_ text: String) throws -> VerifierKey {
    do throws(TransparencyError) {
      return try VerifierKey(text)
    } catch {
      guard let file = try? InputFile.text(text), let key = try? VerifierKey(file.trimmingCharacters(in: .newlines))
      else {
        throw CommandFailure.invalid("\(error)")
      }
      return key
    }
  }
}
