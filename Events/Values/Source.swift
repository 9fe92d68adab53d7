public import CanonicalJSON

/// Where a claim comes from.
public struct Source: FieldGroup, Hashable {
  public var url: String?
  public var title: String?
  public var publisher: String?
  public var published: EDTFDate?
  public var retrieved: EDTFDate?
  public var quote: String?
  public var archive: String?
  public var grade: Grade?
  public var upstream: String?
  public var language: String?
  public var note: String?

  public init(fields: inout FieldReader) {
    url = fields.optional("url", "the address of the page")
    title = fields.optional("title", "the title of the page or document")
    publisher = fields.optional("publisher", "who published it")
    published = fields.optional("published", "when it was published")
    retrieved = fields.optional("retrieved", "when it was read")
    quote = fields.optional("quote", "the words that support the claim, exactly as they stand there")
    archive = fields.optional("archive", "the address of an archived copy")
    grade = fields.optional("grade", "the Admiralty grade, such as B2")
    upstream = fields.optional("upstream", "whose report the page relays; pages that relay one report are one source")
    language = fields.optional("lang", "the BCP 47 language tag of the page")
    note = fields.optional("note", "a remark on the source")
    fields.require(
      url != nil || title != nil || publisher != nil, "url", "is missing; a source needs a url, a title or a publisher")
    for (name, link) in [("url", url), ("archive", archive)] {
      fields.require(
        link.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? true, name,
        "is not a web address that starts with https:// or http://")
    }
  }

  /// What makes two sources one: the report that both relay, else the publisher, else the address or title.
  /// - Parameter json: a source as an event has it.
  public static func origin(of json: JSONValue) -> String? {
    ["upstream", "publisher", "url", "title"].lazy.compactMap { json[$0]?.string }.first?.lowercased()
  }
}

/// The Admiralty code (NATO STANAG 2511): reliability of the source A–F, credibility of the information 1–6.
public struct Grade: Sendable, Hashable, FieldValue, CustomStringConvertible {
  public var code: String

  public init?(_ code: String) {
    let bytes = Array(code.utf8)
    guard bytes.count == 2, (0x41...0x46).contains(bytes[0]), (0x31...0x36).contains(bytes[1]) else { return nil }
    self.code = code
  }

  public var description: String { code }
  public static var fieldType: FieldType { .text }
  public static var placeholder: Grade { Grade("F6")! }
}

extension Grade {
  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Grade? {
    let grade = json.string.flatMap { Grade($0) }
    if grade == nil {
      problems.append(
        FieldProblem("expected an Admiralty grade: A–F and 1–6, such as \"B2\"; F6 means unknown"))
    }
    return grade
  }
}
