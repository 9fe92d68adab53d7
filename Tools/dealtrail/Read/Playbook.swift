import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Playbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook",
    abstract:
      "Print how far companies have come in the playbook: buy in, cut ties, resell, and the regulators' answers.",
    discussion: """
      A company from home is bought into by foreign lead or control; it cuts several ties to home within a window; it is sold \
      to a foreign acquirer. Each stage has its date, its evidence, and what is missing for the next. It describes; a lawful \
      move is no wrongdoing.

        dealtrail playbook                        all that reached a stage or signal
        dealtrail playbook manus                  the story, with the days between
        dealtrail playbook manus --as-of 2025-12-01
        dealtrail playbook --print-definitions > mine.yaml
        dealtrail playbook --definitions mine.yaml
      """)

  @Argument(help: "The companies; all with a stage or a signal when none is given.")
  var subjects: [String] = []

  @Option(
    help: "A YAML file that says what counts (see --print-definitions), or the name of one in the folder projections.")
  var definitions: String?

  @Flag(help: "Print the definition file that ships, to copy and change.")
  var printDefinitions = false

  @Flag(help: "All companies, also those without any stage or signal.")
  var all = false

  @OptionGroup var question: QuestionOptions

  func run() throws {
    if printDefinitions { return StandardOutput.write(PlaybookDefinition.standardText) }
    let open = try question.open()
    let (projection, isStored) = try open.definitions.projection(definitions, standard: open.definitions.playbook)
    let wanted = try open.subjects(named: subjects)
    let entries = try entries(open, projection, isStored: isStored, wanted)
    for subject in wanted where !entries.contains(where: { $0.subject == subject }) {
      StandardError.print("dealtrail: no playbook for \(subject): it is of companies with a claim of their own")
    }
    let printer = PlaybookPrinter(printing: question.printing)
    if question.printing.format == .table, wanted.count == 1, let entry = entries.first { return printer.story(entry) }
    printer.board(entries)
  }

  /// By stage, the furthest first; then by the day of that stage, the newest first.
  private func entries(
    _ open: OpenWorkspace, _ projection: PlaybookProjection, isStored: Bool, _ wanted: [Subject]
  ) throws -> [PlaybookEntry] {
    var entries =
      question.isPresent && isStored
      ? try open.views.read { try PlaybookEntry.stored($0, projection) }
      : try question.rowsOfCompanies(by: projection, open).compactMap {
        PlaybookEntry($0.subject, name: $0.name, rows: $0.rows, projection)
      }
    entries = entries.filter { entry in
      wanted.isEmpty ? all || !entry.steps.isEmpty : wanted.contains(entry.subject)
    }
    let order = PlaybookStanding.Stage.allCases.map(\.rawValue)
    return entries.sorted { a, b in
      let ranks = [a, b].map { order.firstIndex(of: $0.stage) ?? 0 }
      if ranks[0] != ranks[1] { return ranks[0] > ranks[1] }
      let days = [a, b].map { $0.step($0.stage)?.day.day ?? 0 }
      return days[0] == days[1] ? a.subject < b.subject : days[0] > days[1]
    }
  }
}
