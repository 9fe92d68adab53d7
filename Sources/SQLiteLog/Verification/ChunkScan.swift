internal import EventLog
internal import GRDB
internal import SQLiteStorage
internal import Transparency

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads a run of events and recomputes every hash in it. Chunks depend on nothing of one another, so they are read side
/// by side: a node is compared with the hash of the nodes below it as they are stored, or where these are at fault, as
/// they should be. So one fault is reported once, where it is.
struct ChunkScan {
  /// A missing part, for which there may be a redaction.
  struct MissingPart {
    var position: Int64
    var event: EventID
    var part: EventPart
  }

  let db: Database
  let positions: ClosedRange<Int64>
  var bytes: Int64 = 0
  var faults: [LogFault] = []
  var missing: [MissingPart] = []
  /// A node as it is stored, and as it follows from what is below it where that is something else.
  private struct Seen {
    var node: TreeNode
    var hash: TreeHash
    var other: TreeHash?

    var hashes: [TreeHash] { other.map { [hash, $0] } ?? [hash] }
  }

  /// The nodes whose parents are still to come.
  private var stack: [Seen] = []
  private var lastRecorded: Int64?

  init(_ db: Database, _ positions: ClosedRange<Int64>) {
    self.db = db
    self.positions = positions
  }

  mutating func run() throws {
    let (first, last) = (positions.lowerBound, positions.upperBound)
    func rows(_ sql: String, _ first: Int64, _ last: Int64) throws -> DirectStatement {
      let statement = try DirectStatement(db, sql)
      statement.bind(1, first)
      statement.bind(2, last)
      return statement
    }
    let events = try rows(
      """
      SELECT position, id, subject, revision, kind, recorded, envelope FROM event
      WHERE position BETWEEN ? AND ? ORDER BY position
      """, first, last)
    let parts = try rows(
      "SELECT position, name, salt, content FROM part WHERE position BETWEEN ? AND ? ORDER BY position, name", first,
      last)
    let nodes = try rows(
      "SELECT number, hash FROM node WHERE number BETWEEN ? AND ? ORDER BY number",
      TreeNode.storedCount(size: first - 1), TreeNode.storedCount(size: last) - 1)
    defer { for statement in [events, parts, nodes] { statement.reset() } }
    lastRecorded = try Int64.fetchOne(db, sql: "SELECT recorded FROM event WHERE position = ?", arguments: [first - 1])
    var (hasEvent, hasPart, hasNode) = (try events.step(), try parts.step(), try nodes.step())
    for position in first...last {
      var leaf: TreeHash?
      if hasEvent, events.integer(0) == position {
        let envelope = events.bytes(6)
        leaf = .leaf(envelope)
        bytes += Int64(envelope.count)
        if envelope.count <= Envelope.maximumBytes, let view = EnvelopeView(envelope) {
          check(view, events, at: position)
          try check(view, parts, &hasPart, at: position)
        } else {
          faults.append(LogFault(.envelope, at: position, "the envelope at position \(position) is not of its form"))
          while hasPart, parts.integer(0) == position { hasPart = try parts.step() }
        }
        hasEvent = try events.step()
      } else {
        faults.append(LogFault(.missingEvent, at: position, "the event at position \(position) is not there"))
      }
      while hasPart, parts.integer(0) <= position {
        faults.append(
          LogFault(.stray, at: parts.integer(0), "a payload is stored at position \(parts.integer(0)) for no event"))
        hasPart = try parts.step()
      }
      try checkNodes(nodes, &hasNode, leaf: leaf, position: position)
    }
  }

  /// The columns beside an envelope, and the order of recording.
  private mutating func check(_ view: EnvelopeView, _ row: DirectStatement, at position: Int64) {
    func altered(_ column: String) {
      faults.append(
        LogFault(
          .column, at: position, event: view.eventID,
          "the column \(column) of the event at position \(position) says something else than its envelope"))
    }
    if view.position != position {
      faults.append(
        LogFault(
          .envelope, at: position, event: view.eventID,
          "the event at position \(position) was appended at position \(view.position): it was moved"))
    }
    if !view.hasID(row.bytes(1)) { altered("id") }
    if !row.bytes(2).isSame(as: view.subject) { altered("subject") }
    if row.integer(3) != view.revision { altered("revision") }
    if !row.bytes(4).isSame(as: view.kind) { altered("kind") }
    if row.integer(5) != view.recorded.microseconds { altered("recorded") }
    if let lastRecorded, view.recorded.microseconds < lastRecorded {
      faults.append(
        LogFault(
          .order, at: position, event: view.eventID,
          "the event at position \(position) says that it was recorded before the one at \(position - 1)"))
    }
    lastRecorded = view.recorded.microseconds
  }

