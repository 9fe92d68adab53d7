internal import CanonicalJSON
internal import EventLog
internal import GRDB
internal import SQLiteStorage

/// Events with their parts, one after the other, read where SQLite has them. Salts stay where they are.
struct EventRows {
  private let statement: DirectStatement
  /// Whether the statement is on the first row of an event that was not read yet.
  private var isOnRow = false
  private var isStarted = false

  /// - Parameters:
  ///   - condition: on columns of `event`; `position` needs the table's name.
  ///   - order: of events.
  init(_ db: Database, where condition: String, order: String = "event.position") throws {
    statement = try DirectStatement(
      db,
      """
      SELECT event.position, envelope, name, content FROM event LEFT JOIN part ON part.position = event.position
      WHERE \(condition) ORDER BY \(order)
      """)
  }

  func bind(_ index: Int32, _ number: Int64) { statement.bind(index, number) }
  func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) { statement.bind(index, bytes) }

  func bind(_ index: Int32, _ value: SQLiteEventStore.Value) {
    switch value {
    case .number(let number): statement.bind(index, number)
    case .text(let text): statement.bind(index, text)
    }
  }

  func reset() { statement.reset() }

  /// The event, where there is one at most.
  /// - Throws: `EventStoreError.damaged` for one that cannot be read.
  func first() throws -> StoredEvent? {
    defer { statement.reset() }
    var rows = self
    return try rows.next()
  }

  /// - Throws: `EventStoreError.damaged` for one that cannot be read.
  mutating func next() throws -> StoredEvent? {
    if !isStarted {
      isStarted = true
      isOnRow = try statement.step()
    }
    guard isOnRow else { return nil }
    let position = statement.integer(0)
    let envelope = statement.bytes(1)
    guard envelope.count <= Envelope.maximumBytes, let view = EnvelopeView(envelope), view.position == position,
      var stored = view.stored
    else { throw SQLiteEventStore.damaged(position) }
    repeat {
      if !statement.isNull(2) { try read(into: &stored.event, at: position) }
      isOnRow = try statement.step()
    } while isOnRow && statement.integer(0) == position
    return stored
  }

  private func read(into event: inout Event, at position: Int64) throws {
    let content = statement.bytes(3).bindMemory(to: UInt8.self)
    guard let value = try? JSONReader.read(content) else { throw SQLiteEventStore.damaged(position) }
    switch statement.bytes(2) {
    case let name where name.isSame(as: "data"): event.data = value
    case let name where name.isSame(as: "sources"): event.sources = value
    default: throw SQLiteEventStore.damaged(position)
    }
  }
}

extension SQLiteEventStore {
  /// What a query compares with.
  enum Value {
    case number(Int64)
    case text(String)
  }
}
