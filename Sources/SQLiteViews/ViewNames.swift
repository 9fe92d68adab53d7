internal import Projecting

/// Which names projections, tables and columns may have. They come from files that people write, and go into SQL.
enum ViewNames {
  /// Longest name, in characters.
  static let maximumLength = 60
  /// Most columns of a table, and most tables of a projection.
  static let maximumColumns = 200
  static let maximumModels = 50

  /// Beginnings of names that belong to the engine or to SQLite.
  private static let reservedBeginnings = ["engine_", "growing_", "sqlite_"]
  /// What the names of word indexes and of SQLite's tables behind them have in them.
  private static let reservedPart = "_words"
  /// Columns that every table has.
  private static let reservedColumns: Set<String> = ["subject", "ordinal", "row"]

  /// - Throws: `ViewsError.unusable` for the first name that cannot be used.
  static func check(_ projections: [any Projection]) throws(ViewsError) {
    var names: Set<String> = []
    var models: [String: String] = [:]
    for projection in projections {
      func fail(_ reason: String) -> ViewsError { .unusable(projection: projection.name, reason: reason) }
      if let reason = fault(in: projection.name) { throw fail(reason) }
      guard names.insert(projection.name).inserted else { throw fail("has the name of another; rename it") }
      guard (1...maximumModels).contains(projection.models.count) else {
        throw fail("has \(projection.models.count) tables; it is to have 1 to \(maximumModels)")
      }
      for model in projection.models {
        if let reason = fault(in: model.name) { throw fail("has a table \"\(model.name)\" that \(reason)") }
        if let other = models.updateValue(projection.name, forKey: model.name) {
          throw fail("has a table \"\(model.name)\", and so has \(other); rename it")
        }
        try check(model, fail)
      }
    }
  }

  private static func check(_ model: ReadModel, _ fail: (String) -> ViewsError) throws(ViewsError) {
    guard (1...maximumColumns).contains(model.columns.count) else {
      throw fail("has \(model.columns.count) columns in \(model.name); there are to be 1 to \(maximumColumns)")
    }
    var names: Set<String> = []
    for column in model.columns {
      if let reason = fault(in: column.name) { throw fail("has a column \"\(column.name)\" that \(reason)") }
      guard !reservedColumns.contains(column.name), names.insert(column.name).inserted else {
        throw fail("has a column \"\(column.name)\" in \(model.name), which is there already; rename it")
      }
    }
  }

  /// What is wrong with a name; `nil` where nothing is.
  private static func fault(in name: String) -> String? {
    let bytes = Array(name.utf8)
    let isWord = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    guard isWord, let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= maximumLength else {
      return
        "is not named as it is to be: a small letter, then small letters, digits and _, at most \(maximumLength) in all"
    }
    if let taken = reservedBeginnings.first(where: name.hasPrefix) {
      return "begins with \(taken), which is the engine's"
    }
    return name.contains(reservedPart) ? "has \(reservedPart) in it, which is the word indexes'" : nil
  }
}
