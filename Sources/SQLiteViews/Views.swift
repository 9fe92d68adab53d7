public import EventLog
internal import GRDB
public import Projecting
internal import SQLiteStorage

/// The read models of a log in one SQLite file, `views.sqlite`. It holds nothing that the log does not: delete it, and
/// the next catch-up or rebuild gives back the same rows.
///
/// A catch-up computes without a lock and writes what it found in one transaction, if the rows still stand where they stood
/// when it began. A rebuild fills tables of its own, in several. So a killed process leaves the rows as they were, and two at once
/// do no work twice.
public final class Views: Sendable {
  /// How many subjects are computed, and written, at a time, and how many events their histories may have together.
  static let batchSize = 256
  static let batchEvents: Int64 = 20_000
  /// Subjects whose events are read at once, on one core, and how many events. A subject with more is a part by itself.
  static let partSize = 32
  static let partEvents: Int64 = 2000
  /// Parts that a rebuild computes ahead of what is stored, and parts that it stores in one transaction.
  static let partsAhead = 8
  static let partsAtOnce = 32
  /// A catch-up with more subjects than this goes through a rebuild, which needs no memory for all of them at once.
  static let catchUpLimit = 20_000

  let file: DatabaseFile
  let log: any EventStore
  let interpreter: any Interpreter
  public let projections: [any Projection]

  /// Opens or creates the views at `path`.
  /// - Parameter projections: those that this process knows; names of projections and of models are unique.
  /// - Throws: `ViewsError.unusable` for a name that another has, or that is no name of a table or column.
  public init(
    path: String, log: any EventStore, interpreter: any Interpreter, projections: [any Projection]
  ) throws {
    try ViewNames.check(projections)
    file = try DatabaseFile(
      path: path, durability: .normal, isPrepared: ViewsSchema.isPrepared,
      // Views of another version are emptied; what is no views is not ours to empty.
      check: { if try !ViewsSchema.isOurs($0) { throw ViewsError.foreign(path) } }, prepare: ViewsSchema.prepare)
    self.log = log
    self.interpreter = interpreter
    self.projections = projections
  }

  /// The history of a subject at a moment. The views must cover the log up to `cut.position`.
  public func history(of subject: Subject, cut: Cut) throws -> History {
    let positions = try file.read { try ClaimIndex.positions(of: subject.id, $0) }
    let wanted = cut.position.map { last in positions.filter { $0 <= last } } ?? positions
    return try HistoryBuilder(interpreter: interpreter).history(of: subject, from: log.events(at: wanted), cut: cut)
  }

  /// Computes everything anew in a file in which nothing of the old rows is left, for claims that were erased.
  /// - Throws: `StorageError`; `locked` where a reader did not let go in time.
  /// - Returns: what was computed; the rows of projections that cannot be computed for now are gone.
  @discardableResult
  public func scrub(progress: (ViewsProgress) -> Void = { _ in }) throws -> CatchUp {
    try file.write(ViewsSchema.empty)
    let done = try catchUp(progress: progress)
    try file.scrub()
    return done
  }

  /// Where the index of the views stands: the position of the last event that a history can see.
  public func indexPosition() throws -> Int64 { try file.read(ClaimIndex.position) }
}

/// How far long work has come.
public struct ViewsProgress: Sendable {
  public enum Phase: String, Sendable {
    case indexing = "indexing events"
    case computing = "computing subjects"
    case checking = "checking subjects"
    case reading = "reading histories"
  }

  public var phase: Phase
  public var done: Int
  public var total: Int
}
