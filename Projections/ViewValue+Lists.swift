internal import CanonicalJSON
internal import EventLog
public import Projecting

extension ViewValue {
  static func text(_ text: String?) -> ViewValue { text.map { .text($0) } ?? .null }

  /// A JSON array of texts.
  static func list(_ texts: [String]) -> ViewValue {
    .text(CanonicalWriter.text(of: .array(texts.map { .string($0) })))
  }

  /// A JSON array of the ids of events.
  static func list(_ ids: [EventID]) -> ViewValue { list(ids.map(\.description)) }

  /// The texts of a JSON array; none where the value is no such thing.
  public var list: [String] {
    guard case .text(let text) = self else { return [] }
    return ((try? JSONReader.read(Array(text.utf8)))?.array ?? []).compactMap(\.string)
  }
}
