internal import Foundation
internal import GRDB
internal import SQLiteStorage
internal import Projecting
internal import EventLog

/// How a projection stands.
public struct ProjectionStatus: Sendable, Equatable {
  /// A subject on which the projection failed.
  public struct Failure: Sendable, Equatable {
    public var subject: String
    /// The position of the event that could not be read, else of the last event that touches the subject.
    public var position: Int64
    public var message: String
  }

  public var name: String
  public var version: Int
  /// The position of the log that the rows stand for; `nil` when they were never computed by this version.
  public var position: Int64?
  public var logPosition: Int64
  public var rows: Int
  public var failures: [Failure]
  /// SHA-256 of the rows in hexadecimal (see `RowDigest`); equal where the rows are equal.
  public var digest: String
}

extension Views {
  /// How every projection stands, in the order of registration.
  public func status() throws -> [ProjectionStatus] {
    let head = try log.head().position
    return try file.read { db in
      try projections.map { projection in
        let live = Generation(kind: .live, projection: projection)
        let failures = try Row.fetchAll(
          db,
          sql: """
            SELECT subject, coalesce(failed_position, 0), failure FROM engine_subject
            WHERE generation = 'live' AND projection = ? AND failure IS NOT NULL ORDER BY subject
            """, arguments: [projection.name])
        return ProjectionStatus(
          name: projection.name, version: projection.version, position: try live.position(db), logPosition: head,
          rows: try Int.fetchOne(
            db, sql: "SELECT sum(rows) FROM engine_subject WHERE generation = 'live' AND projection = ?",
            arguments: [projection.name]) ?? 0,
          failures: failures.map { .init(subject: $0[0], position: $0[1], message: $0[2]) },
          digest: try live.digest(db))
      }
    }
  }
}

extension Views {
  /// Projections of which there are rows here, and which this process does not know: of another program, or taken away.
  public func strangers() throws -> [String] {
    let known = projections.map(\.name)
    return try file.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM engine_projection WHERE generation = 'live' ORDER BY name")
    }.filter { !known.contains($0) }
  }

  /// Removes the rows of a projection that this process does not know.
  /// - Throws: `ViewsError.unknownProjection` where there are none.
  public func drop(stranger name: String) throws {
    let strangers = try strangers()
    guard strangers.contains(name) else { throw ViewsError.unknownProjection(name, known: strangers) }
    try file.write { db in try Generation.drop(live: name, db) }
  }
}

extension Generation {
  /// The digest of the projection's rows.
  func digest(_ db: Database) throws -> String {
    var digest = RowDigest()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT subject, digest FROM engine_subject WHERE generation = ? AND projection = ? ORDER BY subject",
      arguments: [kind.rawValue, projection.name])
    while let row = try rows.next() { digest.add(subject: row[0], digest: [UInt8](row[1] as Data)) }
    return digest.finalize()
  }
}
