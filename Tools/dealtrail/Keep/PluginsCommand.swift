import ArgumentParser
import CanonicalJSON
import ExactText
import Plugins
import Projecting

struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "List the programs that compute projections of your own, and say which may run.",
    discussion: """
      A plug-in is any executable that reads histories and writes rows, as JSON Lines; dealtrail.yaml declares it (see \
      docs/plugins.md), and its files are in the workspace's folder plugins/NAME. A workspace may come from somebody else, so none \
      runs before you trust it, and not any more once its declaration or a file of its folder has changed.

        dealtrail plugins list
        dealtrail plugins trust funding_gaps
      """,
    subcommands: [List.self, Trust.self, Distrust.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the plug-ins that the workspace declares.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let plugins = try WorkspacePlugins(folder: workspace.folder())
      Report(
        columns: [
          .init("name", "Plug-in", "插件"), .init("version", "Version", "版本", alignsRight: true),
          .init("trusted", "Trusted", "信任"), .init("tables", "Tables", "表"), .init("run", "Runs", "命令"),
        ],
        rows: plugins.declared.map { plugin in
          let isTrusted = plugins.obstacle(to: plugin) == nil
          return [
            .init(plugin.name), .init(plugin.version),
            .init(.bool(isTrusted), shown: isTrusted ? "yes" : "no", paint: isTrusted ? nil : .yellow),
            .init(plugin.models.map(\.name).joined(separator: " ")),
            .init(.array(plugin.command.map { .string($0) }), shown: plugin.shownCommand),
          ]
        }
      ).print(printing)
    }
  }

  struct Trust: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trust",
      abstract: "Let plug-ins of this workspace run, as they are now, for this account.")

    @Argument(help: "The plug-ins.")
    var names: [String]

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
      for plugin in try PluginsCommand.decide(names, isTrusted: true, workspace.folder()) {
        StandardOutput.print(
          SafeText.shown("\(plugin.name) may run, as all of plugins/\(plugin.name) is now: \(plugin.shownCommand)"))
      }
    }
  }

  struct Distrust: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "distrust", abstract: "Let plug-ins of this workspace not run any more.")

    @Argument(help: "The plug-ins.")
    var names: [String]

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
      for plugin in try PluginsCommand.decide(names, isTrusted: false, workspace.folder()) {
        StandardOutput.print("\(plugin.name) does not run any more; its rows stay as they are")
      }
    }
  }

  private static func decide(_ names: [String], isTrusted: Bool, _ folder: String) throws -> [PluginDeclaration] {
    let declared = try WorkspacePlugins(folder: folder).declared
    let plugins = try names.map { name in
      guard let plugin = declared.first(where: { $0.name == name }) else {
        let known = declared.map(\.name).joined(separator: ", ")
        throw CommandFailure.invalid(
          "dealtrail.yaml declares no plug-in \"\(name)\"" + (known.isEmpty ? "" : "; it declares \(known)"))
      }
      return plugin
    }
    for plugin in plugins {
      do throws(PluginTrust.Failure) {
        try PluginTrust().record(plugin, workspace: folder, isTrusted: isTrusted)
      } catch {
        throw CommandFailure.failed("\(error)")
      }
    }
    return plugins
  }
}

extension PluginDeclaration {
  /// The command, each word that is not plain in quotes.
  fileprivate var shownCommand: String {
    command.map(\.shellWord).joined(separator: " ")
  }
}
