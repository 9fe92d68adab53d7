/// Staff is cut.
public struct Layoff: EventPayload {
  public static let kind = "layoff"
  public static let meaning = "A company cuts staff at a place."
  public static let label = KindLabel("Layoff", "裁员", glyph: "↓")

  public var place: Place
  public var count: Int?
  public var share: Share?
  public var workforceBefore: Int?
  public var reason: String?

  public init(fields: inout FieldReader) {
    place = fields.required("place", "where the jobs were")
    count = fields.optional("count", "how many jobs")
    share = fields.optional("share", "the part of the staff there, 0 to 1")
    workforceBefore = fields.optional("workforce_before", "the staff there before")
    reason = fields.optional("reason", "why, as the source gives it")
  }

  public var headline: String {
    phrase(
      "\(count.map { $0 == 1 ? "1 job" : "\($0) jobs" } ?? share.map { "\(percent($0)) of staff" } ?? "jobs") in \(place.shown)",
      workforceBefore.map { "of \($0)" }, reason)
  }
}
