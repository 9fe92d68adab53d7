import DealEvents
import DealImport
import EventLog

/// Companies with what is known to have come of them: a CSV file with the columns `subject` and `outcome`. The outcome is the
/// date of it (EDTF; of a month, its first day counts), and empty where it did not come.
struct BacktestLabels {
  /// The day of each company's outcome; `nil` where there is none.
  var outcomes: [Subject: CivilDate?] = [:]

  /// - Parameter resolve: finds a subject by any of its names.
  /// - Throws: `CommandFailure` with file and line.
  init(file: String, resolve: (String) throws -> Subject) throws {
    let text = try InputFile.text(file)
    let table: CSVTable
    do {
      table = try CSVTable(bytes: Array(text.utf8), file: file, encoding: .utf8)
    } catch {
      throw CommandFailure.invalid("\(error)")
    }
    guard let subjects = table.columns.firstIndex(of: "subject"), let dates = table.columns.firstIndex(of: "outcome")
    else {
      throw CommandFailure.invalid(
        "\(file):1: the columns are \(table.columns.joined(separator: ",")); subject and outcome are to be among them")
    }
    for (index, row) in table.rows.enumerated() {
      // Rows of a table with line ends in cells are further down than this says; names and dates have none.
      func fail(_ reason: String) -> CommandFailure { .invalid("\(file):\(index + 2): \(reason)") }
      guard row.count > max(subjects, dates) else { throw fail("the row has too few cells") }
      let subject = try resolve(row[subjects])
      guard outcomes[subject] == nil else { throw fail("\(subject) has a label already") }
      guard !row[dates].isEmpty else {
        outcomes[subject] = .some(nil)
        continue
      }
      guard let date = try? EDTFDate(row[dates]), let day = date.earliest ?? date.latest else {
        throw fail("\"\(row[dates])\" is not a date; write 2025-12-30 or 2025-12, or nothing")
      }
      outcomes[subject] = day
    }
    guard !outcomes.isEmpty else { throw CommandFailure.invalid("\(file) has no rows") }
  }
}
