internal import DealEvents
internal import DefinitionFiles

extension DefinitionNode {
  /// The ISO 3166-1 codes under a key; `nil` where it is not there.
  func countries(_ key: String) throws(DefinitionError) -> Set<String>? {
    guard let node = self[key] else { return nil }
    return try node.set("an ISO 3166-1 code such as CN") { Country(code: $0)?.code }
  }

  /// The claim statuses under a key; `nil` where it is not there.
  func statuses(_ key: String) throws(DefinitionError) -> Set<String>? {
    guard let node = self[key] else { return nil }
    return try node.set("one of reported, confirmed, denied, rumoured") { ClaimStatus(rawValue: $0)?.rawValue }
  }
}
