internal import DealEvents
public import DefinitionFiles
internal import Projecting

/// Accounts, services, partnerships and offices at home that were given up.
public struct PresenceDimension: IndicatorDimension {
  public let name = "presence"
  public let chinese = "本土存在"
  public let meaning = "social accounts, services, partnerships and offices at home given up"
  public let method = """
    How many different values of `what` the `presence_withdrawn` claims have whose `where` is at home, divided by `full_at`, at most 1; \
    unknown where there is no such claim.
    """
  public let parameters = [
    DefinitionParameter("full_at", 3, in: 1...5, "so many different kinds of presence given up make 1")
  ]

  public init() {}

  public func reading(_ input: IndicatorInput) -> IndicatorReading? {
    let withdrawn = input.all(PresenceWithdrawn.self).filter { $0.data.place.map { input.isHome($0.country) } ?? false }
    guard !withdrawn.isEmpty else { return nil }
    let kinds = Set(withdrawn.map(\.data.what.rawValue)).sorted()
    return IndicatorReading(
      Double(kinds.count) / input["full_at"], withdrawn.flatMap(\.claim.evidence),
      "given up: " + kinds.map { $0.replacing("_", with: " ") }.joined(separator: ", "))
  }
}
