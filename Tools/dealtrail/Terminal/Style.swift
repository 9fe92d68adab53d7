import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Colours and weights of text, on a terminal that wants them and nowhere else (https://no-color.org).
struct Style {
  var isOn: Bool

  init(noColor: Bool) {
    let environment = ProcessInfo.processInfo.environment
    isOn =
      !noColor && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" && StandardOutput.isTerminal
  }

  enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
  }

  func callAsFunction(_ text: String, _ paint: Paint?) -> String {
    guard isOn, let paint else { return text }
    return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
  }

  /// The width of the terminal in columns; `nil` where standard output is none.
  static var terminalWidth: Int? {
    var size = winsize()
    guard StandardOutput.isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
