internal import EventLog
internal import Foundation
internal import GRDB
internal import Projecting
internal import SQLiteStorage

/// A subject, and where the events are that may matter to it, in log order.
struct TouchedSubject: Sendable {
  var subject: String
  var positions: [Int64]

  func upTo(_ last: Int64?) -> TouchedSubject {
    guard let last else { return self }
    return TouchedSubject(subject: subject, positions: positions.filter { $0 <= last })
  }
}

/// Which events may matter to which subject.
///
/// An event touches its own subject and those that it mentions. An event and all that amends it, directly or not, form
/// a thread, and every subject that one event of a thread touches is touched by all of them. So the positions of one
/// subject are all that its history needs, and whatever a late correction may change is marked with that correction.
struct ClaimIndex {
  let db: Database
  let log: any EventStore
  let interpreter: any Interpreter

  /// The last position that the index covers.
  static func position(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT position FROM engine_index")) ?? 0
  }

  /// Whether the index stands for this log and this vocabulary.
  func isValid() throws -> Bool {
    guard let row = try Row.fetchOne(db, sql: "SELECT position, event, fingerprint FROM engine_index") else {
      return false
    }
    let position: Int64 = row[0]
    if position == 0 { return true }
    guard row[2] == interpreter.fingerprint, let stored = try log.events(at: [position]).first else { return false }
    return row[1] == Data(stored.event.id.bytes)
  }

