internal import Crypto
public import EventLog

/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing.
  case info
  /// A human should look at it.
  case warning
  /// Something is wrong with the log, the views, or a number that is printed.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// What an audit reports: one cause, under one rule, about one subject.
public struct Finding: Sendable, Equatable {
  /// Most events that a finding names; a group's others are counted.
  public static let maximumEvidence = 20

  /// Twelve hexadecimal digits of the rule, the subject and the cause: the same cause has the same id on every night.
  public let id: String
  public var rule: String
  public var severity: Severity
  /// A subject's id, an import, or a file of the workspace.
  public var subject: String
  public var evidence: [EventID]
  /// How many cases it stands for: 1, or the size of a group.
  public var count: Int
  public var message: String
  public var remedy: String

  public init(
    rule: AuditRule, severity: Severity, subject: String, cause: [String], evidence: [EventID], count: Int = 1,
    message: String
  ) {
    id = Self.id(rule: rule.id, subject: subject, cause: cause)
    self.rule = rule.id
    self.severity = severity
    self.subject = subject
    self.evidence = Array(evidence.prefix(Self.maximumEvidence))
    self.count = count
    self.message = message
    remedy = rule.remedy
  }

  /// The first 48 bits of the SHA-256 of the texts, each preceded by its length.
  static func id(rule: String, subject: String, cause: [String]) -> String {
    var bytes: [UInt8] = []
    for text in [rule, subject] + cause { bytes += Array("\(text.utf8.count):\(text)".utf8) }
    return Hexadecimal.text(of: SHA256.hash(data: bytes).prefix(6))
  }
}
