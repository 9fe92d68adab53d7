public import EventLog
internal import CanonicalJSON
internal import Crypto
internal import DealEvents
internal import Foundation

/// A row that became no event, and why.
public struct RejectedRow: Sendable {
  /// From 2, as the header is 1.
  public var number: Int
  public var reason: String
  public var cells: [String]
}

/// What the rows of a table became. Every row is one event or one reject.
public struct ImportResult: Sendable {
  public var columns: [String]
  public var rows: Int
  public var events: [Event] = []
  public var rejects: [RejectedRow] = []

  /// The rejects as CSV: the row's number and the reason, then the row as it was read.
  /// With the delimiter of the table, and in UTF-8; where the table was not, with a byte order mark, which says so to the same mapping.
  public var rejectsCSV: String {
    (isUTF8 ? "" : "\u{FEFF}")
      + ([Self.added + columns] + rejects.map { ["\($0.number)", $0.reason] + $0.cells })
      .map { CSVTable.line($0, delimiter: delimiter) + "\r\n" }.joined()
  }

  /// The columns that a file of rejects has before those of its table.
  static let added = ["row", "reason"]
  var isUTF8 = true
  var delimiter: Character = ","
}

/// Turns the rows of a table into events by a mapping. The same rows give the same events, whatever the time.
public struct ImportRun {
  private let mapping: ImportMapping
  private let table: CSVTable
  private let defaults: EventLine.Defaults
  private let text: FieldText

  /// - Throws: `ImportError` when the file lacks a column that the mapping reads.
  public init(
    mapping: ImportMapping, bytes: [UInt8], file: String, recordedBy: String, correlation: String
  ) throws {
    self.mapping = mapping
    // A file of rejects that was mended: what was added to it is not of the table, and its mark says that it is UTF-8.
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var table = try CSVTable(
      bytes: bytes, file: file, encoding: isMarked ? .utf8 : mapping.encoding, delimiter: mapping.delimiter)
    let isRejects =
      table.columns.starts(with: ImportResult.added)
      && ImportResult.added.allSatisfy { !mapping.columns.contains($0) || table.columns.dropFirst(2).contains($0) }
    if isRejects {
      table.columns.removeFirst(2)
      for index in table.rows.indices { table.rows[index].removeFirst(min(2, table.rows[index].count)) }
    }
    self.table = table
    let missing = mapping.columns.subtracting(table.columns).sorted()
    guard missing.isEmpty else {
      throw ImportError(
        "\(file): the mapping \(mapping.id) reads the columns \(missing.joined(separator: ", ")), which the file lacks; "
          + "it has: \(table.columns.joined(separator: ", "))")
    }
    let counts = Dictionary(grouping: table.columns) { $0 }
    if let twice = mapping.columns.sorted().first(where: { counts[$0]!.count > 1 }) {
      throw ImportError("\(file): has the column \(twice) twice, so what the mapping \(mapping.id) reads is not clear")
    }
    defaults = EventLine.Defaults(recordedBy: recordedBy, correlation: correlation)
    text = FieldText { name, category in
      if let subject = name.contains("/") ? Subject(name) : Self.subject(name, category) { return subject }
      throw FieldProblem(field: category, reason: "\"\(name)\" gives no id")
    }
  }

  /// - Parameter progress: called with the rows done and their number.
  public func run(progress: (Int, Int) -> Void) -> ImportResult {
    var result = ImportResult(columns: table.columns, rows: table.rows.count)
    result.isUTF8 = mapping.encoding == .utf8
    result.delimiter = mapping.delimiter
    var amendable = Amendable(mapping.amends)
    for (count, row) in orderedRows().enumerated() {
      if count % 256 == 0 { progress(count, table.rows.count) }
      do {
        let event = try event(from: row, amending: &amendable)
        result.events.append(event)
      } catch {
        result.rejects.append(
          RejectedRow(number: row.number, reason: "\(error)", cells: table.rows[row.number - 2]))
      }
    }
    result.rejects.sort { $0.number < $1.number }
    return result
  }

  /// The rows in the order in which they are read, cells repaired; for moves, each with the one before of its key.
  private func orderedRows() -> [ImportRow] {
    let columns = Dictionary(zip(table.columns, table.columns.indices), uniquingKeysWith: { first, _ in first })
    var rows = table.rows.enumerated().map { index, cells in
      ImportRow(number: index + 2, columns: columns, cells: cells.map(repaired))
    }
    if let amends = mapping.amends {
      // An original comes before what amends it, whatever the file's order.
      rows.sort {
        ($0[amends.date] ?? "", isAmendment($0), $0.number) < ($1[amends.date] ?? "", isAmendment($1), $1.number)
      }
    }
    guard let moves = mapping.moves else { return rows }
    rows.sort {
      ($0[moves.key] ?? "", $0[moves.order] ?? "", $0.number) < ($1[moves.key] ?? "", $1[moves.order] ?? "", $1.number)
    }
    for index in rows.indices.dropFirst() where rows[index][moves.key] == rows[index - 1][moves.key] {
      rows[index].previous = rows[index - 1].cells
    }
    return rows
  }

  private func isAmendment(_ row: ImportRow) -> Int {
    row[mapping.amends?.column ?? ""] == mapping.amends?.equals ? 1 : 0
  }

