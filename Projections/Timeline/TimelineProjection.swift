public import Projecting
internal import CanonicalJSON
internal import DealEvents
internal import EventLog

/// What happened to a subject and what it took part in, in the order of the world.
public struct TimelineProjection: Projection {
  public static let model = ReadModel(
    "timeline", "One row a claim that counts, in order of time in the world.",
    columns: [
      ViewColumn("occurred", .text, "the date as it is known (EDTF)"),
      ViewColumn("earliest", .text, "the first day that it may be; null when open or unknown"),
      ViewColumn("latest", .text, "the last day that it may be; null when open or unknown"),
      ViewColumn("kind", .text, "the event's kind"), ViewColumn("title", .text, "the claim in a few words"),
      ViewColumn("role", .text, "how the subject takes part; null where the claim is about it"),
      ViewColumn("status", .text, "reported, confirmed, denied or rumoured"),
      ViewColumn("disputed", .integer, "1 while a dispute is in force"),
      ViewColumn("event", .text, "the event's id"), ViewColumn("position", .integer, "the event's place in the log"),
      ViewColumn("sources", .integer, "independent sources: pages that relay one report count once"),
    ])

  public let name = "timeline"
  public let version = 2
  public var models: [ReadModel] { [Self.model] }

  public init() {}

  public func rows(for history: History) throws -> [ViewRow] {
    history.claims.map { claim in
      let headline = (claim.payload as? any EventPayload)?.headline ?? claim.kind
      return ViewRow(
        Self.model.name,
        [
          .text(claim.occurred), claim.days.earliest.map { .text($0.description) } ?? .null,
          claim.days.latest.map { .text($0.description) } ?? .null, .text(claim.kind),
          .text(claim.role == nil ? headline : "\(claim.stored.event.subject.name): \(headline)"),
          claim.role.map { .text($0) } ?? .null, .text(claim.currentStatus), .integer(claim.isDisputed ? 1 : 0),
          .text(claim.id.description), .integer(claim.stored.position), .integer(Int64(claim.independentSources)),
        ])
    }
  }
}

extension Claim {
  /// The status after confirmations: a reported or rumoured claim with a confirmation in force is confirmed.
  public var currentStatus: String {
    !confirmations.isEmpty && (status == "reported" || status == "rumoured") ? "confirmed" : status
  }

  /// How many sources stand behind the claim on their own.
  public var independentSources: Int {
    sources.count < 2 ? sources.count : Set(sources.compactMap(Source.origin)).count
  }
}
