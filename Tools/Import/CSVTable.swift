internal import Foundation
internal import SwiftCSV

/// A CSV file's header and rows, as text.
public struct CSVTable: Sendable {
  public var columns: [String]
  public var rows: [[String]]

  /// Line ends may be CR, LF or CRLF; cells in quotes may hold any of them.
  /// - Throws: `ImportError` where the bytes are not of the encoding, or not CSV.
  public init(bytes: [UInt8], file: String, encoding: TextEncoding, delimiter: Character = ",") throws {
    guard let text = encoding.decode(bytes) else {
      throw ImportError("\(file): the file is not \(encoding.rawValue); name its encoding in the mapping")
    }
    do {
      let csv = try CSV<Enumerated>(string: text, delimiter: .character(delimiter), loadColumns: false)
      let header = csv.header
      columns = header
      // The library pads every row to the longest one; cells beyond the header count only where they hold something.
      rows = csv.rows.map { row in
        row.dropFirst(header.count).allSatisfy(\.isEmpty) ? Array(row.prefix(header.count)) : row
      }
    } catch {
      throw ImportError("\(file): the file cannot be read as CSV: \(error)")
    }
  }

  /// One line in RFC 4180 form.
  public static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",")
  }
}

/// Why an import could not begin.
public struct ImportError: Error, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
