public import EventLog

/// Something in a log that is not as it was appended.
public struct LogFault: Sendable, Hashable {
  public enum Rule: String, Sendable, CaseIterable {
    /// An event that should be there is not.
    case missingEvent = "event_missing"
    /// An envelope is not the one that the tree was grown over, or stands at another position.
    case envelope = "envelope_altered"
    /// A column beside an envelope says something else than the envelope.
    case column = "column_altered"
    /// A part of a payload, or its salt, is not what the envelope commits to.
    case part = "payload_altered"
    /// A part is not there, and no redaction on record says that it was erased.
    case missingPart = "payload_missing"
    /// A row that belongs to no event of the log.
    case stray = "row_stray"
    /// A node of the tree is not the hash of what is below it, or is not there.
    case node = "tree_altered"
    /// The time of recording goes back.
    case order = "order_altered"
    /// The revisions of a subject are not 1, 2, 3 ….
    case revision = "revision_altered"
    /// A table, index or trigger of the log is not as this program makes it.
    case schema = "schema_altered"
    /// SQLite finds the file damaged.
    case file = "file_damaged"
  }

  public var rule: Rule
  /// The first position affected; `nil` where the fault is of the file as a whole.
  public var position: Int64?
  public var event: EventID?
  /// The table, index or trigger that a fault of the schema is about.
  var subject: String?
  public var message: String

  public init(_ rule: Rule, at position: Int64?, event: EventID? = nil, _ message: String) {
    self.rule = rule
    self.position = position
    self.event = event
    self.message = message
  }
}

/// What reading a whole log found.
public struct LogScan: Sendable {
  /// Most faults that are kept; the rest is counted.
  public static let maximumFaults = 100

  /// The size of the log when the scan began. Where rows claim positions far beyond the number of events, these are not
  /// counted.
  public var size: Int64
  /// Bytes that were hashed: envelopes, salts and contents.
  public var bytes: Int64 = 0
  /// Events with an erased part.
  public var erased: Int = 0
  /// The chunks of rows that were read, and whether these are all.
  public var chunks: [Int64] = []
  public var isWhole = false
  /// The chunks in which something was found, also where it is not among ``faults``.
  public private(set) var faultyChunks: Set<Int64> = []
  /// By position; those of the file as a whole last.
  public var faults: [LogFault] = []
  /// Faults beyond those in ``faults``.
  public var uncounted = 0

  init(size: Int64) { self.size = size }

  public var isIntact: Bool { faults.isEmpty }

  /// Adds faults; of each rule as many as can be kept in the end, so that one rule does not hide another.
  mutating func add(_ more: [LogFault]) {
    for fault in more {
      if let position = fault.position { faultyChunks.insert(max(0, position - 1) / SQLiteEventStore.chunkEvents) }
      let count = counts[fault.rule, default: 0]
      counts[fault.rule] = count + 1
      if count < Self.maximumFaults { faults.append(fault) } else { uncounted += 1 }
    }
  }

  private var counts: [LogFault.Rule: Int] = [:]

  /// Puts the faults in order and keeps the first of each rule, all rules alike.
  mutating func finish() {
    let share = Self.maximumFaults / max(1, counts.count)
    var kept: [LogFault.Rule: Int] = [:]
    let all = faults.inOrder(of: \.position)
    faults = all.filter { fault in
      kept[fault.rule, default: 0] += 1
      return kept[fault.rule]! <= share
    }
    uncounted += all.count - faults.count
  }
}

extension Array {
  /// By position, those without one last; those of one position in the order in which they were found.
  public func inOrder(of position: (Element) -> Int64?) -> [Element] {
    enumerated()
      .sorted { (position($0.element) ?? .max, $0.offset) < (position($1.element) ?? .max, $1.offset) }.map(\.element)
  }
}
