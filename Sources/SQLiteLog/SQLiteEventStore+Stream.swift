public import EventLog
internal import GRDB
internal import SQLiteStorage

/// What an append of many events did.
public struct AppendTotals: Sendable, Equatable {
  /// Events that were written, and events that were there already.
  public var appended = 0
  public var duplicates = 0
  /// The positions of the first and of the last event that was written; `nil` where none was.
  public var first: Int64?
  public var last: Int64?

  public init() {}

  /// The totals of two appends, one after the other.
  public static func + (left: AppendTotals, right: AppendTotals) -> AppendTotals {
    var sum = left
    sum.appended += right.appended
    sum.duplicates += right.duplicates
    sum.first = left.first ?? right.first
    sum.last = right.last ?? left.last
    return sum
  }
}

extension SQLiteEventStore {
  /// Appends events as they are made, in one transaction: whole or not at all, however many there are.
  /// - Parameters:
  ///   - recorded: as in ``append(_:recorded:expecting:)``.
  ///   - next: the next events; `nil` at the end. What it throws undoes all.
  ///   - check: looks at what was written before it is kept, with a way to find events by their ids; what it throws undoes all.
  /// - Throws: `EventStoreError`, and what the two throw.
  public func append(
    recorded: Timestamp = .now(), next: () throws -> [SealedEvent]?,
    check: (AppendTotals, @escaping (EventID) throws -> StoredEvent?) throws -> Void = { _, _ in }
  ) throws -> AppendTotals {
    do {
      return try file.write { db in
        var writer = try LogWriter(db, recorded: recorded, edge: nil)
        let start = writer.position
        var totals = AppendTotals()
        while let events = try next() {
          for event in events {
            let before = writer.position
            _ = try writer.append(event)
            if writer.position == before { totals.duplicates += 1 }
          }
        }
        totals.appended = Int(writer.position - start)
        if totals.appended > 0 { (totals.first, totals.last) = (start + 1, writer.position) }
        try check(totals) { id in try Self.event(id, db) }
        return totals
      }
    } catch let error as StorageError {
      throw Self.unwritten(error)
    }
  }
}
