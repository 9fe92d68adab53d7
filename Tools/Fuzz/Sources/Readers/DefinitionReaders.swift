import Auditing
import DealImport
import DealProjections
import DefinitionFiles

@testable import Plugins

/// What analysts write down, and what a stranger's workspace may hold.
let definitionReaders: [String: Reader] = [
  "yaml": { bytes in
    guard let text = text(bytes) else { return }
    // One kind of definition a text, told by its length: five times as many texts in the same time.
    switch bytes.count % 5 {
    case 0: _ = try? PolicyDefinition(yaml: text, file: "fuzz.yaml")
    case 1: _ = try? IndicatorDefinition(yaml: text, file: "fuzz.yaml")
    case 2: _ = try? PlaybookDefinition(yaml: text, file: "fuzz.yaml")
    case 3: _ = try? ImportMapping(yaml: text, file: "fuzz.yaml")
    default: readSettings(text)
    }
  },
  "expression": { bytes in
    guard let text = text(bytes) else { return }
    _ = try? ClaimExpression(text)
  },
]

/// The settings of a workspace, which name programs.
private func readSettings(_ text: String) {
  guard let root = try? DefinitionNode(yaml: text, file: "fuzz.yaml") else { return }
  _ = try? root["audit"].map { try AuditSettings($0, rules: AuditChecks([]).rules) }
  guard let plugins = root["plugins"] else { return }
  for plugin in (try? PluginDeclaration.all(plugins)) ?? [] {
    require(!plugin.name.contains("/") && plugin.name != ".." && !plugin.name.isEmpty, "a plug-in names a path")
    require(!plugin.command.isEmpty, "a plug-in without a command was accepted")
  }
}
