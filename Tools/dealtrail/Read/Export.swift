import ArgumentParser
import CanonicalJSON
import EventLog
import Projecting
import SQLiteViews

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print what other programs work on.", subcommands: [Histories.self])

  struct Histories: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "histories",
      abstract: "Print the histories of subjects, one JSON object a line, as projections get them.",
      discussion: """
        Corrections and retractions are applied, and claims are in the order of the world. It is what a plug-in reads (see \
        docs/plugins.md), so this is how to try one by hand.

          dealtrail export histories manus
          dealtrail export histories --known-at 2026-01-13 > histories.jsonl
        """)

    @Argument(help: "The subjects; all when none is given.")
    var subjects: [String] = []

    @OptionGroup var question: QuestionOptions

    func run() throws {
      let open = try question.open()
      let wanted = try open.subjects(named: subjects)
      let cut = try question.cut(open)
      if !wanted.isEmpty {
        for subject in wanted { Self.print(try open.views.history(of: subject, cut: cut)) }
        return
      }
      _ = try Progress.during(question.printing) { progress in
        try open.views.eachHistory(cut: cut, progress: progress, { $0 }) { histories in
          histories.forEach(Self.print)
          return true
        }
      }
    }

    private static func print(_ history: History) {
      StandardOutput.print(CanonicalWriter.text(of: history.json))
    }
  }
}