  /// The parts of an event against its commitments.
  private mutating func check(
    _ view: EnvelopeView, _ row: DirectStatement, _ hasPart: inout Bool, at position: Int64
  ) throws {
    var (hasData, hasSources) = (false, false)
    while hasPart, row.integer(0) == position {
      let (name, salt, content) = (row.bytes(1), row.bytes(2), row.bytes(3))
      bytes += Int64(salt.count + content.count)
      let isData = name.isSame(as: "data")
      if isData || name.isSame(as: "sources") {
        if isData { hasData = true } else { hasSources = true }
        if !SealedPart.commits(isData ? view.data : view.sources, to: content, salt: salt) {
          faults.append(
            LogFault(
              .part, at: position, event: view.eventID,
              "the \(isData ? "data" : "sources") of the event at position \(position), or its salt, is not what was appended"
            ))
        }
      } else {
        faults.append(
          LogFault(.stray, at: position, event: view.eventID, "the event at position \(position) has a part too many"))
      }
      hasPart = try row.step()
    }
    if hasData, hasSources { return }
    guard let event = view.eventID else { return }
    if !hasData { missing.append(MissingPart(position: position, event: event, part: .data)) }
    if !hasSources { missing.append(MissingPart(position: position, event: event, part: .sources)) }
  }

  /// The leaf's node and those that it completes.
  private mutating func checkNodes(
    _ row: DirectStatement, _ hasNode: inout Bool, leaf: TreeHash?, position: Int64
  ) throws {
    // What the stored node should be, and where something below is at fault, what else it may be.
    var (expected, others): (TreeHash?, [TreeHash]) = (leaf, [])
    let top = (~(position - 1)).trailingZeroBitCount
    for level in 0...top {
      let node = TreeNode(level: level, index: (position - 1) >> Int64(level))
      // Nodes whose children were missing are passed over.
      while hasNode, row.integer(0) < node.storedIndex { hasNode = try row.step() }
      var stored: TreeHash?
      if hasNode, row.integer(0) == node.storedIndex {
        stored = TreeHash(row.bytes(1))
        hasNode = try row.step()
      }
      if stored == nil {
        report(node, "is not there")
      } else if let expected, stored != expected, !others.contains(stored!) {
        report(node, level == 0 ? nil : "is not the hash of the two below it")
      }
      guard let hash = stored ?? expected else { return }
      let isAsExpected = hash == expected || others.contains(hash)
      let seen = Seen(node: node, hash: hash, other: isAsExpected ? nil : expected)
      if level == top { return stack.append(seen) }
      guard let left = try left(of: node) else { return }
      expected = .node(left.hash, hash)
      others = []
      if left.other != nil || seen.other != nil {
        others = left.hashes.flatMap { left in seen.hashes.map { .node(left, $0) } }
      }
    }
  }

  /// The node beside a right child: read before in this chunk, or from before it.
  private mutating func left(of node: TreeNode) throws -> Seen? {
    let sibling = TreeNode(level: node.level, index: node.index - 1)
    if let last = stack.last, last.node == sibling { return stack.removeLast() }
    let statement = try db.cachedStatement(sql: "SELECT hash FROM node WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [sibling.storedIndex])
      .flatMap { try $0.withUnsafeData(atIndex: 0) { $0.flatMap { TreeHash($0) } } }
      .map { Seen(node: sibling, hash: $0) }
  }

  /// - Parameter what: `nil` where a leaf's envelope and its hash in the tree disagree.
  private mutating func report(_ node: TreeNode, _ what: String?) {
    let first = node.index << Int64(node.level) + 1
    let last = (node.index + 1) << Int64(node.level)
    let covered = first == last ? "position \(first)" : "positions \(first) to \(last)"
    faults.append(
      what.map { LogFault(.node, at: first, "the tree's node over \(covered) \($0)") }
        ?? LogFault(
          .envelope, at: first, "the envelope at position \(first) is not the one that the tree was grown over"))
  }
}

extension UnsafeRawBufferPointer {
  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    count == other.count && (count == 0 || memcmp(baseAddress!, other.baseAddress!, count) == 0)
  }

  func isSame(as text: StaticString) -> Bool {
    isSame(as: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
