import SQLiteViews

#if canImport(Glibc)
  import Glibc
#endif

/// A line on standard error that says how far long work has come; only on a terminal, and gone when the work is done.
final class Progress {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isDirty = false

  init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) == 1 }

  /// - Parameter total: how much there is to do; `nil` when that is not known.
  func show(_ what: String, done: Int, total: Int?) {
    let now = ContinuousClock.now
    // Short work stays silent; long work is drawn ten times a second at most.
    guard isShown, now - start > .milliseconds(300), last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    last = now
    isDirty = true
    var line = "\r\u{1B}[K\(what): \(done)"
    if let total, total > 0 {
      let part = min(1, Double(done) / Double(total))
      let filled = Int(part * 24)
      line = "\r\u{1B}[K\(what) " + String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
      line += " \(Int(part * 100))% \(done)/\(total)"
      let elapsed = Double((now - start).components.seconds)
      if part > 0.02, elapsed >= 2 { line += ", \(Int(elapsed / part - elapsed)) s left" }
    }
    StandardError.write(line)
  }

  /// Runs work on views with progress, which is gone when the work is done or fails.
  static func during<T>(_ printing: PrintOptions, _ work: ((ViewsProgress) -> Void) throws -> T) rethrows -> T {
    let progress = Progress(quiet: printing.quiet)
    defer { progress.finish() }
    return try work { progress.show($0.phase.rawValue, done: $0.done, total: $0.total) }
  }

  func finish() {
    if isDirty { StandardError.write("\r\u{1B}[K") }
    isDirty = false
  }
}
