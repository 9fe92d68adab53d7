import DealEvents
import DealImport
import EventLog

/// Companies with what is known to have come of them: a CSV file with the columns `subject` and `outcome`. The outcome is the
/// date of it (EDTF; of a month, its first day counts), and empty where it did not come.
struct BacktestLabels {
  /// What came of a company.
  enum Outcome {
    case came(CivilDate)
    case didNotCome

    var day: CivilDate? { if case .came(let day) = self { day } else { nil } }
  }

  var outcomes: [Subject: Outcome] = [:]

  /// - Parameter resolve: finds a subject by any of its names.
  /// - Throws: `CommandFailure` with file and line of every fault.
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
    var faults: [String] = []
    for (index, row) in table.rows.enumerated() {
      do throws(CommandFailure) {
        guard row.count > max(subjects, dates) else { throw .invalid("the row has too few cells") }
        let subject = try Self.subject(row[subjects], resolve)
        guard outcomes[subject] == nil else { throw .invalid("\(subject) has a label already") }
        outcomes[subject] = try Self.outcome(row[dates])
      } catch {
        // Names and dates have no line ends, so that a row is a line.
        faults.append("\(file):\(index + 2): \(error.message)")
      }
    }
    guard faults.isEmpty else { throw CommandFailure.invalid(faults.joined(separator: "\n")) }
    guard !outcomes.isEmpty else { throw CommandFailure.invalid("\(file) has no rows") }
  }

  private static func subject(
    _ name: String, _ resolve: (String) throws -> Subject
  ) throws(CommandFailure) -> Subject {
    do {
      return try resolve(name)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }

  private static func outcome(_ text: String) throws(CommandFailure) -> Outcome {
    if text.isEmpty { return .didNotCome }
    guard let date = try? EDTFDate(text), let day = date.earliest ?? date.latest else {
      throw .invalid("\"\(text)\" is not a date; write 2025-12-30 or 2025-12, or nothing")
    }
    return .came(day)
  }
}
