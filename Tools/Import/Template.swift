internal import DefinitionFiles

/// What a mapping says a value is made of: a text with `{column}` in it, a column with rules, an object or a list.
///
/// A value that needs a cell which is empty is left out.
indirect enum Template: Sendable {
  case text([Piece])
  case column(String, ColumnRules)
  case object([(name: String, template: Template)])
  case list([Template])

  enum Piece: Sendable {
    case literal(String)
    case column(String)
  }

  struct ColumnRules: Sendable {
    var map: [String: String] = [:]
    var otherwise: String?
    var stripPrefix: String?
    /// Keeps what comes before the first of these.
    var before: [String] = []
  }

  /// - Throws: `DefinitionError` with the line in the mapping.
  init(_ node: DefinitionNode) throws(DefinitionError) {
    if node.isList {
      var list: [Template] = []
      for element in try node.elements() { list.append(try Template(element)) }
      self = .list(list)
    } else if node.isMapping, let column = node["column"] {
      self = .column(try column.text(), try Self.rules(node))
    } else if node.isMapping {
      var members: [(name: String, template: Template)] = []
      for (key, member) in try node.members() { members.append((key, try Template(member))) }
      self = .object(members)
    } else {
      self = .text(try Self.pieces(node))
    }
  }

  private static func rules(_ node: DefinitionNode) throws(DefinitionError) -> ColumnRules {
    var rules = ColumnRules()
    for (key, value) in try node.members(known: ["column", "map", "otherwise", "strip_prefix", "before"]) {
      switch key {
      case "map": for (from, to) in try value.members() { rules.map[from] = try to.text() }
      case "otherwise": rules.otherwise = try value.text()
      case "strip_prefix": rules.stripPrefix = try value.text()
      case "before": for text in try value.elements() { rules.before.append(try text.text()) }
      default: break
      }
    }
    return rules
  }

  private static func pieces(_ node: DefinitionNode) throws(DefinitionError) -> [Piece] {
    var pieces: [Piece] = []
    var rest = try node.text()[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { throw node.error("has a { without a }") }
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      pieces.append(.column(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    return pieces
  }

  /// The columns that the template reads.
  var columns: [String] {
    switch self {
    case .text(let pieces): pieces.compactMap { if case .column(let name) = $0 { name } else { nil } }
    case .column(let name, _): [name]
    case .object(let members): members.flatMap(\.template.columns)
    case .list(let list): list.flatMap(\.columns)
    }
  }

  /// The text for a row; `nil` where a cell that it needs is empty, or has no place in the map.
  func text(_ row: ImportRow) -> String? {
    switch self {
    case .text(let pieces):
      var text = ""
      for piece in pieces {
        switch piece {
        case .literal(let literal): text += literal
        case .column(let name):
          guard let cell = row[name], !cell.isEmpty else { return nil }
          text += cell
        }
      }
      return text
    case .column(let name, let rules): return row[name].flatMap { rules.apply($0) }
    case .object, .list: return nil
    }
  }
}

extension Template.ColumnRules {
  fileprivate func apply(_ cell: String) -> String? {
    var text = cell[...]
    if let stripPrefix, text.hasPrefix(stripPrefix) { text = text.dropFirst(stripPrefix.count) }
    for mark in before {
      if let range = text.firstRange(of: mark) { text = text[..<range.lowerBound] }
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.isEmpty { return otherwise }
    return map.isEmpty ? String(text) : map[String(text)] ?? otherwise
  }
}

/// A row by its columns; `previous.` before a name means the row before of the same group.
struct ImportRow: Sendable {
  /// From 2, as the header is 1; a cell with line breaks still makes one row.
  var number: Int
  /// Where each column is; one for all rows.
  var columns: [String: Int]
  var cells: [String]
  var previous: [String]?

  subscript(column: String) -> String? {
    column.hasPrefix("previous.")
      ? cell(String(column.dropFirst("previous.".count)), of: previous ?? []) : cell(column, of: cells)
  }

  private func cell(_ column: String, of cells: [String]) -> String? {
    columns[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
  }
}
