internal import DealEvents
public import Projecting

extension History {
  /// The statuses of claims that say that something is so; what is rumoured or denied is on the timeline alone.
  static let factual: Set<String> = ["reported", "confirmed"]

  /// The claims about the subject itself that say that something is so, those that somebody disputes too.
  var factual: [Claim] { claims.filter { $0.role == nil && Self.factual.contains($0.currentStatus) } }

  /// The claims about the subject itself that nobody disputes, of these statuses.
  public func standing(_ statuses: Set<String>) -> [Claim] {
    claims.filter { $0.role == nil && !$0.isDisputed && statuses.contains($0.currentStatus) }
  }
}

extension [Claim] {
  /// Whether the company comes from one of these jurisdictions (ISO 3166-1 codes): some profile that nobody disputes says so,
  /// even where another, after a move, names a new home. `nil` where no such profile names any.
  public func comesFrom(_ home: Set<String>) -> Bool? {
    let countries = compactMap { claim -> String? in
      guard claim.role == nil, !claim.isDisputed else { return nil }
      return (claim.payload as? CompanyProfiled)?.homeJurisdiction?.code
    }
    return countries.isEmpty ? nil : countries.contains { home.contains($0) }
  }
}
