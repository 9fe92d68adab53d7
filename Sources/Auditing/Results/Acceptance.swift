public import EventLog

/// A finding that somebody has looked at and accepts, for good or until a day.
public struct Acceptance: Sendable, Equatable {
  public var finding: String
  /// The last day on which it holds; `nil` for good.
  public var until: CivilDate?
  public var reason: String
  /// The event that says so.
  public var event: EventID

  public init(finding: String, until: CivilDate?, reason: String, event: EventID) {
    self.finding = finding
    self.until = until
    self.reason = reason
    self.event = event
  }

  public func holds(on day: CivilDate) -> Bool { until.map { day <= $0 } ?? true }
}
