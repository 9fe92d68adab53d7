internal import EventLog
public import Projecting
internal import Synchronization

/// A projection that a program of the user's own computes: any executable that reads histories as JSON Lines and writes rows
/// as JSON Lines. Each core has a process of its own; one that ends is started anew.
public final class PluginProjection: Projection {
  /// On how many subjects the program may break, and on how many it may be late, before it is given up for this run. Each costs
  /// two processes, or one time-out.
  static let maximumBroken = 500
  static let maximumLate = 50

  /// The declaration.
  public let plugin: PluginDeclaration
  private let workspace: String
  private let show: @Sendable (String) -> Void
  private let findObstacle: @Sendable (String) -> String?
  private let known = Mutex<(fingerprint: String, obstacle: String?)?>(nil)
  private let state = Mutex(State())

  public var name: String { plugin.name }
  public var version: Int { plugin.version }
  public var models: [ReadModel] { plugin.models }

  private struct State {
    var idle: [PluginProcess] = []
    var broken = 0
    var late = 0
    /// Why nothing more is asked of it.
    var unavailable: ProjectionUnavailable?
  }

  /// - Parameters:
  ///   - workspace: its folder.
  ///   - obstacle: why the program may not run, asked with the fingerprint of what it is; `nil` where it may.
  ///   - show: takes what it says on standard error, line by line.
  public init(
    _ plugin: PluginDeclaration, workspace: String, obstacle: @escaping @Sendable (String) -> String?,
    show: @escaping @Sendable (String) -> Void
  ) {
    self.plugin = plugin
    self.workspace = workspace
    findObstacle = obstacle
    self.show = show
  }

  /// A digest of what it does, on which its rows depend.
  public var parameters: String { identity.fingerprint }
  /// Why the program may not run; `nil` where it may.
  public var obstacle: String? { identity.obstacle }

  /// Found when it is first asked for: the plug-in's whole folder is read for it, and most questions are about something else.
  private var identity: (fingerprint: String, obstacle: String?) {
    known.withLock { known in
      if let known { return known }
      let found: (fingerprint: String, obstacle: String?)
      do throws(PluginFolder.Fault) {
        let fingerprint = try plugin.fingerprint(in: workspace)
        found = (fingerprint, findObstacle(fingerprint))
      } catch {
        found = ("", error.reason)
      }
      known = found
      return found
    }
  }

  deinit {
    let idle = state.withLock { $0.idle }
    for process in idle { process.askToEnd() }
    let deadline = ContinuousClock.now + PluginProcess.patience
    for process in idle { process.end(by: deadline) }
  }

  /// Whether the program may run, and whether it does.
  public func prepare() throws(ProjectionUnavailable) {
    if let obstacle { throw ProjectionUnavailable(name, obstacle) }
    let process = try takeProcess()
    state.withLock { $0.idle.append(process) }
  }

  /// - Throws: `ProjectionUnavailable` where the program may not run, does not start, or is given up; `NotComputed` where it ended
  ///   or was late; `SubjectFailure` for what it says of this subject.
  public func rows(for history: History) throws -> [ViewRow] {
    if let obstacle { throw ProjectionUnavailable(name, obstacle) }
    do {
      do {
        return try ask(takeProcess(), about: history)
      } catch PluginFault.broken {
        // It may have ended, or be broken by what it did before: a new one is asked once more.
        return try ask(newProcess(), about: history)
      }
    } catch let fault as PluginFault {
      try note(fault, about: history.subject)
      let message = "the plug-in \(name) on \(history.subject): \(fault.reason)"
      if case .subject = fault { throw SubjectFailure(description: message) }
      throw NotComputed(message)
    }
  }

  /// What the program says is wrong with one subject, or what is wrong with its rows.
  struct SubjectFailure: Error, CustomStringConvertible {
    var description: String
  }

  /// - Throws: `PluginFault`, `ProjectionUnavailable`.
  private func ask(_ process: PluginProcess, about history: History) throws -> [ViewRow] {
    var rows: [ViewRow] = []
    var count = 0
    // After a wrong row the rest of the answer is still taken, so that the process can go on with the next subject.
    var wrong: PluginFault?
    do throws(PluginFault) {
      try process.exchange(PluginMessages.history(history), timeout: .seconds(plugin.timeoutSeconds)) {
        line throws(PluginFault) in
        do throws(PluginFault) {
          switch try PluginMessages.answer(line, about: history.subject, row: count + 1, models) {
          case .row(let row): if wrong == nil { rows.append(row) }
          case .done: return true
          case .failed(let message):
            wrong = .subject(message)
            return true
          }
        } catch .subject(let reason) {
          wrong = wrong ?? .subject(reason)
        }
        count += 1
        guard count <= PluginMessages.maximumRows else {
          throw .broken("wrote more than \(PluginMessages.maximumRows) rows")
        }
        return false
      }
    } catch {
      process.end(by: .now)
      throw error
    }
    state.withLock { $0.idle.append(process) }
    if let wrong { throw wrong }
    return rows
  }

  /// A process that waits for a history: one that answered before, or a new one.
  private func takeProcess() throws(ProjectionUnavailable) -> PluginProcess {
    let (idle, unavailable) = state.withLock { ($0.idle.popLast(), $0.unavailable) }
    if let unavailable { throw unavailable }
    if let idle { return idle }
    return try newProcess()
  }

  private func newProcess() throws(ProjectionUnavailable) -> PluginProcess {
    if let unavailable = state.withLock({ $0.unavailable }) { throw unavailable }
    // What was trusted is what runs, also where the files change meanwhile.
    guard (try? plugin.fingerprint(in: workspace)) == parameters else {
      throw giveUp("the plug-in was changed while it ran")
    }
    do throws(PluginFault) {
      return try start()
    } catch {
      throw giveUp("the plug-in \(error.reason); it was: \(plugin.command.joined(separator: " "))")
    }
  }

  private func start() throws(PluginFault) -> PluginProcess {
    let process = try PluginProcess(plugin, folder: plugin.ownFolder(in: workspace), show: show)
    do throws(PluginFault) {
      try process.exchange(PluginMessages.handshake(plugin), timeout: PluginMessages.handshakeTimeout) {
        line throws(PluginFault) in
        try PluginMessages.checkReady(line)
        return true
      }
    } catch {
      process.end(by: .now)
      throw error
    }
    return process
  }

  /// - Throws: `ProjectionUnavailable` where the program has failed on too many subjects.
  private func note(_ fault: PluginFault, about subject: Subject) throws(ProjectionUnavailable) {
    let (broken, late) = state.withLock { state in
      switch fault {
      case .broken: state.broken += 1
      case .late: state.late += 1
      case .subject: break
      }
      return (state.broken, state.late)
    }
    let last = "the last was \(subject), on which it \(fault.reason)"
    if broken >= Self.maximumBroken { throw giveUp("the plug-in failed on \(broken) subjects; \(last)") }
    if late >= Self.maximumLate { throw giveUp("the plug-in was late on \(late) subjects; \(last)") }
  }

  /// Notes that nothing more is asked of the program.
  private func giveUp(_ reason: String) -> ProjectionUnavailable {
    let unavailable = ProjectionUnavailable(name, reason)
    state.withLock { $0.unavailable = $0.unavailable ?? unavailable }
    return unavailable
  }
}
