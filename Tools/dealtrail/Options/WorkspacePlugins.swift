import Dispatch
import Plugins
import Projecting

#if canImport(Glibc)
  import Glibc
#endif

/// The plug-ins that a workspace declares, and whether they may run.
struct WorkspacePlugins {
  let folder: String
  let declared: [PluginDeclaration]

  /// - Throws: `CommandFailure` where `dealtrail.yaml` cannot be read.
  init(folder: String) throws {
    self.folder = folder
    declared = try WorkspaceSettings(folder: folder).plugins
    if !declared.isEmpty { Self.endWithUs }
  }

  func projections() -> [any Projection] { declared.map { projection($0) } }

  /// Why a plug-in may not run; `nil` where it may.
  func obstacle(to plugin: PluginDeclaration) -> String? { projection(plugin).obstacle }

  private func projection(_ plugin: PluginDeclaration) -> PluginProjection {
    PluginProjection(
      plugin, workspace: folder, obstacle: { obstacle(plugin, $0) },
      show: { StandardError.print("\(plugin.name): \($0)") })
  }

  private func obstacle(_ plugin: PluginDeclaration, _ fingerprint: String) -> String? {
    do throws(PluginTrust.Failure) {
      if try PluginTrust().isTrusted(plugin, fingerprint: fingerprint, workspace: folder) { return nil }
      return "the plug-in is not trusted, or has changed since; read what it runs, and then: "
        + "dealtrail plugins trust \(plugin.name)"
    } catch {
      return "\(error)"
    }
  }

  /// Plug-ins end with this program when it is interrupted.
  private static let endWithUs: Void = {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        RunningPlugins.endAll()
        // As the signal itself would have ended us.
        signal(number, SIG_DFL)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
      }
      source.resume()
      sources.append(source)
    }
  }()

  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
}
