/// A look at a table before the library reads it, which keeps a whole row in memory and says neither where a fault is: counts cells,
/// and finds the quotation mark that is wrong.
struct CSVScan {
  /// Where the bytes stand in a cell (RFC 4180; spaces before and after one in quotes are let pass, as the library does).
  private enum Place {
    case start, plain, quoted
    /// After a mark in a plain cell, or in one in marks.
    case plainMark, closed
  }

  private var place = Place.start
  private var line = 1
  /// Cells of the row, and of the file, that have ended.
  private var cellsOfRow = 0
  private var cells = 0
  /// Whether the last byte was a carriage return, which makes one line end with the line feed after it.
  private var isAfterReturn = false
  /// The line in which the last cell in quotes began.
  private var quoteLine = 1

  /// - Throws: `ImportError` with file and line.
  static func check(_ text: some Sequence<UInt8>, file: String, delimiter: UInt8) throws(ImportError) {
    var scan = CSVScan()
    for byte in text {
      if let fault = scan.take(byte, delimiter) { throw ImportError("\(file):\(scan.line): \(fault)") }
    }
    if scan.place == .quoted {
      throw ImportError(
        "\(file):\(scan.quoteLine): a cell in quotation marks begins here and does not end; is the file whole?")
    }
  }

  /// - Returns: what is wrong.
  private mutating func take(_ byte: UInt8, _ delimiter: UInt8) -> String? {
    let isReturn = byte == 0x0D
    let isEnd = byte == 0x0A || isReturn
    let isSecond = byte == 0x0A && isAfterReturn
    isAfterReturn = isReturn
    if isSecond { return nil }
    let fault = fault(byte, isEnd: isEnd, delimiter)
    if isEnd, fault == nil { line += 1 }
    return fault
  }

  private mutating func fault(_ byte: UInt8, isEnd: Bool, _ delimiter: UInt8) -> String? {
    if byte == delimiter || isEnd, place != .quoted, place != .plainMark {
      place = .start
      defer { if isEnd { cellsOfRow = 0 } }
      return count()
    }
    switch (place, byte) {
    case (.start, 0x22):
      quoteLine = line
      place = .quoted
    case (.start, 0x20), (.start, 0x09), (.closed, 0x20), (.closed, 0x09): break
    case (.start, _): place = .plain
    case (.quoted, 0x22): place = .closed
    // A mark that is doubled stands for itself.
    case (.closed, 0x22): place = .quoted
    case (.closed, _): return "text after the quotation mark that ends a cell; a mark within one is written twice"
    case (.plain, 0x22): place = .plainMark
    case (.plainMark, 0x22): place = .plain
    case (.plainMark, _):
      return
        "a quotation mark in a cell that does not begin with one; put the cell in marks, and write the one within twice"
    default: break
    }
    return nil
  }

  /// Counts a cell that ends.
  private mutating func count() -> String? {
    cellsOfRow += 1
    cells += 1
    if cellsOfRow > CSVTable.maximumColumns {
      return "the row has more than \(CSVTable.maximumColumns) cells, the most that are read"
    }
    return cells > CSVTable.maximumCells
      ? "the file has more than \(CSVTable.maximumCells) cells, the most that are read; part it" : nil
  }
}
