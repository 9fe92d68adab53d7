public import GRDB
internal import GRDBSQLite

/// A statement that the connection keeps, run through SQLite's C API: values are bound and columns read where they are. Making
/// objects of them takes longer than what SQLite does with a row.
public struct DirectStatement {
  /// Kept, or the connection might let go of it while it is used.
  private let owner: Statement
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  /// - Throws: `DatabaseError` for a statement that cannot be prepared.
  public init(_ db: Database, _ sql: String) throws {
    owner = try db.cachedStatement(sql: sql)
    statement = owner.sqliteStatement
    connection = db.sqliteConnection!
    sqlite3_reset(statement)
  }

  public func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(statement, index, number) }

  public func bind(_ index: Int32, _ number: Double) { sqlite3_bind_double(statement, index, number) }

  public func bindNull(_ index: Int32) { sqlite3_bind_null(statement, index) }

  /// SQLite reads the bytes where they are, when the statement is run.
  public func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// SQLite keeps a copy.
  public func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      _ = sqlite3_bind_text(
        statement, index, UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32(utf8.count),
        unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }

  /// Runs a statement that gives no rows.
  /// - Throws: `DatabaseError`.
  public func run() throws {
    defer { sqlite3_reset(statement) }
    _ = try step()
  }

  /// The first two columns of the first row, which are numbers; `nil` where there is no row.
  /// - Throws: `DatabaseError`.
  public func numbers() throws -> (Int64, Int64)? {
    defer { sqlite3_reset(statement) }
    return try step() ? (sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1)) : nil
  }

  /// The first column of the first row; `nil` where there is no row, or the column is null.
  /// - Throws: `DatabaseError`.
  public func number() throws -> Int64? {
    defer { sqlite3_reset(statement) }
    guard try step(), sqlite3_column_type(statement, 0) != SQLITE_NULL else { return nil }
    return sqlite3_column_int64(statement, 0)
  }

  /// Moves to the next row. Whoever does not go to the last one calls ``reset()``.
  /// - Returns: whether there is one.
  /// - Throws: `DatabaseError` where the file cannot be read or written.
  public func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  /// Lets go of the row, and of the state of the file that it belongs to.
  public func reset() { sqlite3_reset(statement) }

  public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The bytes of a blob or a text, valid until the next step.
  public func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
  }
}
