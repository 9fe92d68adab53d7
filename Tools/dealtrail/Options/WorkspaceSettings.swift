import Auditing
import DealAudit
import DefinitionFiles
import Foundation
import Plugins

/// What a workspace chooses: its `dealtrail.yaml`.
struct WorkspaceSettings {
  /// The newest format of a workspace that this program reads.
  static let format = 1

  var audit = AuditSettings()
  var plugins: [PluginDeclaration] = []

  /// - Throws: `CommandFailure` with file, line and remedy.
  init(folder: String) throws {
    let path = folder + "/" + WorkspaceOptions.marker
    let text = try InputFile.text(path, atMost: DefinitionNode.maximumBytes)
    do {
      let root = try DefinitionNode(yaml: text, file: path)
      _ = try root.members(known: ["format", "audit", "plugins"])
      try Self.check(format: root)
      if let audit = root["audit"] { self.audit = try AuditSettings(audit, rules: AuditChecks(DealChecks.all).rules) }
      if let plugins = root["plugins"] { self.plugins = try PluginDeclaration.all(plugins) }
    } catch {
      throw CommandFailure.invalid("\(error)")
    }
  }

  private static func check(format root: DefinitionNode) throws(DefinitionError) {
    guard let node = root["format"] else { return }
    let number = try node.number(in: 0...1_000_000)
    if number > Double(format) { throw node.error("is \(Int(number)), which a newer dealtrail made; update dealtrail") }
    if number != Double(format) { throw node.error("is to be \(format)") }
  }

  /// Refuses a workspace of a newer format, for commands that need nothing else of its settings.
  /// - Throws: `CommandFailure` with file, line and remedy.
  static func checkFormat(folder: String) throws {
    let path = folder + "/" + WorkspaceOptions.marker
    guard let text = try? InputFile.text(path, atMost: DefinitionNode.maximumBytes),
      let root = try? DefinitionNode(yaml: text, file: path)
    else { return }
    do {
      try check(format: root)
    } catch {
      throw CommandFailure.invalid("\(error)")
    }
  }
}
