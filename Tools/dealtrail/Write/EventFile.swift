import CanonicalJSON
import DealEvents
import EventLog
import Foundation

/// A file of events, or standard input, read piece by piece: whole lines, never more than a few in memory.
final class EventFile {
  /// How much is read at a time, in bytes.
  private static let pieceBytes = 256 << 10
  /// Longest line that is read, in bytes: an event's parts may have 1 MiB each.
  static let maximumLineBytes = 4 << 20

  /// Whole lines.
  struct Piece: Sendable {
    var bytes: [UInt8]
    /// The number of the first of its lines, from 1.
    var firstLine: Int
  }

  /// The events of a piece, or what is wrong with its lines.
  struct Reading: Sendable {
    var events: [SealedEvent] = []
    /// The events that are held against the one that they are about, each with its line.
    var amendments: [(id: EventID, line: Int)] = []
    var faults: [String] = []
    var bytes = 0
  }

  let name: String
  /// The file's size in bytes; `nil` for what has none, such as standard input.
  let size: Int?
  private let handle: FileHandle
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtEnd = false

  /// - Parameter path: `-` for standard input.
  /// - Throws: `CommandFailure`.
  init(_ path: String) throws {
    name = path == "-" ? "stdin" : path
    var isFolder: ObjCBool = false
    guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    else { throw CommandFailure.failed(InputFile.reason(path)) }
    self.handle = handle
    let attributes = path == "-" ? nil : try? FileManager.default.attributesOfItem(atPath: path)
    size = (attributes?[.size] as? NSNumber)?.intValue
  }

  /// The next lines; `nil` at the end.
  /// - Throws: `CommandFailure`.
  func next() throws -> Piece? {
    while !isAtEnd {
      let isFirst = line == 1 && rest.isEmpty
      guard var read = try? [UInt8](handle.read(upToCount: Self.pieceBytes) ?? Data()) else {
        throw CommandFailure.failed("cannot read \(name)")
      }
      isAtEnd = read.isEmpty
      // A byte order mark, as some editors write it, is no part of the first line.
      if isFirst, read.starts(with: [0xEF, 0xBB, 0xBF]) { read.removeFirst(3) }
      let end = read.lastIndex(of: UInt8(ascii: "\n"))
      guard isAtEnd || end != nil || rest.count + read.count > Self.maximumLineBytes else {
        rest += read
        continue
      }
      let whole = end.map { read[...$0] } ?? (isAtEnd ? [] : read[...])
      let piece = Piece(bytes: rest + whole, firstLine: line)
      rest = Array(read[whole.endIndex...])
      if piece.bytes.isEmpty { continue }
      line += piece.bytes.count { $0 == UInt8(ascii: "\n") }
      // Of a line that is too long the rest follows in other pieces; it is refused by the first.
      if end == nil, !isAtEnd { try skipLine() }
      return piece
    }
    return nil
  }

  /// Passes over what is left of a line that is too long.
  private func skipLine() throws {
    while true {
      guard let read = try? [UInt8](handle.read(upToCount: Self.pieceBytes) ?? Data()) else {
        throw CommandFailure.failed("cannot read \(name)")
      }
      if read.isEmpty {
        isAtEnd = true
        return
      }
      guard let end = read.firstIndex(of: UInt8(ascii: "\n")) else { continue }
      rest = Array(read[(end + 1)...])
      line += 1
      return
    }
  }

  /// Reads, checks and seals the events of a piece.
  static func read(_ piece: Piece, of file: String, _ defaults: EventLine.Defaults) -> Reading {
    var reading = Reading(bytes: piece.bytes.count)
    piece.bytes.withUnsafeBufferPointer { bytes in
      var (start, line) = (0, piece.firstLine)
      while start < bytes.count {
        let length = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 - start } ?? bytes.count - start
        let text = UnsafeBufferPointer(rebasing: bytes[start..<start + length])
        read(text, line, of: file, defaults, into: &reading)
        start += length + 1
        line += 1
      }
    }
    return reading
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Int, of file: String, _ defaults: EventLine.Defaults,
    into reading: inout Reading
  ) {
    guard text.count <= maximumLineBytes else {
      return reading.faults.append(
        "\(file):\(line): the line has more than \(maximumLineBytes) bytes, the most that are read")
    }
    if text.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
    do {
      let event = try EventLine.event(from: try JSONReader.read(text), defaults: defaults)
      if ReplacementCheck.kinds.contains(event.kind) { reading.amendments.append((event.id, line)) }
      reading.events.append(try SealedEvent(event))
    } catch let error as InvalidEvent {
      reading.faults += error.problems.map { "\(file):\(line): \($0)" }
    } catch {
      reading.faults.append("\(file):\(line): \(error)")
    }
  }
}
