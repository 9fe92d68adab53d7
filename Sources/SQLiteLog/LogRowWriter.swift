internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Transparency

/// Inserts the rows of events within one transaction: the event, its parts, and the nodes of the tree that it completes.
struct LogRowWriter {
  private let insertEvent: DirectStatement
  private let insertPart: DirectStatement
  private let insertNode: DirectStatement
  /// The edge of the tree over the events so far.
  private(set) var tree: TreeFrontier

  /// The columns beside an envelope.
  struct Columns {
    var id: [UInt8]
    var subject: String
    var revision: Int64
    var kind: String
    /// Microseconds since 1970.
    var recorded: Int64
  }

  init(_ db: Database, tree: TreeFrontier) throws {
    self.tree = tree
    insertEvent = try DirectStatement(
      db, "INSERT INTO event (position, id, subject, revision, kind, recorded, envelope) VALUES (?, ?, ?, ?, ?, ?, ?)")
    insertPart = try DirectStatement(db, "INSERT INTO part (position, name, salt, content) VALUES (?, ?, ?, ?)")
    insertNode = try SQLiteEventStore.nodeInsertion(db)
  }

  /// Inserts an event at the next position.
  mutating func insert(
    _ columns: Columns, _ envelope: [UInt8], _ parts: [(part: EventPart, sealed: SealedPart)]
  ) throws {
    let position = tree.size + 1
    insertEvent.bind(1, position)
    insertEvent.bind(3, columns.subject)
    insertEvent.bind(4, columns.revision)
    insertEvent.bind(5, columns.kind)
    insertEvent.bind(6, columns.recorded)
    try columns.id.withUnsafeBytes { id in
      insertEvent.bind(2, id)
      try envelope.withUnsafeBytes { envelope in
        insertEvent.bind(7, envelope)
        try insertEvent.run()
      }
    }
    insertPart.bind(1, position)
    for (part, content) in parts {
      insertPart.bind(2, part.rawValue)
      try content.salt.withUnsafeBytes { salt in
        insertPart.bind(3, salt)
        try content.content.withUnsafeBytes { content in
          insertPart.bind(4, content)
          try insertPart.run()
        }
      }
    }
    try SQLiteEventStore.grow(&tree, by: .leaf(envelope), insertNode)
  }
}
