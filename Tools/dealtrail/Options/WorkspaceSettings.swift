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
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw CommandFailure.failed("cannot read \(path); it is to be a YAML file in UTF-8")
    }
    do {
      let root = try DefinitionNode(yaml: text, file: path)
      _ = try root.members(known: ["format", "audit", "plugins"])
      if let format = root["format"] {
        let number = try format.number(in: 0...1_000_000)
        if number > Double(Self.format) {
          throw format.error("is \(Int(number)), which a newer dealtrail made; update dealtrail")
        }
        if number != Double(Self.format) { throw format.error("is to be \(Self.format)") }
      }
      if let audit = root["audit"] { self.audit = try AuditSettings(audit, rules: AuditChecks(DealChecks.all).rules) }
      if let plugins = root["plugins"] { self.plugins = try PluginDeclaration.all(plugins) }
    } catch {
      throw CommandFailure.invalid("\(error)")
    }
  }
}
