import CanonicalJSON
import DealEvents
import EventLog

enum BenchEvent {
  /// A generated event as it is appended.
  static func event(_ json: JSONValue) throws -> Event {
    try EventLine.event(from: json, defaults: EventLine.Defaults(recordedBy: "bench"))
  }
}
