import ArgumentParser

struct ScanBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Read every row of a log by SQLite's C API and nothing else; print the seconds.")

  @Argument(help: "The log.sqlite of a workspace.")
  var log: String

  func run() throws {
    let time = try ContinuousClock().measure {
      let database = try BareDatabase(path: log, readOnly: true)
      var bytes = 0
      for (sql, columns) in [("SELECT * FROM event", 7 as Int32), ("SELECT * FROM part", 4)] {
        let rows = try database.prepare(sql)
        while try rows.step() { for column in 0..<columns { bytes += rows.bytes(column).count } }
      }
      guard bytes > 0 else { throw ValidationError("the log is empty") }
    }
    print(time / .seconds(1))
  }
}
