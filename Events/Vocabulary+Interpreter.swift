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
    let payload = try Vocabulary.payload(kind: kind, schema: schema, data: data)
    return Interpretation(payload: payload, mentions: payload.mentions, amendment: payload.amendment)
  }

  public func amendment(ofErased kind: String, target: EventID) -> Amendment? {
    Vocabulary.type(of: kind)?.amendment(ofErased: target)
  }

  public func days(of occurred: String) throws -> DaySpan {
    let date = try EDTFDate(occurred)
    return DaySpan(earliest: date.earliest, latest: date.latest)
  }
}