  private func repaired(_ cell: String) -> String {
    var text = cell
    if mapping.repairs.contains("double-encoded") { text = TextRepair.doubleEncoded(text) }
    if mapping.repairs.contains("whitespace") { text = TextRepair.whitespace(text) }
    return text
  }

  private func event(from row: ImportRow, amending amendable: inout Amendable) throws -> Event {
    if row.cells.allSatisfy(\.isEmpty) { throw ImportError("the row is blank") }
    guard table.rows[row.number - 2].count == table.columns.count else {
      throw ImportError("has \(table.rows[row.number - 2].count) cells; the header has \(table.columns.count)")
    }
    for reject in mapping.rejects where row[reject.column] ?? "" == reject.equals { throw ImportError(reject.reason) }
    try refuseRest(row)
    guard let name = mapping.subject.text(row) else { throw ImportError("has no name to make the subject of") }
    guard let subject = subject(named: name) else {
      throw ImportError(
        "\"\(name)\" gives no id in ASCII; write the row as an event with an id of your choice: dealtrail add --help")
    }
    guard let occurred = mapping.occurred.text(row) else { throw ImportError("has no date") }
    var data = JSONObject()
    for (field, template) in mapping.data {
      let type = mapping.kind.descriptions.first { $0.name == field }!.type
      data[field] = try json(template, as: type, field: field, row)
    }
    var sources: [JSONValue] = []
    for template in mapping.sources {
      if let source = try json(template, as: Source.fieldType, field: "sources", row) { sources.append(source) }
    }
    let event = try EventLine.event(
      from: [
        "subject": .string(subject.id), "kind": .string(mapping.kind.kind), "occurred": .string(Self.ordered(occurred)),
        "status": .string(mapping.status), "data": .object(data), "sources": .array(sources),
      ], defaults: defaults)
    guard let target = amendable.target(of: row) else {
      amendable.add(row, event)
      return event
    }
    return try correction(of: target, by: event)
  }

  /// A row that is where the row before was tells of no move.
  private func refuseRest(_ row: ImportRow) throws {
    guard let moves = mapping.moves else { return }
    guard row.previous != nil else {
      throw ImportError("the first place on record of this company: no move yet")
    }
    if row["previous." + moves.place]?.uppercased() == row[moves.place]?.uppercased() {
      throw ImportError("the same place as the row before: no move")
    }
  }

  private func correction(of target: Event, by event: Event) throws -> Event {
    try EventLine.event(
      from: [
        "subject": .string(target.subject.id), "kind": .string(EventCorrected.kind),
        "occurred": .string(event.occurred),
        "data": [
          "target": .string(target.id.description), "reason": .string(mapping.amends?.reason ?? "amended"),
          "data": event.data ?? .null, "occurred": .string(event.occurred),
        ],
        "sources": event.sources ?? [], "causation": .string(target.id.description),
      ], defaults: defaults)
  }

  private func json(
    _ template: Template, as type: FieldType, field: String, _ row: ImportRow
  ) throws -> JSONValue? {
    switch (template, type) {
    case (.list(let templates), .list(let element)):
      let elements = try templates.compactMap { try json($0, as: element, field: field, row) }
      return elements.isEmpty ? nil : .array(elements)
    case (.object(let members), .object(_, let fields)):
      var object = JSONObject()
      for (name, member) in members {
        guard let type = fields.first(where: { $0.name == name })?.type else {
          throw ImportError("\(field) has no field \(name)")
        }
        object[name] = try json(member, as: type, field: name, row)
      }
      return object.isEmpty ? nil : .object(object)
    case (.object(let members), .money):
      guard let value = members.first(where: { $0.name == "value" })?.template.text(row) else { return nil }
      let currency = members.first { $0.name == "currency" }?.template.text(row)
      return try FieldText(currency: currency, subject: text.subject).json(value, as: .money, field: field)
    case (.object(let members), .place):
      guard let country = members.first(where: { $0.name == "country" })?.template.text(row) else { return nil }
      var place = JSONObject()
      place["country"] = try text.json(country, as: .country, field: field)
      for name in ["subdivision", "city"] {
        place[name] = members.first { $0.name == name }?.template.text(row).map { .string($0) }
      }
      return .object(place)
    default:
      return try template.text(row).map { try text.json($0, as: type, field: field) }
    }
  }

  private func subject(named name: String) -> Subject? {
    let words = mapping.organisationWords
    let parts = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    if !words.isEmpty, parts.isDisjoint(with: words) {
      // In one form (NFC): two ways to write an accent are no two people.
      let digest = SHA256.hash(data: Array(name.precomposedStringWithCanonicalMapping.lowercased().utf8)).prefix(4)
      return Subject("person/p-" + Hexadecimal.text(of: digest))
    }
    return Self.subject(name, mapping.category)
  }

  private static func subject(_ name: String, _ category: String) -> Subject? {
    Subject.named(name.folding(options: [.diacriticInsensitive], locale: nil), category: category)
  }

  /// Windows of two rows may overlap; the move then lies between the ends the other way round.
  private static func ordered(_ occurred: String) -> String {
    let ends = occurred.split(separator: "/").map(String.init)
    guard ends.count == 2, ends[0].count == 10, ends[1].count == 10, ends[0] >= ends[1] else { return occurred }
    return ends[0] == ends[1] ? ends[0] : "\(ends[1])/\(ends[0])"
  }
}
