internal import DealEvents
public import Projecting

extension Claim {
  /// Whether it is a profile by which the company comes from one of these jurisdictions (ISO 3166-1 codes).
  public func saysHome(_ home: Set<String>) -> Bool {
    (payload as? CompanyProfiled)?.homeJurisdiction.map { home.contains($0.code) } ?? false
  }
}

extension History {
  /// The claims about the subject itself that nobody disputes, of these statuses.
  func standing(_ statuses: Set<String>) -> [Claim] {
    claims.filter { $0.role == nil && !$0.isDisputed && statuses.contains($0.currentStatus) }
  }
}
