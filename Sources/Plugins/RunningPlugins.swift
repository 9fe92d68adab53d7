internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// The processes of plug-ins that run now, by which a program that is interrupted ends them: they are in process groups of
/// their own, which an interrupt from the terminal does not reach.
public enum RunningPlugins {
  private static let groups = Mutex<Set<pid_t>>([])

  static func add(_ process: pid_t) { groups.withLock { _ = $0.insert(process) } }
  static func remove(_ process: pid_t) { groups.withLock { _ = $0.remove(process) } }

  /// Ends all of them, with what they started.
  public static func endAll() {
    for process in groups.withLock({ $0 }) { kill(-process, SIGKILL) }
  }
}
