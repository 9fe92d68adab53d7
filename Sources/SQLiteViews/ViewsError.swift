/// Why views could not be computed or read.
public enum ViewsError: Error, Sendable, CustomStringConvertible {
  /// Another version of the program, or another log, took the views over meanwhile.
  case reset
  /// No projection of this process has the name.
  case unknownProjection(String, known: [String])
  /// A projection has a name that cannot be used.
  case unusable(projection: String, reason: String)
  /// The rows were never computed, or by another version.
  case notComputed(projection: String)
  /// The file is a database of something else, and is left as it is.
  case foreign(String)

  public var description: String {
    switch self {
    case .foreign(let path): "\(path) is a database of something else; move it away, and the views are made anew"
    case .reset: "another version of dealtrail took over the views meanwhile; run the command again"
    case .unknownProjection(let name, let known):
      "there is no projection \"\(name)\"; there are: \(known.joined(separator: ", "))"
    case .unusable(let projection, let reason): "the projection \(projection) \(reason)"
    case .notComputed(let projection):
      "the projection \(projection) has not been computed; leave --no-catch-up out, or run: "
        + "dealtrail projections rebuild \(projection)"
    }
  }
}
