import ArgumentParser
import CanonicalJSON
import DealEvents

struct Kinds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: "List the kinds of events and their fields.",
    discussion: "A field with a question mark may be left out.")

  @Argument(help: "Only this kind, such as funding-round.")
  var kind: String?

  @Flag(help: "The JSON Schema of the kind's data.")
  var schema = false

  @Flag(help: "Every field as rules name it, such as to.country, with what it holds.")
  var fields = false

  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if schema, fields { throw ValidationError("--schema and --fields do not go together") }
    if schema, kind == nil { throw ValidationError("--schema is of one kind: dealtrail kinds KIND --schema") }
  }

  func run() throws {
    let kinds = try kind.map { [try Vocabulary.type(typed: $0)] } ?? Vocabulary.kinds
    if schema, let kind = kinds.first {
      return StandardOutput.print(CanonicalWriter.text(of: JSONSchema.schema(of: kind)))
    }
    if fields { return Self.fields(of: kinds).print(printing) }
    if printing.format == .table { return printList(kinds) }
    Report(
      columns: [
        .init("kind", "Kind", "类型"), .init("field", "Field", "字段"), .init("required", "Required", "必填"),
        .init("meaning", "Meaning", "含义"),
      ],
      rows: kinds.flatMap { kind in
        kind.descriptions.map {
          [.init(kind.kind), .init($0.name), .init(.bool($0.isRequired), shown: "\($0.isRequired)"), .init($0.meaning)]
        }
      }
    ).print(printing)
  }

  private static func fields(of kinds: [any EventPayload.Type]) -> Report {
    Report(
      columns: [
        .init("kind", "Kind", "类型"), .init("field", "Field", "字段"), .init("holds", "Holds", "取值"),
        .init("meaning", "Meaning", "含义"),
      ],
      rows: kinds.flatMap { kind in
        kind.descriptions.flatMap { leaves(of: $0, at: "") }.map { path, holds, meaning in
          [.init(kind.kind), .init(path), .init(holds), .init(meaning)]
        }
      })
  }

  /// The fields that hold no others, each with its path, what it holds, and its meaning.
  private static func leaves(of field: FieldDescription, at path: String) -> [(String, String, String)] {
    let here = path + field.name
    let members = field.type.members
    switch field.type {
    case .place, .money: return members.map { (here + "." + $0.name, $0.meaning, field.meaning) }
    case _ where members.isEmpty: return [(here, holds(field.type), field.meaning)]
    default: return members.flatMap { leaves(of: $0, at: here + ".") }
    }
  }

  private static func holds(_ type: FieldType) -> String {
    switch type {
    case .list(let element): holds(element)
    case .choice(let words): words.joined(separator: ", ")
    case .number, .integer: "a number"
    case .share: "a part, 0 to 1"
    case .flag: "yes or no"
    case .country: "ISO 3166-1"
    case .currency: "ISO 4217"
    case .date: "a date"
    case .subject: "a subject"
    case .event: "an event's id"
    case .payload: "data of another kind"
    case .text, .object, .place, .money: "a text"
    }
  }

  private func printList(_ kinds: [any EventPayload.Type]) {
    let style = printing.style
    for kind in kinds {
      let name = printing.lang == .zh ? "\(kind.kind) \(kind.label.chinese)" : kind.kind
      StandardOutput.print("\(kind.label.glyph) \(style(name, .bold)): \(kind.meaning)")
      for field in kind.descriptions {
        StandardOutput.print("    \(field.name)\(field.isRequired ? "" : "?"): \(field.meaning)")
      }
    }
  }
}

extension Vocabulary {
  /// The kind that a person typed, with hyphens or underscores.
  /// - Throws: `CommandFailure`, which suggests the nearest kind.
  static func type(typed text: String) throws -> any EventPayload.Type {
    let name = text.replacing("-", with: "_")
    if let type = type(of: name) { return type }
    let near = nearest(to: name, among: kinds.map { $0.kind }).map { "; did you mean \($0.replacing("_", with: "-"))?" }
    throw CommandFailure.usage("\"\(text)\" is not a kind\(near ?? ""); dealtrail kinds lists them")
  }
}
