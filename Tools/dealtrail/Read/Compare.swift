import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print companies side by side: indicators, stages, reviews, open matters, control.",
    discussion: """
        dealtrail compare manus heygen shein
        dealtrail compare manus zhipu --as-of 2025-06-30
      """)

  @Argument(help: "The companies, two or more.")
  var subjects: [String]

  @OptionGroup var question: QuestionOptions

  func validate() throws {
    if subjects.count < 2 { throw ValidationError("give two companies or more") }
  }

  func run() throws {
    let open = try question.open()
    let cut = try question.cut(open)
    let named = try open.views.read { reader in
      let resolver = SubjectResolver(reader: reader)
      return try subjects.map { text in
        let subject = try resolver.resolve(text)
        return (subject: subject, name: try resolver.name(of: subject))
      }
    }
    let standings = try named.map { try Standing(open.views.history(of: $0.subject, cut: cut), open.definitions) }
    var aspects: [String] = []
    for name in standings.flatMap({ $0.aspects.map(\.name) }) where !aspects.contains(name) { aspects.append(name) }
    Report(
      columns: [.init("aspect", "Aspect", "方面")] + named.map { .init($0.subject.id, $0.name, $0.name) },
      rows: aspects.map { aspect in
        [.init(.string(aspect), shown: aspect.replacing("_", with: " "))]
          + standings.map { standing in
            let value = standing[aspect]
            return .init(value?.json ?? .null, shown: value?.shown ?? "–")
          }
      }
    ).print(question.printing)
  }
}
