public import EventLog
public import Projecting

/// Somebody says something about the matter in public.
public struct StatementMade: EventPayload {
  public static let kind = "statement_made"
  public static let meaning = "A company, authority or person confirms, denies, explains or commits to something."
  public static let label = KindLabel("Statement", "声明", glyph: "“")

  public enum Stance: String, Choice { case confirms, denies, explains, commits }

  public var speaker: Subject
  public var stance: Stance
  public var text: String
  public var about: [EventID]
  public var topic: String?

  public init(fields: inout FieldReader) {
    speaker = fields.required("speaker", "who speaks")
    stance = fields.required("stance", "what the statement does")
    text = fields.required("text", "what was said, in substance")
    about = fields.list("about", "the events that it is about")
    topic = fields.optional("topic", "what it is about, where no event is")
  }

  public var mentions: [Mention] { [Mention(speaker, role: "speaker")] }
  public var headline: String { "\(speaker.name) \(stance.rawValue): \(text)" }
}
