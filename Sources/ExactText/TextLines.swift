extension String {
  /// The lines of a text, empty ones too, without their ends: LF, or CR and LF as editors elsewhere write, which are one character to
  /// `String`. What follows the last end is a line where it is not empty.
  package var lines: [Substring] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
