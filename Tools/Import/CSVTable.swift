internal import ExactText
internal import Foundation
internal import SwiftCSV

/// A CSV file's header and rows, as text.
public struct CSVTable: Sendable {
  /// Most bytes that are to be read of a file; all of it is in memory at once.
  public static let maximumBytes = 128 << 20
  /// Most cells of all rows.
  public static let maximumCells = 10_000_000
  /// Most cells of a row, and so of the header.
  public static let maximumColumns = 10_000

  public var columns: [String]
  /// The cells of each row, as many as it has; cells beyond the header only where one of them holds something.
  public var rows: [[String]]

  /// Line ends may be CR, LF or CRLF; cells in quotes may hold any of them.
  /// - Throws: `ImportError` where the bytes are not of the encoding, not CSV, or beyond a limit.
  public init(bytes: [UInt8], file: String, encoding: TextEncoding, delimiter: Character = ",") throws {
    guard let text = encoding.decode(bytes) else {
      throw ImportError("\(file): the file is not \(encoding.rawValue); name its encoding in the mapping")
    }
    try CSVScan.check(text.utf8, file: file, delimiter: delimiter.asciiValue ?? 0x2C)
    do {
      let csv = try CSV<Enumerated>(
        string: Self.masked(text), delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
      let width = csv.header.count
      columns = csv.header.map(Self.unmasked)
      // Row by row: the library would fill up each with empty cells to the length of the longest, which may be very long.
      var rows: [[String]] = []
      try withoutActuallyEscaping({ (row: [String]) in
        let kept = row.dropFirst(width).allSatisfy(\.isEmpty) ? row.prefix(width) : row[...]
        rows.append(kept.map(Self.unmasked))
      }) { try csv.enumerateAsArray(startAt: 1, rowLimit: nil, $0) }
      self.rows = rows
    } catch {
      throw ImportError("\(file): the file cannot be read as CSV: \(error)")
    }
  }

  /// The text with a letter in place of each byte that is not ASCII, and of two controls. The library parts a text by
  /// characters: a comma and a combining accent after it are one to it, and no comma; and it takes every kind of line end for
  /// the end of a row.
  private static func masked(_ text: String) -> String {
    var masked = String.UnicodeScalarView()
    for byte in text.utf8 {
      masked.append(
        byte < 0x80 && byte != 0x0B && byte != 0x0C ? Unicode.Scalar(byte) : Unicode.Scalar(0x100 + UInt16(byte))!)
    }
    // The library forgets an empty cell at the very end.
    if let last = masked.last, last != "\n", last != "\r" { masked.append("\n") }
    return String(masked)
  }

  private static func unmasked(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy { $0 < 0x80 }
    return isPlain
      ? cell : String(decoding: cell.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
  }

  /// One line in RFC 4180 form. A cell that begins with a space is in quotes: many readers, ours too, drop it otherwise.
  public static func line(_ cells: [String], delimiter: Character = ",") -> String {
    let part = delimiter.asciiValue ?? 0x2C
    return cells.map { cell in
      let needsQuotes =
        cell.utf8.contains { $0 == 0x22 || $0 == part || $0 == 0x0A || $0 == 0x0D }
        || cell.utf8.first == 0x20 || cell.utf8.first == 0x09
      return needsQuotes
        ? "\"" + cell.escaping(["\"": "\"\""]) + "\"" : cell
    }.joined(separator: String(delimiter))
  }
}

/// Why an import could not begin.
public struct ImportError: Error, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
