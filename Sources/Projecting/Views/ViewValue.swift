internal import CanonicalJSON
public import EventLog

/// One value of a row.
public enum ViewValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// Texts are the same where their bytes are, as for SQLite.
  public static func == (left: ViewValue, right: ViewValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }
}

extension ViewValue {
  /// A text that may not be known.
  public static func text(_ text: String?) -> ViewValue { text.map { .text($0) } ?? .null }

  /// A number that may not be known. Rounded to 12 digits after the point, so that the order of additions, which is not
  /// part of the meaning, does not show in digests; numbers too large for that stay as they are.
  public static func number(_ number: Double?) -> ViewValue {
    guard let number else { return .null }
    let scaled = number * 1e12
    return .real(scaled.isFinite ? scaled.rounded() / 1e12 : number)
  }

  /// A JSON array of texts.
  public static func list(_ texts: [String]) -> ViewValue {
    .text(CanonicalWriter.text(of: .array(texts.map { .string($0) })))
  }

  /// A JSON array of the ids of events.
  public static func list(_ ids: [EventID]) -> ViewValue { list(ids.map(\.description)) }

  /// The texts of a JSON array; none where the value is no such thing.
  public var list: [String] {
    guard case .text(let text) = self else { return [] }
    return ((try? JSONReader.read(Array(text.utf8)))?.array ?? []).compactMap(\.string)
  }
}
