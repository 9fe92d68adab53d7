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

  /// What a plug-in says.
  enum Answer {
    case ready
    case row(ViewRow)
    /// The rows of the subject are all there.
    case done
    /// The plug-in cannot compute this subject.
    case failed(String)
  }

  /// - Parameters:
  ///   - subject: whose history was sent; `nil` for the handshake.
  ///   - row: the number of the row that this would be, from 1.
  /// - Throws: `PluginFault` with what is wrong.
  static func answer(
    _ line: [UInt8], subject: Subject?, row: Int, _ models: [ReadModel]
  ) throws(PluginFault) -> Answer {
    let json: JSONValue
    do {
      json = try JSONReader.read(line)
    } catch {
      throw .broken("wrote a line that is not JSON (\(error)): \(shown(line))")
    }
    let type = json["type"]?.string
    if let subject {
      switch type {
      case "row": return .row(try self.row(json, row, models))
      case "done", "failed":
        guard json["subject"]?.string == subject.id else {
          throw .broken("ended \(json["subject"]?.string ?? "no subject") where \(subject.id) was asked")
        }
        return type == "done" ? .done : .failed(json["message"]?.string ?? "no message")
      default: throw .broken("wrote a line that is no row, done or failed: \(shown(line))")
      }
    }
    guard type == "ready" else { throw .broken("did not answer the handshake with ready: \(shown(line))") }
    guard json["protocol"]?.integer == version else {
      throw .broken("speaks another protocol than \(version); see dealtrail's docs/plugins.md")
    }
    return .ready
  }

  private static func row(_ json: JSONValue, _ number: Int, _ models: [ReadModel]) throws(PluginFault) -> ViewRow {
    func fault(_ reason: String) -> PluginFault { .row("row \(number) \(reason)") }
    guard let table = json["table"]?.string, let model = models.first(where: { $0.name == table }) else {
      throw fault(
        "is of the table \(json["table"].map { CanonicalWriter.text(of: $0) } ?? "null"); declared: "
          + models.map(\.name).joined(separator: ", "))
    }
    guard let values = json["values"]?.object else { throw fault("of \(table) has no object \"values\"") }
    let known = model.columns.map(\.name)
    if let unknown = values.keys.first(where: { !known.contains($0) }) {
      throw fault("of \(table) has a column \"\(unknown)\"; declared: \(known.joined(separator: ", "))")
    }
    var read: [ViewValue] = []
    for column in model.columns {
      guard let value = value(values[column.name] ?? .null, column.kind) else {
        let found = values[column.name] ?? .null
        throw fault("of \(table) has \(found.typeName) in \(column.name), which is \(column.kind.word)")
      }
      read.append(value)
    }
    return ViewRow(table, read)
  }

  /// `nil` for a value that the column does not take. Lists and objects become canonical JSON in a column of text.
  private static func value(_ json: JSONValue, _ kind: ViewColumn.Kind) -> ViewValue? {
    switch (json, kind) {
    case (.null, _): .null
    case (.number, .integer): json.integer.map { .integer(Int64($0)) }
    case (.number(let number), .real): .real((number * 1e12).rounded() / 1e12).finite ?? .real(number)
    case (.string(let text), .text): .text(text)
    case (.array, .text), (.object, .text): .text(CanonicalWriter.text(of: json))
    default: nil
    }
  }

  /// The beginning of a line, for messages.
  private static func shown(_ line: [UInt8]) -> String {
    let text = String(decoding: line.prefix(200), as: UTF8.self)
    return line.count > 200 ? text + "…" : text
  }
}

extension ViewValue {
  /// The value, unless rounding a very large number made it infinite.
  fileprivate var finite: ViewValue? {
    if case .real(let number) = self, !number.isFinite { nil } else { self }
  }
}

/// What went wrong with a plug-in.
enum PluginFault: Error {
  /// It does not keep to the protocol, or ended: its process is of no use any more.
  case broken(String)
  /// It took longer than it may.
  case late(String)
  /// A row is wrong; the process goes on.
  case row(String)

  var reason: String {
    switch self {
    case .broken(let reason), .late(let reason), .row(let reason): reason
    }
  }
}
