internal import DefinitionFiles
public import EventLog
public import Projecting

/// One check of an audit: a pure function of what it is given. A new check is one file, and one line in a registry.
public protocol AuditCheck: Sendable {
  /// The rules under which it reports; most checks have one.
  static var rules: [AuditRule] { get }
}

/// A check that looks at one subject's claims at a time.
public protocol HistoryCheck: AuditCheck {
  static func observe(_ history: History, _ context: AuditContext) -> [Observation]
}

/// A check that compares subjects with one another: each gives traits, which are looked at together in the end.
public protocol PopulationCheck: AuditCheck {
  /// What is remembered of a subject; small, since it is kept for the whole log.
  associatedtype Trait: Sendable
  static func traits(of history: History, _ context: AuditContext) -> [Trait]
  /// - Parameter traits: in the order of their subjects' bytes.
  static func observe(_ traits: [Trait], _ context: AuditContext) -> [Observation]
}

/// A check of the workspace as a whole.
public protocol FactCheck: AuditCheck {
  static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation]
}

/// Something that a check saw; the run makes findings of it, one for each or one for a group.
public struct Observation: Sendable {
  public var rule: String
  public var subject: String
  /// What tells this cause from others of the rule and the subject; not what changes from night to night.
  public var cause: [String]
  public var evidence: [EventID]
  public var message: String
  /// The import that it came with; `nil` for what was recorded one by one.
  public var origin: String?

  public init(
    _ rule: AuditRule, about subject: String, cause: [String] = [], evidence: [EventID] = [], origin: String? = nil,
    _ message: String
  ) {
    self.rule = rule.id
    self.subject = subject
    self.cause = cause
    self.evidence = evidence
    self.origin = origin
    self.message = message
  }

  /// About claims, which are the cause.
  public init(_ rule: AuditRule, about subject: Subject, _ claims: [Claim], _ message: String) {
    self.init(
      rule, about: subject.id, cause: claims.map(\.id.description).sorted(), evidence: claims.flatMap(\.evidence),
      origin: Self.origin(of: claims), message)
  }

  /// The import of the last claim, where all of them were imported.
  private static func origin(of claims: [Claim]) -> String? {
    let origins = claims.map { AuditLog.importOf($0) }
    return origins.allSatisfy { $0 != nil } ? origins.last ?? nil : nil
  }
}

/// What checks may depend on beside what they look at.
public struct AuditContext: Sendable {
  /// The day that ages are counted to; checks have no clock.
  public var today: CivilDate
  public var settings: AuditSettings

  public init(today: CivilDate, settings: AuditSettings) {
    self.today = today
    self.settings = settings
  }

  public func value(_ parameter: String, of rule: AuditRule) -> Double {
    guard let standard = rule.parameters.first(where: { $0.name == parameter }) else {
      preconditionFailure("\(rule.id) has no parameter \(parameter)")
    }
    return settings.parameters[rule.id]?[parameter] ?? standard.standard
  }

  /// A parameter that is a whole number, of days mostly.
  public func whole(_ parameter: String, of rule: AuditRule) -> Int { Int(value(parameter, of: rule).rounded()) }
}