  /// Empties the index. Readers keep the rows that there are until a rebuild, which this asks for, swaps in others.
  static func reset(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM engine_touch;
        DELETE FROM engine_amendment;
        INSERT OR REPLACE INTO engine_index VALUES (1, 0, NULL, '');
        UPDATE engine_projection SET version = -1;
        """)
  }

  /// The events that may matter to a subject, in log order.
  static func positions(of subject: String, _ db: Database) throws -> [Int64] {
    let statement = try DirectStatement(
      db, "SELECT position FROM engine_touch WHERE subject = ? ORDER BY position")
    defer { statement.reset() }
    statement.bind(1, subject)
    var positions: [Int64] = []
    while try statement.step() { positions.append(statement.integer(0)) }
    return positions
  }

  /// Subjects with the events that may matter to them.
  static func touched(_ subjects: [String], _ db: Database) throws -> [TouchedSubject] {
    try subjects.map { TouchedSubject(subject: $0, positions: try positions(of: $0, db)) }
  }

  /// The subjects after `subject` in the order of their bytes: one at least, and no more than these limits allow.
  /// - Parameter events: how many events may matter to them together.
  static func subjects(after subject: String, limit: Int, events: Int64, _ db: Database) throws -> [String] {
    let rows = try DirectStatement(
      db, "SELECT subject, count(*) FROM engine_touch WHERE subject > ? GROUP BY subject ORDER BY subject LIMIT ?")
    defer { rows.reset() }
    rows.bind(1, subject)
    rows.bind(2, Int64(limit))
    var (subjects, sum): ([String], Int64) = ([], 0)
    while try rows.step() {
      sum += rows.integer(1)
      if sum > events, !subjects.isEmpty { break }
      subjects.append(String(decoding: rows.bytes(0), as: UTF8.self))
    }
    return subjects
  }

  /// The subjects whose histories may differ between `position` and now, in the order of their bytes.
  ///
  /// Made distinct and sorted here: asked to do it, SQLite walks through the index of all subjects.
  static func subjects(touchedSince position: Int64, _ db: Database) throws -> [String] {
    let rows = try String.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT subject FROM engine_touch WHERE position > ?1 UNION ALL
          SELECT subject FROM engine_touch INDEXED BY engine_touch_since WHERE since > ?1 AND since > position
          """), arguments: [position])
    return try Set(rows).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// An event with what the vocabulary makes of it.
  struct Entry: Sendable {
    var stored: StoredEvent
    /// The event's subject and those that it mentions.
    var subjects: Set<String>
    var amendment: Amendment?
  }

  static func entry(_ stored: StoredEvent, _ interpreter: any Interpreter) -> Entry {
    let event = stored.event
    let reading = event.data.flatMap { try? interpreter.interpret(kind: event.kind, schema: event.schema, data: $0) }
    var subjects: Set<String> = [event.subject.id]
    for mention in reading?.mentions ?? [] { subjects.insert(mention.subject.id) }
    let amendment = reading == nil ? try? interpreter.amendment(in: event) : reading?.amendment
    return Entry(stored: stored, subjects: subjects, amendment: amendment)
  }

  /// Adds the next events of the log, but those that are there already.
  /// - Parameter known: how far the index reached when it was seen last.
  /// - Returns: how far it reaches now; `nil` where another process emptied it meanwhile, or began one by another vocabulary, and
  ///   nothing was added.
  func extend(with entries: [Entry], after known: Int64) throws -> Int64? {
    let state = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT position, fingerprint FROM engine_index"))!
    let position: Int64 = state[0]
    guard position >= known, position == 0 || state[1] == interpreter.fingerprint else { return nil }
    if position == 0 { try db.execute(sql: "DROP INDEX IF EXISTS engine_touch_subject") }
    let insert = try DirectStatement(
      db, "INSERT INTO engine_touch (position, subject, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    for entry in entries where entry.stored.position > position { try add(entry, insert) }
    guard let last = entries.last?.stored, last.position > position else { return position }
    try db.execute(
      sql: "UPDATE engine_index SET position = ?, event = ?, fingerprint = ?",
      arguments: [last.position, Data(last.event.id.bytes), interpreter.fingerprint])
    return last.position
  }

  /// Makes the index by subject, which is left out while the first events come in: sorted at once, it takes a fraction of the
  /// time, and of the writing, that it takes entry by entry.
  func finish() throws { try db.execute(sql: ViewsSchema.indexBySubject) }

  /// Whether the index by subject is there; a process that was killed may have left it to be made.
  static func isFinished(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM sqlite_schema WHERE name = 'engine_touch_subject'")) != nil
  }

  private func add(_ entry: Entry, _ insert: DirectStatement) throws {
    let stored = entry.stored
    var subjects = entry.subjects
    let thread = try thread(of: stored, amendment: entry.amendment, subjects: &subjects)
    if let amendment = entry.amendment {
      try db.cachedStatement(sql: "INSERT INTO engine_amendment (position, id, target) VALUES (?, ?, ?)")
        .execute(arguments: [stored.position, Data(stored.event.id.bytes), Data(amendment.target.bytes)])
    }
    insert.bind(3, stored.position)
    for subject in subjects.sorted() {
      insert.bind(2, subject)
      for position in thread + [stored.position] {
        insert.bind(1, position)
        try insert.run()
      }
    }
  }

  /// Adds to `subjects` those that the event's thread touches.
  /// - Returns: the positions of the thread's earlier events that some of the subjects do not know yet.
  private func thread(
    of stored: StoredEvent, amendment: Amendment?, subjects: inout Set<String>
  ) throws -> [Int64] {
    let above = try amendment.flatMap { try event($0.target, before: stored.position) }
    let isAmended = try !amendments(of: stored.event.id).isEmpty
    guard above != nil || isAmended else { return [] }
    if let above, let amendment, !isAmended {
      // The usual case, a claim about a claim that is there: its thread agrees on its subjects already.
      let shared = try self.subjects(at: above.position)
      subjects.formUnion(shared)
      if let root = try root(from: above) { subjects.formUnion(mentions(of: amendment, readAs: root)) }
      if subjects == Set(shared) { return [] }
    }
    let members = try self.members(from: stored, amendment: amendment)
    for member in members where member.event.id != stored.event.id {
      try subjects.formUnion(self.subjects(at: member.position))
    }
    let readings = members.map { member in (member, self.amendment(in: member.event)) }
    if let root = readings.first(where: { $0.1 == nil })?.0 {
      for case (_, let amendment?) in readings { subjects.formUnion(mentions(of: amendment, readAs: root)) }
    }
    return members.map(\.position).filter { $0 != stored.position }
  }

  /// The event and every earlier one that is connected to it by amendments.
  private func members(from stored: StoredEvent, amendment: Amendment?) throws -> [StoredEvent] {
    var found = [stored.position: stored]
    var open: [(event: StoredEvent, amendment: Amendment?)] = [(stored, amendment)]
    while let next = open.popLast() {
      var neighbours = try log.events(at: amendments(of: next.event.event.id))
      if let target = next.amendment?.target, let above = try event(target, before: stored.position) {
        neighbours.append(above)
      }
      for neighbour in neighbours where found.updateValue(neighbour, forKey: neighbour.position) == nil {
        open.append((neighbour, self.amendment(in: neighbour.event)))
      }
    }
    return found.values.sorted { $0.position < $1.position }
  }

  /// The claim that a chain of amendments is about in the end; `nil` when the log does not have it yet.
  private func root(from start: StoredEvent) throws -> StoredEvent? {
    var seen: Set<EventID> = []
    var next = start
    while seen.insert(next.event.id).inserted {
      guard let amendment = amendment(in: next.event) else { return next }
      guard let above = try log.event(amendment.target) else { return nil }
      next = above
    }
    return nil
  }

  /// The subjects that a correction's replacement data mentions, read as the kind of the claim it is about.
  private func mentions(of amendment: Amendment, readAs root: StoredEvent) -> [String] {
    guard case .correct(let data?, _, _) = amendment.effect else { return [] }
    let reading = try? interpreter.interpret(kind: root.event.kind, schema: root.event.schema, data: data)
    return reading?.mentions.map(\.subject.id) ?? []
  }

  private func amendment(in event: Event) -> Amendment? {
    try? interpreter.amendment(in: event)
  }

  private func event(_ id: EventID, before position: Int64) throws -> StoredEvent? {
    try log.event(id).flatMap { $0.position < position ? $0 : nil }
  }

  private func amendments(of id: EventID) throws -> [Int64] {
    let statement = try DirectStatement(db, "SELECT position FROM engine_amendment WHERE target = ?")
    defer { statement.reset() }
    return try id.bytes.withUnsafeBytes { id in
      statement.bind(1, id)
      var positions: [Int64] = []
      while try statement.step() { positions.append(statement.integer(0)) }
      return positions
    }
  }

  private func subjects(at position: Int64) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT subject FROM engine_touch WHERE position = ?"), arguments: [position])
  }
}
