import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find claims by names and words, in Latin and Chinese script.",
    discussion: """
      Every word must be there. Words in letters match beginnings of words, without case and accents; Chinese ones match \
      anywhere, two-character words and single characters included.

        dealtrail search benchmark singapore
        dealtrail search 蝴蝶
      """)

  @Argument(help: "The words.")
  var words: [String]

  @Option(help: "How many claims at most.")
  var limit = 20

  @Flag(help: "Answer from the views as they stand, without bringing them up to the end of the log.")
  var noCatchUp = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func validate() throws {
    if words.isEmpty { throw ValidationError("give the words to search for") }
    if limit < 1 { throw ValidationError("--limit is 1 or more") }
  }

  func run() throws {
    let expression = SearchText.expression(words.joined(separator: " "))
    guard !expression.isEmpty else {
      throw CommandFailure.invalid("\"\(words.joined(separator: " "))\" has no letters or digits to search for")
    }
    let open = try workspace.open()
    if !noCatchUp { try open.catchUpToAnswer(printing) }
    let report = try open.views.read { reader in
      _ = try reader.position(of: "search")
      let resolver = SubjectResolver(reader: reader)
      return Report(
        columns: [
          .init("subject", "Subject", "对象"), .init("name", "Name", "名称"), .init("occurred", "Date", "日期"),
          .init("kind", "Kind", "类型"), .init("title", "What", "内容"), .init("event", "Event", "事件"),
        ],
        rows: try reader.rows(SearchProjection.textModel, matching: expression, limit: limit).map { row in
          let kind = row.values[1].text ?? ""
          return [
            .init(row.subject.id), .init(try resolver.name(of: row.subject)), .init(row.values[0].text),
            .init(.string(kind), shown: KindNames.shown(kind, printing.lang)), .init(row.values[2].text),
            .init(row.values[3].text, paint: .dim),
          ]
        })
    }
    report.print(printing, empty: Bilingual("no claim has all of these words", "没有包含所有这些词的记录"))
    if report.rows.count == limit, !printing.quiet {
      StandardError.print("the best \(limit) are shown; more with --limit")
    }
  }
}
