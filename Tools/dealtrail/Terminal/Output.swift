import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output for results. A reader that went away (a closed pipe) ends the program quietly.
enum StandardOutput {
  static func print(_ line: String) { write(line + "\n") }
  static func write(_ text: String) { writeAll(text, to: STDOUT_FILENO) }
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error for everything that is not a result.
/// What files and claims say cannot move the cursor or turn the reading direction.
enum StandardError {
  static func print(_ line: String) { write(SafeText.shown(line, keepsLines: true) + "\n") }
  static func write(_ text: String) { writeAll(text, to: STDERR_FILENO) }
}

private func writeAll(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0 {
      if errno == EINTR { continue }
      exit(errno == EPIPE ? 0 : 1)
    }
    bytes = bytes.dropFirst(written)
  }
}
