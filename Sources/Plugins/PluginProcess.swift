internal import EventLog
internal import Foundation
internal import Projecting
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// One running process of a plug-in. It is asked about one history after the other, by one thread at a time: the pool hands
/// it out.
final class PluginProcess: @unchecked Sendable {
  /// Longest line of standard error that is shown, and how many lines of a process, before the rest is passed over.
  static let maximumShownBytes = 1000
  static let maximumShownLines = 200
  /// How long a process has to end by itself once its input is closed.
  static let patience = Duration.seconds(1)
  /// Bytes that are read at once, and the longest that is waited for something to be said, in milliseconds.
  private static let bufferBytes = 64 << 10
  private static let longestWait = 1000.0
  /// How often standard error is read before the answer is looked at again.
  private static let readsAtOnce = 16

  /// Processes are started one at a time, so that none inherits what another is spoken to by.
  private static let starting = Mutex<Void>(())

  private let process = Process()
  private let input: FileHandle
  private let output: FileHandle
  private let errors: FileHandle
  private let show: @Sendable (String) -> Void
  private var received: [UInt8] = []
  private var said: [UInt8] = []
  private var shownLines = 0
  private var isErrorsOpen = true

  /// Starts the program in its folder, with a bounded address space and without our environment, which may hold secrets.
  /// - Throws: `PluginFault.broken`.
  init(_ plugin: PluginDeclaration, folder: String, show: @escaping @Sendable (String) -> Void) throws(PluginFault) {
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -v \"$1\" && shift && exec \"$@\"", "plugin", "\(plugin.memoryMiB << 10)"] + plugin.command
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = Self.environment
    self.show = show
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
    self.errors = errors.fileHandleForReading
    for handle in [self.input, self.output, self.errors] {
      let flags = fcntl(handle.fileDescriptor, F_GETFL)
      _ = fcntl(handle.fileDescriptor, F_SETFL, flags | O_NONBLOCK)
      _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    do {
      try Self.starting.withLock { _ in try process.run() }
    } catch {
      throw .broken("cannot be started: \(error.localizedDescription)")
    }
    // The program's ends are the program's alone: else its end would not show.
    for handle in [input.fileHandleForReading, output.fileHandleForWriting, errors.fileHandleForWriting] {
      try? handle.close()
    }
    // Foundation makes it the first of a process group of its own.
    if getpgid(process.processIdentifier) == process.processIdentifier { RunningPlugins.add(process.processIdentifier) }
  }

  /// What a plug-in may know of where it runs. The seed of Python's hashes is fixed, so that sets come in one order.
  private static let environment: [String: String] = {
    var environment = ["LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"]
    for name in ["PATH", "HOME"] { environment[name] = ProcessInfo.processInfo.environment[name] }
    if environment["PATH"] == nil { environment["PATH"] = "/usr/local/bin:/usr/bin:/bin" }
    return environment
  }()

  /// Writes a line and takes lines until one is the last.
  /// - Parameter take: `true` for the last.
  /// - Throws: `PluginFault`, after which the process is to be ended.
  func exchange(
    _ line: [UInt8], timeout: Duration, take: ([UInt8]) throws(PluginFault) -> Bool
  ) throws(PluginFault) {
    _ = try receive()
    guard received.isEmpty else { throw .broken("wrote more than it was asked for") }
    let end = ContinuousClock.now + timeout
    var rest = line[...]
    var bytes = 0
    while true {
      while let line = nextLine() {
        guard line.count <= PluginMessages.maximumLineBytes else { throw Self.tooLong }
        if try take(line) { return }
      }
      guard received.count <= PluginMessages.maximumLineBytes else { throw Self.tooLong }
      guard bytes <= PluginMessages.maximumAnswerBytes else {
        throw .broken("answered with more than \(PluginMessages.maximumAnswerBytes) bytes")
      }
      let left = end - ContinuousClock.now
      guard left > .zero else { throw .late("took longer than \(Self.shown(timeout))") }
      try wait(left, writing: &rest)
      let count = try receive()
      bytes += count
      // What it started may hold its output open after it.
      if count == 0, !process.isRunning, try receive() == 0 { throw .broken(ending()) }
    }
  }

  private static let tooLong = PluginFault.broken("wrote a line of more than \(PluginMessages.maximumLineBytes) bytes")

