public import DefinitionFiles
internal import DealEvents

/// How the rows of a CSV file become events: a YAML file, one for each shape of table.
public struct ImportMapping: Sendable {
  public var id: String
  public var encoding: TextEncoding
  var repairs: Set<String>
  public var delimiter: Character
  var category: String
  var subject: Template
  /// Words by which organisations are told from people; a name with none of them is a person's, whose id is opaque.
  var organisationWords: [String]
  var kind: any EventPayload.Type
  var occurred: Template
  var status: String
  var data: [(name: String, template: Template)]
  var sources: [Template]
  var rejects: [Reject]
  var moves: Moves?
  var amends: Amends?

  /// Rows with this cell are refused, with the reason.
  struct Reject: Sendable {
    var column: String
    var equals: String
    var reason: String
  }

  /// Rows of one key, in order, are places one after another: an event is the step from one to the next.
  struct Moves: Sendable {
    var key: String
    var order: String
    var place: String
  }

  /// Rows that amend an earlier row of the same key become corrections of it.
  struct Amends: Sendable {
    var column: String
    var equals: String
    var key: [String]
    var date: String
    var withinDays: Int
    var reason: String
  }

  private static let members = [
    "id", "encoding", "repair", "delimiter", "subject", "kind", "occurred", "status", "data", "sources", "reject",
    "moves", "amends",
  ]

  /// Most characters of an id.
  static let maximumNameLength = 100

  /// - Throws: `DefinitionError` with the line of the first fault.
  public init(yaml: String, file: String) throws(DefinitionError) {
    let root = try DefinitionNode(yaml: yaml, file: file)
    _ = try root.members(known: Self.members)
    func need(_ key: String, in node: DefinitionNode) throws(DefinitionError) -> DefinitionNode {
      guard let member = node[key] else { throw node.error("has no \(key)") }
      return member
    }
    let named = try need("id", in: root)
    id = try named.text()
    // It names a file of the workspace.
    guard (1...Self.maximumNameLength).contains(id.count), id.first != ".",
      id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
    else {
      throw named.error("is to be 1 to \(Self.maximumNameLength) ASCII letters, digits and . - _, the first no point")
    }
    encoding = .utf8
    if let node = root["encoding"] {
      guard let named = TextEncoding(rawValue: try node.text()) else {
        throw node.error("is to be one of \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      encoding = named
    }
    repairs = []
    for node in try root["repair"]?.elements() ?? [] {
      let name = try node.text()
      guard ["double-encoded", "whitespace"].contains(name) else {
        throw node.error("is to be double-encoded or whitespace")
      }
      repairs.insert(name)
    }
    delimiter = ","
    if let node = root["delimiter"] {
      let text = try node.text()
      guard text.utf8.count == 1, let ascii = text.utf8.first, ascii < 0x80, !"\"\r\n".utf8.contains(ascii) else {
        throw node.error("is to be one ASCII character that is no quotation mark and no line end, such as \";\"")
      }
      delimiter = text.first!
    }
    let subjectNode = try need("subject", in: root)
    _ = try subjectNode.members(known: ["category", "name", "organisation_words"])
    category = try need("category", in: subjectNode).text()
    subject = try Template(need("name", in: subjectNode))
    organisationWords = []
    for node in try subjectNode["organisation_words"]?.elements() ?? [] {
      organisationWords.append(try node.text().lowercased())
    }
    let kindNode = try need("kind", in: root)
    guard let kind = Vocabulary.type(of: try kindNode.text()) else { throw kindNode.error("is not a known kind") }
    self.kind = kind
    occurred = try Template(need("occurred", in: root))
    status = try root["status"]?.text() ?? "reported"
    data = []
    let fields = kind.descriptions.map(\.name)
    for (name, node) in try need("data", in: root).members(known: fields) { data.append((name, try Template(node))) }
    sources = []
    for node in try need("sources", in: root).elements() {
      _ = try node.members(known: Source.descriptions.map(\.name))
      sources.append(try Template(node))
    }
    rejects = []
    for node in try root["reject"]?.elements() ?? [] {
      _ = try node.members(known: ["column", "equals", "reason"])
      rejects.append(
        Reject(
          column: try need("column", in: node).text(), equals: try node["equals"]?.scalar() ?? "",
          reason: try need("reason", in: node).text()))
    }
    if let node = root["moves"] {
      _ = try node.members(known: ["key", "order", "place"])
      moves = Moves(
        key: try need("key", in: node).text(), order: try need("order", in: node).text(),
        place: try need("place", in: node).text())
    }
    if let node = root["amends"] {
      _ = try node.members(known: ["column", "equals", "key", "date", "within_days", "reason"])
      var key: [String] = []
      for column in try need("key", in: node).elements() { key.append(try column.text()) }
      amends = Amends(
        column: try need("column", in: node).text(), equals: try need("equals", in: node).text(), key: key,
        date: try need("date", in: node).text(),
        withinDays: Int(try need("within_days", in: node).number(in: 0...36_500)),
        reason: try need("reason", in: node).text())
    }
  }

  /// The columns that a file must have.
  var columns: Set<String> {
    var all = subject.columns + occurred.columns + data.flatMap(\.template.columns) + sources.flatMap(\.columns)
    all += rejects.map(\.column)
    if let moves { all += [moves.key, moves.order, moves.place] }
    if let amends { all += [amends.column, amends.date] + amends.key }
    return Set(all.map { $0.hasPrefix("previous.") ? String($0.dropFirst("previous.".count)) : $0 })
  }
}
