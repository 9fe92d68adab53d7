public import Projecting
internal import EventLog
internal import Synchronization

/// A projection that a program of the user's own computes: any executable that reads histories as JSON Lines and writes rows
/// as JSON Lines. Each core has a process of its own; one that ends is started anew.
public final class PluginProjection: Projection {
  /// After so many processes in a row that ended or were late, without one answer between, the program is given up.
  static let maximumFailures = 10

  public let plugin: PluginDeclaration
  /// What it does, and so what its rows depend on.
  public let parameters: String
  private let folder: String
  /// Why it is not run; `nil` where it may run.
  private let obstacle: String?
  private let show: @Sendable (String) -> Void
  private let state = Mutex(State())

  public var name: String { plugin.name }
  public var version: Int { plugin.version }
  public var models: [ReadModel] { plugin.models }

  private struct State {
    var idle: [PluginProcess] = []
    /// Processes that failed since the last answer.
    var failures = 0
    var hasAnswered = false
  }

  /// - Parameters:
  ///   - fingerprint: of the declaration, as it was trusted.
  ///   - folder: the workspace, in which the program runs.
  ///   - obstacle: why it may not run, such as that nobody trusts it yet.
  ///   - show: takes what the program says on standard error, line by line.
  public init(
    _ plugin: PluginDeclaration, fingerprint: String, folder: String, obstacle: String?,
    show: @escaping @Sendable (String) -> Void
  ) {
    self.plugin = plugin
    parameters = fingerprint
    self.folder = folder
    self.obstacle = obstacle
    self.show = show
  }

  deinit {
    for process in state.withLock({ $0.idle }) { process.end(atOnce: false) }
  }

  /// - Throws: `ProjectionUnavailable` where the program may not run, does not start, or is given up; `SubjectFailure` for what
  ///   concerns this subject alone.
  public func rows(for history: History) throws -> [ViewRow] {
    if let obstacle { throw ProjectionUnavailable(name, obstacle) }
    do {
      do {
        return try ask(about: history)
      } catch PluginFault.broken {
        // What a process did before may have broken it: a new one is asked once more.
        return try ask(about: history)
      }
    } catch let fault as PluginFault {
      throw SubjectFailure(description: "the plug-in \(name) on \(history.subject): \(fault.reason)")
    }
  }

  /// What is wrong with one subject.
  struct SubjectFailure: Error, CustomStringConvertible {
    var description: String
  }

  private func ask(about history: History) throws -> [ViewRow] {
    let process = try takeProcess()
    var rows: [ViewRow] = []
    var count = 0
    // After a wrong row the rest of the answer is still taken, so that the process can go on with the next subject.
    var wrong: PluginFault?
    do throws(PluginFault) {
      try process.exchange(PluginMessages.history(history), timeout: plugin.timeout) { line throws(PluginFault) in
        do throws(PluginFault) {
          switch try PluginMessages.answer(line, subject: history.subject, row: count + 1, models) {
          case .row(let row): if wrong == nil { rows.append(row) }
          case .done: return true
          case .failed(let message):
            wrong = .row(message)
            return true
          case .ready: throw .broken("answered a handshake that nobody sent")
          }
        } catch .row(let reason) {
          wrong = wrong ?? .row(reason)
        }
        count += 1
        guard count <= PluginMessages.maximumRows else {
          throw .broken("wrote more than \(PluginMessages.maximumRows) rows")
        }
        return false
      }
    } catch {
      process.end(atOnce: true)
      try noteFailure(error)
      throw error
    }
    state.withLock { state in
      state.failures = 0
      state.hasAnswered = true
      state.idle.append(process)
    }
    if let wrong { throw wrong }
    return rows
  }

  /// A process that waits for a history: one that answered before, or a new one.
  private func takeProcess() throws -> PluginProcess {
    // Started one at a time, so that none inherits what another is spoken to by.
    try state.withLock { state in
      if let idle = state.idle.popLast() { return idle }
      do throws(PluginFault) {
        return try start()
      } catch {
        state.failures += 1
        if state.hasAnswered, state.failures < Self.maximumFailures { throw error }
        throw ProjectionUnavailable(
          name, "the plug-in \(error.reason); it was: \(plugin.command.joined(separator: " "))")
      }
    }
  }

  private func start() throws(PluginFault) -> PluginProcess {
    let process = try PluginProcess(plugin, folder: folder, show: show)
    do throws(PluginFault) {
      try process.exchange(PluginMessages.handshake(plugin), timeout: PluginMessages.handshakeTimeout) {
        line throws(PluginFault) in
        _ = try PluginMessages.answer(line, subject: nil, row: 0, models)
        return true
      }
    } catch {
      process.end(atOnce: true)
      throw error
    }
    return process
  }

  /// - Throws: `ProjectionUnavailable` where the program has failed too often in a row.
  private func noteFailure(_ fault: PluginFault) throws {
    let failures = state.withLock { state in
      state.failures += 1
      return state.failures
    }
    if failures >= Self.maximumFailures {
      throw ProjectionUnavailable(
        name, "the plug-in failed \(failures) times in a row; the last time it \(fault.reason)")
    }
  }
}
