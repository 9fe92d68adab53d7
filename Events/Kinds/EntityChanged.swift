/// A legal entity of a company comes, changes or goes.
public struct EntityChanged: EventPayload {
  public static let kind = "entity_changed"
  public static let meaning = "A legal entity of a company is registered, deregistered, renamed or restructured."
  public static let label = KindLabel("Entity", "主体变更", glyph: "§")

  public enum Change: String, Choice { case registered, deregistered, renamed, restructured }

  public var entity: String
  public var jurisdiction: Country
  public var change: Change
  public var newName: String?
  public var note: String?

  public init(fields: inout FieldReader) {
    entity = fields.required("entity", "the entity's registered name")
    jurisdiction = fields.required("jurisdiction", "the country of registration")
    change = fields.required("change", "what happened to it")
    newName = fields.optional("new_name", "the name afterwards, when it was renamed")
    note = fields.optional("note", "what else the source says")
  }

  public var headline: String {
    phrase("\(entity) (\(jurisdiction.code)) \(change.rawValue)", newName.map { "now \($0)" }, note)
  }
}
