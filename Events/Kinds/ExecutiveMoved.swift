public import EventLog
public import Projecting

/// A person of a company's leadership comes, goes or moves.
public struct ExecutiveMoved: EventPayload {
  public static let kind = "executive_moved"
  public static let meaning = "A director or officer joins, leaves, or moves to another place."
  public static let label = KindLabel("Executive", "高管变动", glyph: "☺")

  public var person: Subject
  public var role: String
  public var name: String?
  public var from: Subject?
  public var to: Subject?
  public var place: Place?

  public init(fields: inout FieldReader) {
    person = fields.required("person", "the person's opaque subject, such as person/p-7f3a91c2")
    role = fields.required("role", "the role, such as director or chief_executive")
    name = fields.optional("name", "the person's name; it stays in the data, which can be erased")
    from = fields.optional("from", "the company left")
    to = fields.optional("to", "the company joined")
    place = fields.optional("place", "where the person works or lives afterwards")
  }

  public var mentions: [Mention] {
    [Mention(person, role: "executive")] + [from, to].compactMap { $0.map { Mention($0, role: "employer") } }
  }

  public var headline: String {
    phrase(
      "\(name ?? String(person.name)), \(role)", from.map { "leaves \($0.name)" }, to.map { "joins \($0.name)" },
      place.map { "now in \($0.shown)" })
  }
}
