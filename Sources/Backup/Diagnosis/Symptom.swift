internal import ExactText
internal import SQLiteStorage

/// Something about a workspace that is not as it should be, and what to do about it.
public struct Symptom: Sendable, Equatable {
  public enum Severity: String, Sendable, Comparable {
    /// To be put right some time.
    case warning
    /// Something does not work until it is put right.
    case error
    /// What the log says cannot be trusted as it is.
    case integrity

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .warning: 0
      case .error: 1
      case .integrity: 2
      }
    }
  }

  /// What was found, in snake_case; stays the same from version to version.
  public var rule: String
  public var severity: Severity
  public var message: String
  /// The next step.
  public var remedy: String

  public init(_ rule: String, _ severity: Severity, _ message: String, remedy: String) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.remedy = remedy
  }
}

extension Symptom {
  /// A database that could not be looked at, which is no word against it.
  static func unreadable(_ rule: String, _ severity: Severity, _ error: StorageError, _ workspace: ExaminedWorkspace)
    -> Symptom
  {
    Symptom(
      rule, severity, "\(error); that says nothing about what is in it",
      remedy: "look at it as somebody who may read and write \(workspace.path.shellPath), or at a copy")
  }
}

/// A part of a workspace that is looked at. A new one is one file and one line in ``WorkspaceDiagnosis``.
protocol Examination: Sendable {
  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom]
}

/// What is looked at.
struct ExaminedWorkspace {
  var path: String
  var backups: String
  var progress: (Int64, Int64) -> Void

  /// A file of the workspace.
  func file(_ name: String) -> String { path + "/" + name }
}
