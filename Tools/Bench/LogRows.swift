import Foundation

/// The rows of a log in memory, in the order in which they are inserted, to be inserted by SQLite's C API alone.
struct LogRows {
  private struct Row {
    var position: Int64
    var revision: Int64
    var recorded: Int64
    var id: Data
    var subject: Data
    var kind: Data
    var envelope: Data
    var parts: [(name: Data, salt: Data, content: Data)] = []
    /// The numbers of the nodes that it completes, and their hashes.
    var nodes: [(number: Int64, hash: Data)] = []
  }

  private var rows: [Row] = []
  /// The statements that make the tables, indexes and triggers.
  private var schema: [String] = []

  var count: Int { rows.count }

  /// Reads every row of a log.
  init(log: String) throws {
    let database = try BareDatabase(path: log, readOnly: true)
    let tables = try database.prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    while try tables.step() { schema.append(String(decoding: tables.bytes(0), as: UTF8.self)) }
    let events = try database.prepare(
      "SELECT position, id, subject, revision, kind, recorded, envelope FROM event ORDER BY position")
    while try events.step() {
      rows.append(
        Row(
          position: events.integer(0), revision: events.integer(3), recorded: events.integer(5),
          id: Data(events.bytes(1)), subject: Data(events.bytes(2)), kind: Data(events.bytes(4)),
          envelope: Data(events.bytes(6))))
    }
    let parts = try database.prepare("SELECT position, name, salt, content FROM part ORDER BY position, name")
    while try parts.step() {
      rows[Int(parts.integer(0)) - 1].parts.append(
        (Data(parts.bytes(1)), Data(parts.bytes(2)), Data(parts.bytes(3))))
    }
    let nodes = try database.prepare("SELECT number, hash FROM node ORDER BY number")
    var event = 0
    while try nodes.step() {
      let number = nodes.integer(0)
      // After n leaves there are 2n less the ones in n's binary form.
      while number >= Int64(2 * (event + 1) - (event + 1).nonzeroBitCount) { event += 1 }
      rows[event].nodes.append((number, Data(nodes.bytes(1))))
    }
  }

  /// Makes an empty log with the same tables.
  func makeEmpty(_ path: String) throws -> BareDatabase {
    let database = try BareDatabase(path: path)
    try database.execute("PRAGMA journal_mode = WAL")
    try database.execute("PRAGMA synchronous = FULL")
    for statement in schema { try database.execute(statement) }
    return database
  }

  /// Inserts rows in transactions of so many events.
  func insert(into database: BareDatabase, _ range: Range<Int>, each size: Int) throws {
    let event = try database.prepare(
      "INSERT INTO event (position, id, subject, revision, kind, recorded, envelope) VALUES (?, ?, ?, ?, ?, ?, ?)")
    let part = try database.prepare("INSERT INTO part (position, name, salt, content) VALUES (?, ?, ?, ?)")
    let node = try database.prepare("INSERT INTO node (number, hash) VALUES (?, ?)")
    for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
      try database.execute("BEGIN IMMEDIATE")
      for row in rows[start..<min(range.upperBound, start + size)] {
        try insert(row, event, part, node)
      }
      try database.execute("COMMIT")
    }
  }

  private func insert(_ row: Row, _ event: BareStatement, _ part: BareStatement, _ node: BareStatement) throws {
    event.bind(1, row.position)
    event.bind(4, row.revision)
    event.bind(6, row.recorded)
    try row.id.withUnsafeBytes { id in
      event.bind(2, id)
      try row.subject.withUnsafeBytes { subject in
        event.bindText(3, subject)
        try row.kind.withUnsafeBytes { kind in
          event.bindText(5, kind)
          try row.envelope.withUnsafeBytes { envelope in
            event.bind(7, envelope)
            try event.run()
          }
        }
      }
    }
    part.bind(1, row.position)
    for (name, salt, content) in row.parts {
      try name.withUnsafeBytes { name in
        part.bindText(2, name)
        try salt.withUnsafeBytes { salt in
          part.bind(3, salt)
          try content.withUnsafeBytes { content in
            part.bind(4, content)
            try part.run()
          }
        }
      }
    }
    for (number, hash) in row.nodes {
      node.bind(1, number)
      try hash.withUnsafeBytes { hash in
        node.bind(2, hash)
        try node.run()
      }
    }
  }
}
