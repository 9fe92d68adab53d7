internal import CanonicalJSON
internal import EventLog
internal import Projecting

/// The lines that go between us and a plug-in; `docs/plugins.md` describes them.
enum PluginMessages {
  /// The version of the protocol, in the handshake and in its answer.
  static let version = 1
  /// How long a program has to start and answer the handshake.
  static let handshakeTimeout = Duration.seconds(30)
  /// Longest line that a plug-in may write, in bytes.
  static let maximumLineBytes = 1 << 20
  /// Most rows of one subject.
  static let maximumRows = 100_000
  /// Most bytes that a plug-in may answer about one subject.
  static let maximumAnswerBytes = 64 << 20
  /// How much of what a plug-in wrote is repeated in messages, in characters.
  static let maximumQuoted = 200

  static func handshake(_ plugin: PluginDeclaration) -> [UInt8] {
    let tables = plugin.models.map { model in
      JSONObject.Member(
        key: model.name,
        value: .object(
          JSONObject(model.columns.map { JSONObject.Member(key: $0.name, value: .string($0.kind.word)) })))
    }
    return line([
      "type": "handshake", "protocol": .integer(version), "projection": .string(plugin.name),
      "version": .integer(plugin.version), "tables": .object(JSONObject(tables)),
    ])
  }

  static func history(_ history: History) -> [UInt8] { line(history.json) }

  private static func line(_ json: JSONValue) -> [UInt8] { CanonicalWriter.bytes(of: json) + [UInt8(ascii: "\n")] }

  /// What a plug-in says to a history.
  enum Answer {
    case row(ViewRow)
    /// The rows of the subject are all there.
    case done
    /// The plug-in cannot compute this subject.
    case failed(String)
  }

  /// Reads the answer to the handshake.
  /// - Throws: `PluginFault.broken` for any other line.
  static func checkReady(_ line: [UInt8]) throws(PluginFault) {
    let json = try read(line)
    guard json["type"]?.string == "ready" else {
      throw .broken("did not answer the handshake with ready: \(quoted(line))")
    }
    guard json["protocol"]?.integer == version else {
      throw .broken("speaks another protocol than \(version); see dealtrail's docs/plugins.md")
    }
  }

  /// Reads a line of the answer to a history.
  /// - Parameters:
  ///   - subject: whose history it is.
  ///   - row: the number of the row that this would be, from 1.
  /// - Throws: `PluginFault.broken` for a line that is none, or about another subject; `subject` for a wrong row.
  static func answer(
    _ line: [UInt8], about subject: Subject, row: Int, _ models: [ReadModel]
  ) throws(PluginFault) -> Answer {
    let json = try read(line)
    guard let type = json["type"]?.string, ["row", "done", "failed"].contains(type) else {
      throw .broken("wrote a line that is no row, done or failed: \(quoted(line))")
    }
    guard json["subject"]?.string == subject.id else {
      let named = json["subject"]?.string.map { quoted(Array($0.utf8)) } ?? "no subject"
      throw .broken("wrote about \(named) where \(subject.id) was asked")
    }
    switch type {
    case "row": return .row(try self.row(json, row, models))
    case "done": return .done
    default: return .failed(quoted(Array((json["message"]?.string ?? "it says no reason").utf8)))
    }
  }

  private static func read(_ line: [UInt8]) throws(PluginFault) -> JSONValue {
    do {
      return try JSONReader.read(line)
    } catch {
      throw .broken("wrote a line that is not JSON (\(error)): \(quoted(line))")
    }
  }

  private static func row(_ json: JSONValue, _ number: Int, _ models: [ReadModel]) throws(PluginFault) -> ViewRow {
    func fault(_ reason: String) -> PluginFault { .subject("row \(number) \(reason)") }
    guard let table = json["table"]?.string, let model = models.first(where: { $0.name == table }) else {
      let named = json["table"].map { quoted(CanonicalWriter.bytes(of: $0)) } ?? "null"
      throw fault("is of the table \(named); declared: \(models.map(\.name).joined(separator: ", "))")
    }
    guard let values = json["values"]?.object else { throw fault("of \(table) has no object \"values\"") }
    let known = model.columns.map(\.name)
    if let unknown = values.keys.first(where: { !known.contains($0) }) {
      throw fault(
        "of \(table) has a column \"\(quoted(Array(unknown.utf8)))\"; declared: \(known.joined(separator: ", "))")
    }
    var read: [ViewValue] = []
    for column in model.columns {
      guard let value = value(values[column.name] ?? .null, column.kind) else {
        let found = values[column.name] ?? .null
        throw fault(
          "of \(table) has \(found.typeName) in \(column.name) that it does not take; it is \(column.kind.word)")
      }
      read.append(value)
    }
    return ViewRow(table, read)
  }

  /// `nil` for a value that the column does not take. Lists and objects become canonical JSON in a column of text. SQLite ends
  /// a text at a NUL character, so there is none.
  private static func value(_ json: JSONValue, _ kind: ViewColumn.Kind) -> ViewValue? {
    switch (json, kind) {
    case (.null, _): .null
    case (.number, .integer): json.integer.map { .integer(Int64($0)) }
    case (.number(let number), .real): .number(number)
    case (.string(let text), .text): text.utf8.contains(0) ? nil : .text(text)
    case (.array, .text), (.object, .text): .text(CanonicalWriter.text(of: json))
    default: nil
    }
  }

  /// The beginning of what a plug-in wrote, for messages.
  private static func quoted(_ bytes: [UInt8]) -> String {
    let kept = bytes.prefix(4 * maximumQuoted).map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    let text = String(decoding: kept, as: UTF8.self)
    return text.count > maximumQuoted ? text.prefix(maximumQuoted) + "…" : text
  }
}

/// What went wrong with a plug-in.
enum PluginFault: Error {
  /// It does not keep to the protocol, or ended: its process is of no use any more.
  case broken(String)
  /// It took longer than it may.
  case late(String)
  /// The subject cannot be computed; the process goes on.
  case subject(String)

  var reason: String {
    switch self {
    case .broken(let reason), .late(let reason), .subject(let reason): reason
    }
  }
}
