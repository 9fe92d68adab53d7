public import EventLog
public import Projecting

/// An authority restricts a person.
public struct PersonRestricted: EventPayload {
  public static let kind = "person_restricted"
  public static let meaning = "An authority bars a person from leaving, summons or sanctions them."
  public static let label = KindLabel("Restriction", "人员限制", glyph: "⊘")

  public enum Measure: String, Choice { case exitBan = "exit_ban", summons, sanction }

  public var person: Subject
  public var authority: Subject
  public var measure: Measure
  public var concerns: [EventID]
  public var note: String?

  public init(fields: inout FieldReader) {
    person = fields.required("person", "the person's or group's opaque subject, such as person/p-7f3a91c2")
    authority = fields.required("authority", "who restricts, such as authority/cn-ndrc")
    measure = fields.required("measure", "what was ordered")
    concerns = fields.list("concerns", "the events that it is about")
    note = fields.optional("note", "what else the source says")
  }

  public var mentions: [Mention] { [Mention(person, role: "restricted"), Mention(authority, role: "authority")] }
  public var headline: String { phrase("\(spoken(measure)) by \(authority.name)", note) }
}
