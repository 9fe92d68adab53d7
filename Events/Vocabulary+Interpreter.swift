public import CanonicalJSON
public import EventLog
public import Projecting

/// The vocabulary of deals, as the engine asks for it.
public struct DealInterpreter: Interpreter {
  /// Raise with a change of what a kind mentions or amends.
  private static let revision = 1

  public var fingerprint: String {
    "\(Self.revision):" + Vocabulary.kinds.map { "\($0.kind)=\($0.schemaVersion)" }.joined(separator: ",")
  }

  public init() {}

  public func interpret(kind: String, schema: Int, data: JSONValue) throws -> Interpretation {
    let reading = try Vocabulary.reading(kind: kind, schema: schema, data: data)
    return Interpretation(
      payload: reading.payload, data: reading.data, schema: type(of: reading.payload).schemaVersion,
      mentions: reading.payload.mentions, amendment: reading.payload.amendment)
  }

  public func amendment(ofErased kind: String, target: EventID) -> Amendment? {
    Vocabulary.type(of: kind)?.amendment(ofErased: target)
  }

  public func days(of occurred: String) throws -> DaySpan {
    let date = try EDTFDate(occurred)
    return DaySpan(earliest: date.earliest, latest: date.latest)
  }
}
