public import EventLog
internal import GRDB
internal import SQLiteStorage

extension SQLiteEventStore {
  public func redact(_ parts: Set<EventPart>, by redaction: Event, recorded: Timestamp) throws -> AppendResult {
    let target = try target(of: redaction)
    do {
      return try file.write { db in
        let (result, _) = try append([SealedEvent(redaction)], recorded: recorded, expecting: [:], db)
        for part in parts.sorted() {
          try db.execute(
            sql: "DELETE FROM part WHERE position = ? AND name = ?", arguments: [target.position, part.rawValue])
        }
        return result
      }
    } catch let error as StorageError {
      throw Self.unwritten(error)
    }
  }

  /// Writes the file anew without the remains of what was erased, and empties its write-ahead log. To be called after
  /// ``redact(_:by:recorded:)``; harmless to repeat. Takes as long as copying the file.
  /// - Throws: `StorageError`; `locked` where a reader did not let go in time.
  public func scrub() throws { try file.scrub() }
}
