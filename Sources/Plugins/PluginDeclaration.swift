internal import CanonicalJSON
internal import Crypto
public import DefinitionFiles
internal import EventLog
internal import Foundation
public import Projecting

/// A program that computes rows, as a workspace's `dealtrail.yaml` declares it under `plugins`.
public struct PluginDeclaration: Sendable {
  /// Limits that a declaration may set, with their defaults.
  public static let parameters = [
    DefinitionParameter("version", 1, in: 1...1_000_000, "raise it with every change of what the rows say"),
    DefinitionParameter("timeout_seconds", 10, in: 0.1...3600, "how long the program may take for one history"),
    DefinitionParameter("memory_mib", 512, in: 16...65_536, "address space that a process of it may have, in MiB"),
  ]
  /// Most plug-ins of a workspace.
  public static let maximumPlugins = 50
  /// Most words of a command.
  static let maximumWords = 100
  /// Files up to this size are told apart by their content, larger ones by size and time.
  static let maximumHashedBytes = 4 << 20

  public var name: String
  /// The program and its arguments; run in the workspace's folder.
  public var command: [String]
  public var version: Int
  public var timeout: Duration
  public var memoryMiB: Int
  public var models: [ReadModel]

  /// The plug-ins that the member `plugins` declares.
  /// - Throws: `DefinitionError` with the line of the first fault.
  public static func all(_ node: DefinitionNode) throws(DefinitionError) -> [PluginDeclaration] {
    let members = try node.members()
    guard members.count <= maximumPlugins else {
      throw node.error("has more than \(maximumPlugins) plug-ins, the most that are read")
    }
    var plugins: [PluginDeclaration] = []
    for (name, member) in members { plugins.append(try PluginDeclaration(name: name, member)) }
    return plugins
  }

  private init(name: String, _ node: DefinitionNode) throws(DefinitionError) {
    _ = try node.members(known: ["run", "tables"] + Self.parameters.map(\.name))
    func value(_ name: String) throws(DefinitionError) -> Double {
      let parameter = Self.parameters.first { $0.name == name }!
      return try node[name]?.number(in: parameter.range) ?? parameter.standard
    }
    self.name = name
    guard let run = node["run"] else { throw node.error("has no run: the program and its arguments, as a list") }
    command = []
    for word in try run.elements() {
      let text = try word.text()
      guard !text.utf8.contains(0) else { throw word.error("has a NUL character") }
      command.append(text)
    }
    guard (1...Self.maximumWords).contains(command.count) else {
      throw run.error("is to have 1 to \(Self.maximumWords) words")
    }
    version = Int(try value("version"))
    timeout = .seconds(try value("timeout_seconds"))
    memoryMiB = Int(try value("memory_mib"))
    guard let tables = node["tables"] else { throw node.error("has no tables; say which it fills, and their columns") }
    models = []
    for (name, table) in try tables.members() { models.append(try Self.model(name, table)) }
    guard !models.isEmpty else { throw tables.error("is empty; say which tables it fills") }
  }

  private static func model(_ name: String, _ node: DefinitionNode) throws(DefinitionError) -> ReadModel {
    _ = try node.members(known: ["meaning", "columns"])
    guard let meaning = node["meaning"], let columns = node["columns"] else {
      throw node.error("is to have meaning and columns")
    }
    var read: [ViewColumn] = []
    for (name, column) in try columns.members() {
      _ = try column.members(known: ["type", "meaning", "indexed"])
      guard let type = column["type"], let meaning = column["meaning"] else {
        throw column.error("is to have type and meaning")
      }
      guard let kind = ViewColumn.Kind(word: try type.text()) else {
        throw type.error("is to be text, integer or real")
      }
      read.append(
        ViewColumn(name, kind, try meaning.text(), isIndexed: try column["indexed"]?.bool() ?? false))
    }
    return ReadModel(name, try meaning.text(), columns: read)
  }

  /// SHA-256 over what decides what the plug-in does: its command, its tables, and the content of every file that the
  /// command names. Files that these read in turn are not seen.
  /// - Parameter folder: the workspace.
  public func fingerprint(in folder: String) -> String {
    let tables = models.map { model -> JSONValue in
      [
        "name": .string(model.name),
        "columns": .array(model.columns.map { [.string($0.name), .string($0.kind.word), .bool($0.isIndexed)] }),
      ]
    }
    let described: JSONValue = [
      "name": .string(name), "version": .integer(version), "run": .array(command.map { .string($0) }),
      "tables": .array(tables), "files": .array(command.map { .optional(Self.identity(of: $0, in: folder)) }),
    ]
    return Hexadecimal.text(of: SHA256.hash(data: CanonicalWriter.bytes(of: described)))
  }

  /// What tells a file that a word of the command names from another; `nil` for a word that names none.
  private static func identity(of word: String, in folder: String) -> String? {
    let path = word.hasPrefix("/") ? word : folder + "/" + word
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    if size <= maximumHashedBytes, let data = FileManager.default.contents(atPath: path) {
      return Hexadecimal.text(of: SHA256.hash(data: data))
    }
    return "\(size) \((attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)"
  }
}

extension ViewColumn.Kind {
  /// How definitions and the handshake call the type.
  var word: String { rawValue.lowercased() }

  init?(word: String) {
    guard let kind = [Self.text, .integer, .real].first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}