  private static func shown(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  /// Waits until something can be read or written, writes what can be written, and shows what is said on standard error.
  private func wait(_ left: Duration, writing rest: inout ArraySlice<UInt8>) throws(PluginFault) {
    var waiting = [
      pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isErrorsOpen ? errors.fileDescriptor : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: rest.isEmpty ? -1 : input.fileDescriptor, events: Int16(POLLOUT), revents: 0),
    ]
    let milliseconds = Int32(max(1, min(left / .milliseconds(1), Self.longestWait)))
    guard poll(&waiting, nfds_t(waiting.count), milliseconds) >= 0 || errno == EINTR else {
      throw .broken("cannot be waited for: \(String(cString: strerror(errno)))")
    }
    if waiting[1].revents != 0 { showErrors() }
    guard waiting[2].revents != 0 else { return }
    let written = rest.withUnsafeBytes { write(input.fileDescriptor, $0.baseAddress, $0.count) }
    if written > 0 {
      rest = rest.dropFirst(written)
    } else if written < 0, errno != EAGAIN, errno != EINTR {
      // It does not read any more; what it still says, or how it ended, is told by its output.
      rest = []
    }
  }

  /// Takes what there is.
  /// - Returns: how many bytes.
  private func receive() throws(PluginFault) -> Int {
    var buffer = [UInt8](repeating: 0, count: Self.bufferBytes)
    let count = read(output.fileDescriptor, &buffer, buffer.count)
    if count > 0 {
      received += buffer[..<count]
      return count
    }
    if count < 0, errno == EAGAIN || errno == EINTR { return 0 }
    showErrors()
    throw .broken(ending())
  }

  private func nextLine() -> [UInt8]? {
    guard let end = received.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = Array(received[..<end])
    received.removeSubrange(...end)
    return line
  }

  /// How it ended, once its output is closed.
  private func ending() -> String {
    waitForEnd(until: ContinuousClock.now + Self.patience)
    if process.isRunning { return "closed its output without an answer" }
    return process.terminationReason == .uncaughtSignal
      ? "was ended by signal \(process.terminationStatus)" : "ended with code \(process.terminationStatus)"
  }

  /// Takes what is said on standard error, but no more at once than leaves time for the answer.
  private func showErrors() {
    var buffer = [UInt8](repeating: 0, count: Self.bufferBytes)
    for _ in 0..<Self.readsAtOnce where isErrorsOpen {
      let count = read(errors.fileDescriptor, &buffer, buffer.count)
      if count == 0 { isErrorsOpen = false }
      guard count > 0 else { break }
      said += buffer[..<count]
      while let end = said.firstIndex(of: UInt8(ascii: "\n")) {
        showLine(said[..<end])
        said.removeSubrange(...end)
      }
      // What is too long for a line is passed over, so that nothing grows.
      if said.count > Self.maximumShownBytes { said.removeSubrange(Self.maximumShownBytes...) }
    }
    if !isErrorsOpen, !said.isEmpty {
      showLine(said[...])
      said = []
    }
  }

  private func showLine(_ line: ArraySlice<UInt8>) {
    shownLines += 1
    if shownLines <= Self.maximumShownLines {
      show(String(decoding: line.prefix(Self.maximumShownBytes), as: UTF8.self))
    } else if shownLines == Self.maximumShownLines + 1 {
      show("(more than \(Self.maximumShownLines) lines; the rest is not shown)")
    }
  }

  /// Closes its input, which asks it to end.
  func askToEnd() { try? input.close() }

  /// Waits for its end, and brings that about, with what it started, where it does not come by itself.
  func end(by deadline: ContinuousClock.Instant) {
    askToEnd()
    waitForEnd(until: deadline)
    showErrors()
    // Only while it runs: the number of a group of which nothing is left may be another's.
    if process.isRunning {
      kill(-process.processIdentifier, SIGKILL)
      kill(process.processIdentifier, SIGKILL)
    }
    RunningPlugins.remove(process.processIdentifier)
    try? output.close()
    try? errors.close()
    isErrorsOpen = false
  }

  private func waitForEnd(until deadline: ContinuousClock.Instant) {
    while process.isRunning, ContinuousClock.now < deadline { usleep(1000) }
  }
}
