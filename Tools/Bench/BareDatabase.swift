import GRDBSQLite

/// SQLite's C API and nothing else: the baseline for what the log adds to it.
final class BareDatabase {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let connection: OpaquePointer

  init(path: String, readOnly: Bool = false) throws {
    var opened: OpaquePointer?
    let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      throw Failure(description: "cannot open \(path)")
    }
    connection = opened
  }

  deinit { sqlite3_close(connection) }

  func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }

  func prepare(_ sql: String) throws -> BareStatement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
    return BareStatement(statement!, connection)
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw Failure(description: String(cString: sqlite3_errmsg(connection))) }
  }
}

/// A prepared statement, whose values are bound where they are.
final class BareStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  fileprivate init(_ statement: OpaquePointer, _ connection: OpaquePointer) {
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(statement, index, number) }

  func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  func bindText(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_text(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// Runs an insert.
  func run() throws {
    guard sqlite3_step(statement) == SQLITE_DONE else {
      throw BareDatabase.Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
    sqlite3_reset(statement)
  }

  /// Moves to the next row.
  /// - Returns: `false` after the last.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw BareDatabase.Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes of a blob or a text, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
  }
}
