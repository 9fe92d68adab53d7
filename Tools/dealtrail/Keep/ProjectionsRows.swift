import ArgumentParser
import CanonicalJSON
import EventLog
import Projecting
import SQLiteViews

extension Projections {
  /// Prints a table of any projection, so that one of a user's own needs no command to be read.
  struct Rows: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rows",
      abstract: "Print the rows of any table, of a projection that ships or of your own.",
      discussion: """
          dealtrail projections list                        the tables
          dealtrail projections rows funding_gap manus
          dealtrail projections rows strict_indicator --as-of 2025-12-31 --format csv
        """)

    @Argument(help: "The table.")
    var table: String

    @Argument(help: "The subjects; all when none is given.")
    var subjects: [String] = []

    @OptionGroup var question: QuestionOptions

    func run() throws {
      let open = try question.open(for: table)
      let tables = open.views.projections.flatMap { projection in projection.models.map { (projection, $0) } }
      guard let (projection, model) = tables.first(where: { $0.1.name == table }) else {
        throw CommandFailure.invalid(
          "there is no table \"\(table)\"; there are: \(tables.map(\.1.name).joined(separator: ", "))")
      }
      let wanted = try open.subjects(named: subjects)
      let rows = try question.rows(of: projection, model, open, wanted: wanted)
      Report(
        columns: [.init("subject", "Subject", "对象")]
          + model.columns.map { .init($0.name, $0.name, $0.name, alignsRight: $0.kind != .text) },
        rows: rows.map { row in [.init(row.subject.id)] + row.values.map(Self.cell) }
      ).print(question.printing)
    }

    private static func cell(_ value: ViewValue) -> Report.Cell {
      switch value {
      case .null: .init(nil)
      // Beyond what a JSON number holds exactly, the digits.
      case .integer(let number) where number.magnitude > 1 << 53: .init("\(number)")
      case .integer(let number): .init(Int(number))
      case .real(let number): .init(.number(number), shown: "\(number)")
      case .text(let text): .init(text)
      }
    }
  }
}
