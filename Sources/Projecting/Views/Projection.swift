/// A column of a read model.
public struct ViewColumn: Sendable, Hashable {
  public enum Kind: String, Sendable { case integer = "INTEGER", real = "REAL", text = "TEXT" }

  public var name: String
  public var kind: Kind
  public var meaning: String
  /// Whether rows are looked up by this column.
  public var isIndexed: Bool

  public init(_ name: String, _ kind: Kind, _ meaning: String, isIndexed: Bool = false) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isIndexed = isIndexed
  }
}

/// A table that a projection fills: the columns below, after `subject` and `ordinal`, which every table has.
public struct ReadModel: Sendable, Hashable {
  public var name: String
  public var meaning: String
  public var columns: [ViewColumn]
  /// The column whose words can be searched, if any. Words are what spaces part, so the projection parts them.
  public var searchedColumn: String?

  public init(_ name: String, _ meaning: String, columns: [ViewColumn], searchedColumn: String? = nil) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.searchedColumn = searchedColumn
  }
}

/// A row of one of a projection's read models, in the order of its columns.
public struct ViewRow: Sendable, Hashable {
  /// The read model's name.
  public var model: String
  public var values: [ViewValue]

  public init(_ model: String, _ values: [ViewValue]) {
    self.model = model
    self.values = values
  }
}

/// A pure function from a history to rows: no clock, no randomness, no input or output, so that it can run in parallel,
/// in another process, and be checked by running it again.
public protocol Projection: Sendable {
  var name: String { get }
  /// Raised with every change of what the rows say; a new version is computed again from the whole log.
  var version: Int { get }
  /// What else the rows depend on, such as the digest of a definition file; another one is computed again as well.
  var parameters: String { get }
  var models: [ReadModel] { get }
  /// Called before rows are asked for, where there are any to compute.
  /// - Throws: `ProjectionUnavailable` where nothing can be computed for now; the rows that there are stay then.
  func prepare() throws(ProjectionUnavailable)
  /// Not called for a subject about which no claim counts: it has no rows.
  /// - Throws: `ProjectionUnavailable` as above; `NotComputed` where this subject could not be computed this time, and may be
  ///   another time; any other error says that it cannot be computed.
  func rows(for history: History) throws -> [ViewRow]
}

extension Projection {
  public var parameters: String { "" }
  public func prepare() throws(ProjectionUnavailable) {}
}

/// A projection that cannot be computed at all for now, such as one in a program that does not start.
public struct ProjectionUnavailable: Error, Sendable, Equatable, CustomStringConvertible {
  public var projection: String
  /// Why, and what to do.
  public var reason: String

  public init(_ projection: String, _ reason: String) {
    self.projection = projection
    self.reason = reason
  }

  public var description: String { "the projection \(projection) cannot be computed: \(reason)" }
}

/// A subject could not be computed this time, for a reason that is not in its history, such as a program that took too long.
public struct NotComputed: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
