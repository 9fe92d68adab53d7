internal import GRDB
internal import GRDBSQLite
internal import SQLiteStorage

/// A prepared SELECT through SQLite's C API, for scans of millions of rows: columns are read where SQLite has them.
struct StatementCursor: ~Copyable {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  /// - Parameter arguments: bound in order.
  init(_ db: Database, _ sql: String, _ arguments: [Int64]) throws {
    connection = db.sqliteConnection!
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw DatabaseError(message: String(cString: sqlite3_errmsg(connection)))
    }
    statement = prepared
    for (index, argument) in arguments.enumerated() { sqlite3_bind_int64(statement, Int32(index + 1), argument) }
  }

  deinit { sqlite3_finalize(statement) }

  /// Moves to the next row.
  /// - Returns: `false` after the last.
  /// - Throws: `DatabaseError` where the file cannot be read.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes of a blob or a text, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
  }
}
