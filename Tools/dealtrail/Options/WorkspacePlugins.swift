import Plugins
import Projecting

/// The plug-ins that a workspace declares, and whether they may run.
struct WorkspacePlugins {
  let folder: String
  let declared: [PluginDeclaration]

  /// - Throws: `CommandFailure` where `dealtrail.yaml` cannot be read.
  init(folder: String) throws {
    self.folder = folder
    declared = try WorkspaceSettings(folder: folder).plugins
  }

  func projections() throws -> [any Projection] {
    try declared.map { plugin in
      let fingerprint = plugin.fingerprint(in: folder)
      return PluginProjection(
        plugin, fingerprint: fingerprint, folder: folder, obstacle: try obstacle(plugin, fingerprint),
        show: { StandardError.print("\(plugin.name): \($0)") })
    }
  }

  func isTrusted(_ plugin: PluginDeclaration) throws -> Bool {
    try obstacle(plugin, plugin.fingerprint(in: folder)) == nil
  }

  private func obstacle(_ plugin: PluginDeclaration, _ fingerprint: String) throws -> String? {
    do throws(PluginTrust.Failure) {
      if try PluginTrust().isTrusted(plugin.name, fingerprint: fingerprint, workspace: folder) { return nil }
      return "the plug-in is not trusted, or has changed since; read what it runs, and then: "
        + "dealtrail plugins trust \(plugin.name)"
    } catch {
      return "\(error)"
    }
  }
}
