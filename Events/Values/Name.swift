/// A name in one script and language: `{"name":"蝴蝶效应","lang":"zh-Hans"}`.
public struct Name: FieldGroup, Hashable {
  public var name: String
  /// BCP 47 tag: `zh-Hans`, `en`.
  public var language: String?
  /// When the name began and ceased to be used.
  public var from: EDTFDate?
  public var until: EDTFDate?

  public init(fields: inout FieldReader) {
    name = fields.required("name", "the name as it is written")
    language = fields.optional("lang", "the BCP 47 language tag, such as zh-Hans or en")
    from = fields.optional("from", "when the name began to be used")
    until = fields.optional("until", "when the name ceased to be used")
    fields.require(language.map(Self.isTag) ?? true, "lang", "is not a language tag such as zh-Hans or en")
  }

  private static func isTag(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { $0 < 0x80 && Character(Unicode.Scalar($0)).isLetter || (0x30...0x39).contains($0) }
    }
  }
}
