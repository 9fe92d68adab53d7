public import CanonicalJSON
public import EventLog
public import Transparency

/// What one audit found, compared with the one before.
public struct AuditResult: Sendable {
  /// What is known of the log.
  public enum Integrity: Sendable {
    /// It was not looked at.
    case unknown
    case intact
    case breached
  }

  public enum State: String, Sendable {
    /// Not found by the audit before, or accepted then and not any more.
    case new
    case persisting
    case accepted
  }

  public struct Entry: Sendable {
    public var finding: Finding
    public var state: State
    /// The day of the first audit that found it without interruption.
    public var since: CivilDate
    public var acceptance: Acceptance?
  }

  public var logSize: Int64
  /// `nil` where the log could not be read.
  public var root: TreeHash?
  public var integrity: Integrity
  /// The newest checkpoint that holds, after the audit the one that it signed.
  public var checkpoint: Checkpoint?
  public var checkpointFile: String?
  public var started: Timestamp
  public var finished: Timestamp
  public var entries: [Entry]
  /// What the audit before found, and this one does not.
  public var gone: [KnownFinding]
  /// What earlier audits found under rules that this one did not run to their end.
  public var carried: [KnownFinding]
  /// The rules that were run.
  public var rules: [String]
  /// Those of them that did not see all that they look at.
  public var incomplete: Set<String>
  /// Whether every row of the log was read.
  public var isWholeScan: Bool
  public var movements: [AuditFacts.Movement]
  /// The audits before this one, oldest first.
  public var nights: [AuditNight]

  /// How many findings of a severity there are that nobody accepted.
  public func count(_ severity: Severity) -> Int {
    entries.count { $0.state != .accepted && $0.finding.severity == severity }
  }

  public func count(_ state: State) -> Int { entries.count { $0.state == state } }

  /// New ones first, then those that stay, then the accepted; each by severity and rule.
  public var ordered: [Entry] {
    let order: [State] = [.new, .persisting, .accepted]
    return order.flatMap { state in entries.filter { $0.state == state } }
  }

  /// The exit code that the contract names: 5 where the log does not verify, 3 for findings at or above `failOn` that
  /// nobody accepted, whether of tonight or carried over, else 0.
  public func exitCode(failOn: Severity?) -> Int32 {
    if integrity == .breached { return 5 }
    guard let failOn else { return 0 }
    let isCarried = carried.contains { !$0.wasAccepted && $0.severity >= failOn }
    return isCarried || Severity.allCases.contains { $0 >= failOn && count($0) > 0 } ? 3 : 0
  }
}

/// A finding as the next audit remembers it.
public struct KnownFinding: Sendable, Equatable {
  public var id: String
  public var rule: String
  public var severity: Severity
  public var subject: String
  public var since: CivilDate
  public var wasAccepted: Bool
}

extension AuditResult {
  /// The contract of `audit --format json`, and what the next audit compares with.
  public var json: JSONValue {
    let findings = ordered.map { entry -> JSONValue in
      let finding = entry.finding
      return [
        "id": .string(finding.id), "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
        "subject": .string(finding.subject), "message": .string(finding.message), "remedy": .string(finding.remedy),
        "evidence": .array(finding.evidence.map { .string($0.description) }), "state": .string(entry.state.rawValue),
        "count": .integer(finding.count), "since": .string(entry.since.description),
        "acceptance": entry.acceptance.map {
          [
            "event": .string($0.event.description), "reason": .string($0.reason),
            "until": .optional($0.until?.description),
          ]
        } ?? .null,
      ]
    }
    let summary = Severity.allCases.reversed().map {
      JSONObject.Member(key: $0.rawValue, value: .integer(count($0)))
    }
    return [
      "log_size": .integer(Int(logSize)), "root": .optional(root.map { "\($0)" }),
      "checkpoint": checkpoint.map {
        [
          "origin": .string($0.origin), "size": .integer(Int($0.size)), "root": .string("\($0.root)"),
          "file": .optional(checkpointFile),
        ]
      } ?? .null,
      "started": .string(started.description), "finished": .string(finished.description),
      "findings": .array(findings), "gone": .array(gone.map { .string($0.id) }),
      "carried": .array(carried.map(\.json)), "rules": .array(rules.map { .string($0) }),
      "whole_scan": .bool(isWholeScan),
      "summary": .object(
        JSONObject(
          summary + [
            .init(key: "new", value: .integer(count(.new))),
            .init(key: "persisting", value: .integer(count(.persisting))),
            .init(key: "accepted", value: .integer(count(.accepted))),
          ])),
    ]
  }
}

extension KnownFinding {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "rule": .string(rule), "severity": .string(severity.rawValue), "subject": .string(subject),
      "since": .string(since.description), "state": .string(wasAccepted ? "accepted" : "persisting"),
    ]
  }

  /// `nil` where the value is not of its form.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, id.utf8.count == 12, Hexadecimal.bytes(of: id.utf8) != nil,
      let rule = json["rule"]?.string,
      let severity = json["severity"]?.string.flatMap({ Severity(rawValue: $0) }),
      let subject = json["subject"]?.string,
      let since = json["since"]?.string.flatMap({ CivilDate(text: $0) })
    else { return nil }
    self.init(
      id: id, rule: rule, severity: severity, subject: subject, since: since,
      wasAccepted: json["state"]?.string == "accepted")
  }
}
