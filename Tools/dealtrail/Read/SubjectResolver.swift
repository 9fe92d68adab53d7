import DealEvents
import DealProjections
import EventLog
import Projecting
import SQLiteViews

/// Finds the subject that a person means: by its id, its short id, or any of its names.
struct SubjectResolver {
  let reader: ViewReader

  /// - Throws: `CommandFailure` that suggests the nearest names, or lists those that the text may mean.
  func resolve(_ text: String) throws -> Subject {
    guard let found = try find(text) else { throw CommandFailure.failed(try unknown(text)) }
    return found
  }

  /// `nil` when nothing has the name.
  func find(_ text: String) throws -> Subject? {
    if text.contains("/") {
      guard let subject = Subject(text) else { throw Self.invalid(text) }
      return try reader.knows(subject) ? subject : nil
    }
    if let company = Subject("company/" + text), try reader.knows(company) { return company }
    let folded = SearchText.folded(text)
    guard !folded.isEmpty else { throw Self.invalid(text) }
    let named = Set(try reader.rows(SearchProjection.nameModel, where: "folded", is: folded).map(\.subject)).sorted()
    if named.count > 1 {
      throw CommandFailure.failed(
        "\"\(text)\" may be \(named.map(\.id).joined(separator: ", ")); write one of these")
    }
    return named.first
  }

  /// The name that a subject is shown by: the first of its last profile, else the last part of its id.
  func name(of subject: Subject) throws -> String {
    let names = try reader.rows(SearchProjection.nameModel, of: subject)
    let profiled = names.first { $0.values[3] != .null } ?? names.first
    guard case .text(let name)? = profiled?.values[0] else { return String(subject.name) }
    return name
  }

  func unknown(_ text: String) throws -> String {
    let rows = try reader.rows(SearchProjection.nameModel)
    let folded = SearchText.folded(text.split(separator: "/").last.map(String.init) ?? text)
    var named: [String: Subject] = [:]
    for row in rows {
      if case .text(let name) = row.values[1], named[name] == nil { named[name] = row.subject }
    }
    let near =
      nearest(to: folded, among: named.keys.sorted()).flatMap { named[$0] }.map { "; did you mean \($0)?" } ?? "."
    return "the log has no claims about \"\(text)\"\(near) Find subjects by any name with: dealtrail search TEXT"
  }

  private static func invalid(_ text: String) -> CommandFailure {
    .invalid("\"\(text)\" is not a subject; write category/name, such as company/manus, or one of its names")
  }
}
