import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output for results. A reader that went away (a closed pipe) ends the program quietly, with the code that a shell gives
/// one that was ended by SIGPIPE: nobody takes it for a result.
enum StandardOutput {
  static func print(_ line: String) { write(line + "\n") }
  static func write(_ text: String) {
    if let reason = writeAll(text, to: STDOUT_FILENO) { exit(reason == EPIPE ? 128 + SIGPIPE : 1) }
  }
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error for everything that is not a result; where nobody reads it, the work goes on.
/// What files and claims say cannot move the cursor or turn the reading direction.
enum StandardError {
  /// A private key that was named in the place of something else is not repeated.
  static func print(_ line: String) {
    let shown = SafeText.shown(line, keepsLines: true)
    write(
      (shown.contains("PRIVATE+KEY+") ? shown.replacing(/PRIVATE\+KEY\+[^\s,"]*/, with: "PRIVATE+KEY+…") : shown) + "\n"
    )
  }

  static func write(_ text: String) { _ = writeAll(text, to: STDERR_FILENO) }
}

/// - Returns: the error that ended it; `nil` where all was written.
private func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    bytes = bytes.dropFirst(written)
  }
  return nil
}
