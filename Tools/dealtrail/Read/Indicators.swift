import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "Print how far companies have left home, dimension by dimension, with evidence and bounds.",
    discussion: """
      Each dimension is 0 to 1, or unknown: missing is never zero. With every value come its coverage (the part of the \
      weight that has evidence), its bounds (unknown as 0, as 1) and the value over confirmed claims alone. Companies \
      are ranked by the lower bound. Rooting measures the other path: money, listings and approvals at home. The values \
      measure; they do not accuse.

        dealtrail indicators                      every company that comes from home
        dealtrail indicators manus --evidence     one company, with its events
        dealtrail indicators manus --series       the composite over time
        dealtrail indicators --sensitivity        what the ranks owe to choices
        dealtrail indicators --methodology        how the values come about, as a page
        dealtrail indicators --print-definitions > mine.yaml
        dealtrail indicators --definitions mine.yaml
      """)

  @Argument(help: "The companies; all that come from home when none is given.")
  var subjects: [String] = []

  @Option(
    help:
      "A YAML file that says how they are computed (see --print-definitions), or the name of one in the folder projections."
  )
  var definitions: String?

  @Flag(help: "Print the definition file that ships, to copy and change.")
  var printDefinitions = false

  @Flag(help: "Print how the indicators are computed, exactly enough to compute them again: Markdown.")
  var methodology = false

  @Flag(help: "What ranks owe to the weights, the aggregation and single dimensions, instead of the dimensions.")
  var sensitivity = false

  @Flag(help: "With each dimension, how its value came about and the ids of its events (dealtrail show ID).")
  var evidence = false

  @Flag(help: "Of the companies that are named, the composite at every day on which a claim begins to count.")
  var series = false

  @OptionGroup var question: QuestionOptions

  func validate() throws {
    if series, subjects.isEmpty { throw ValidationError("--series is of companies; name them") }
  }

  func run() throws {
    if printDefinitions { return StandardOutput.write(IndicatorDefinition.standardText) }
    if methodology {
      let isWorkspace = try question.workspace.folderIfAny() != nil
      let known = isWorkspace ? try question.workspace.definitions() : ProjectionDefinitions()
      let projection = try known.projection(definitions, standard: known.indicators).projection
      return StandardOutput.write(Methodology.markdown(projection.definition))
    }
    let open = try question.open()
    let (projection, isKept) = try open.definitions.projection(definitions, standard: open.definitions.indicators)
    let definition = projection.definition
    let isStored = question.isPresent && isKept
    let wanted = try open.subjects(named: subjects)
    if series {
      let cut = try question.cut(open)
      let all = try wanted.map { try IndicatorSeries(open.views.history(of: $0, cut: cut), projection) }
      return IndicatorSeries.report(all).print(question.printing)
    }
    var standings =
      isStored
      ? try open.views.read { try IndicatorStanding.stored($0, projection) }
      : try question.rowsOfCompanies(by: projection, open).compactMap {
        IndicatorStanding($0.subject, name: $0.name, rows: $0.rows, projection)
      }
    IndicatorStanding.rank(&standings, definition)
    let shown =
      wanted.isEmpty
      ? standings.filter(\.isHome) : wanted.compactMap { subject in standings.first { $0.subject == subject } }
    for subject in wanted where !standings.contains(where: { $0.subject == subject }) {
      StandardError.print("dealtrail: no indicators for \(subject): they are of companies with a claim of their own")
    }
    let printer = IndicatorPrinter(
      printing: question.printing, asOf: question.asOf, showsEvidence: evidence, definition: definition)
    if sensitivity { return printer.printSensitivity(of: shown) }
    printer.print(shown)
    let others = standings.count - standings.count(where: \.isHome)
    if wanted.isEmpty, others > 0, question.printing.format == .table, !question.printing.quiet {
      StandardError.print(
        "\(others) other compan\(others == 1 ? "y" : "ies"), which no profile has from home, can be asked for by name")
    }
  }
}
