import CanonicalJSON
import EventLog
import Foundation
import SQLiteLog

/// A store that the conformance suite runs against. A new store adds one case here, and every test runs on it.
enum StoreUnderTest: String, CaseIterable, Sendable {
  case sqlite
  case memory

  /// Runs `body` on a new, empty store. `reopen` gives a second, independent handle to the same log.
  func withStore(_ body: (any EventStore, _ reopen: () throws -> any EventStore) throws -> Void) throws {
    if self == .memory {
      let store = MemoryEventStore()
      return try body(store) { store }
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "log.sqlite").path
    try body(try SQLiteEventStore(path: path)) { try SQLiteEventStore(path: path) }
  }
}

/// A small event, named by its content.
func claim(_ text: String, on subject: String = "company/a", kind: String = "noted", id: EventID? = nil) -> Event {
  let subject = Subject(subject)!
  let content = Event.content(
    subject: subject, kind: kind, schema: 1, occurred: "2025", status: "reported", data: ["text": .string(text)],
    sources: [], causation: nil)
  return Event(
    id: id ?? .v8(of: content), subject: subject, kind: kind, schema: 1, occurred: "2025", recordedBy: "tester",
    status: "reported", data: ["text": .string(text)], sources: [])
}
