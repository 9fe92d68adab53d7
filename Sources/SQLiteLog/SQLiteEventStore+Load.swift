public import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Transparency

extension SQLiteEventStore {
  /// Adds records as another copy of the log has them, byte for byte: of a backup, or of what a damaged log still has.
  /// - Parameter records: those of the next positions, in order. Parts that are not there were erased; that a redaction says so
  ///   is for ``verify(chunks:checksFile:progress:proceeds:)`` to find.
  /// - Throws: `EventStoreError.damaged` for a record that does not follow, or whose parts are not those that it commits to. None of
  ///   them is added then.
  public func load(_ records: [LogRecord]) throws {
    try file.write { db in
      var rows = try LogRowWriter(db, tree: Self.frontier(size: Self.head(db).position, db))
      for record in records {
        let position = rows.tree.size + 1
        guard let stored = Envelope(record.envelope)?.stored, stored.position == position, record.brokenParts.isEmpty
        else { throw Self.unusable(position, "is not the next one, or is not what it commits to") }
        do {
          try rows.insert(
            LogRowWriter.Columns(
              id: stored.event.id.bytes, subject: stored.event.subject.id, revision: stored.revision,
              kind: stored.event.kind, recorded: stored.recorded.microseconds), record.envelope,
            record.parts.sorted { $0.key < $1.key }.map { (part: $0.key, sealed: $0.value) })
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw Self.unusable(position, "does not follow on the ones before: \(error.message ?? "")")
        }
      }
    }
  }

  private static func unusable(_ position: Int64, _ why: String) -> EventStoreError {
    EventStoreError(.damaged(position: position), "the record of position \(position) \(why)")
  }
}
