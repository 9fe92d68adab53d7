import Auditing
import DealImport
import DealProjections
import DefinitionFiles

@testable import Plugins

/// What analysts write down, and what a stranger's workspace may hold.
let definitionReaders: [String: Reader] = [
  "yaml": { bytes in
    guard let text = text(bytes) else { return }
    _ = try? PolicyDefinition(yaml: text, file: "fuzz.yaml")
    _ = try? IndicatorDefinition(yaml: text, file: "fuzz.yaml")
    _ = try? PlaybookDefinition(yaml: text, file: "fuzz.yaml")
    _ = try? ImportMapping(yaml: text, file: "fuzz.yaml")
    guard let root = try? DefinitionNode(yaml: text, file: "fuzz.yaml") else { return }
    _ = try? root["audit"].map { try AuditSettings($0, rules: AuditChecks([]).rules) }
    guard let plugins = root["plugins"] else { return }
    for plugin in (try? PluginDeclaration.all(plugins)) ?? [] {
      require(!plugin.name.contains("/") && plugin.name != ".." && !plugin.name.isEmpty, "a plug-in names a path")
      require(!plugin.command.isEmpty, "a plug-in without a command was accepted")
    }
  },
  "expression": { bytes in
    guard let text = text(bytes) else { return }
    _ = try? ClaimExpression(text)
  },
]
