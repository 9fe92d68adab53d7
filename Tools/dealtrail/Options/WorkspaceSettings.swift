import Attestation
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
    do {
      let root = try Self.root(folder)
      try Self.check(format: root)
      _ = try root.members(known: ["format", "audit", "plugins"])
      if let audit = root["audit"] { self.audit = try AuditSettings(audit, rules: AuditChecks(DealChecks.all).rules) }
      if let plugins = root["plugins"] { self.plugins = try PluginDeclaration.all(plugins) }
    } catch let error as DefinitionError {
      throw CommandFailure.invalid("\(error)")
    }
  }

  private static func check(format root: DefinitionNode) throws(DefinitionError) {
    guard let node = root["format"] else { return }
    let number = try node.whole(in: 0...1_000_000)
    if number > format { throw node.error("is \(number), which a newer dealtrail made; update dealtrail") }
    if number != format { throw node.error("is to be \(format)") }
  }

  private static func root(_ folder: String) throws -> DefinitionNode {
    let path = folder + "/" + WorkspaceLayout.settings
    return try DefinitionNode(yaml: DefinitionFile.text(path), file: path)
  }

  /// Refuses a workspace of a newer format, or whose format cannot be told, for commands that need nothing else of its settings.
  /// - Throws: `CommandFailure` with file, line and remedy.
  static func checkFormat(folder: String) throws {
    do {
      try check(format: root(folder))
    } catch let error as DefinitionError {
      throw CommandFailure.invalid("\(error)")
    }
  }
}
