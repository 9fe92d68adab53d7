internal import CanonicalJSON
internal import Crypto
public import DefinitionFiles
internal import EventLog
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
  /// The workspace's folder in which each plug-in has one of its own.
  public static let folder = "plugins"

  /// Its name, that of its projection and of its folder.
  public var name: String
  /// The program and its arguments; run in the plug-in's folder.
  public var command: [String]
  /// Raised with every change of what the rows say that nothing else shows.
  public var version: Int
  /// How long it may take for one history, in seconds.
  public var timeoutSeconds: Double
  /// Address space that each of its processes may have, in MiB.
  public var memoryMiB: Int
  /// The tables that it fills.
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
    func parameter(_ name: String) -> DefinitionParameter { Self.parameters.first { $0.name == name }! }
    func whole(_ name: String) throws(DefinitionError) -> Int {
      try node[name]?.whole(in: parameter(name).range) ?? Int(parameter(name).standard)
    }
    // It names a folder, too.
    guard !name.isEmpty, name.utf8.allSatisfy({ $0.isNameByte }) else {
      throw node.error("is to be named by small letters, digits and _")
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
    version = try whole("version")
    let timeout = parameter("timeout_seconds")
    timeoutSeconds = try node[timeout.name]?.number(in: timeout.range) ?? timeout.standard
    memoryMiB = try whole("memory_mib")
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

  /// The plug-in's own folder.
  /// - Parameter workspace: the folder of the workspace.
  func ownFolder(in workspace: String) -> String { "\(workspace)/\(Self.folder)/\(name)" }

  /// SHA-256 over what decides what the plug-in does: its command, its tables, and every file of its folder.
  /// - Parameter workspace: the folder of the workspace.
  /// - Throws: `PluginFolder.Fault`.
  func fingerprint(in workspace: String) throws(PluginFolder.Fault) -> String {
    let tables = models.map { model -> JSONValue in
      [
        "name": .string(model.name),
        "columns": .array(model.columns.map { [.string($0.name), .string($0.kind.word), .bool($0.isIndexed)] }),
      ]
    }
    let files = try PluginFolder(path: ownFolder(in: workspace)).digests().map {
      JSONObject.Member(key: $0.path, value: .string($0.hash))
    }
    let described: JSONValue = [
      "name": .string(name), "version": .integer(version), "run": .array(command.map { .string($0) }),
      "tables": .array(tables), "files": .object(JSONObject(files)),
    ]
    return Hexadecimal.text(of: SHA256.hash(data: CanonicalWriter.bytes(of: described)))
  }
}

extension UInt8 {
  /// Whether it is a small ASCII letter, a digit or `_`.
  fileprivate var isNameByte: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x5F }
}

extension ViewColumn.Kind {
  /// How definitions and the handshake call the type.
  var word: String { rawValue.lowercased() }

  init?(word: String) {
    guard let kind = [Self.text, .integer, .real].first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}
