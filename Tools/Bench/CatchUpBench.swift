import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import SQLiteLog
import SQLiteViews

struct CatchUpBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catch-up",
    abstract: "How long all projections take to catch up with one new event, on a large log against a small one.",
    discussion: """
      The event is about a company of which each log has about as many claims: what a catch-up costs depends on the history of the
      subject. Alternating in one run, the median of --rounds. The workspaces have views that are up to date; events are added.
      """)

  @Argument(help: "The workspace with few events.")
  var small: String

  @Argument(help: "The workspace with many events.")
  var large: String

  @Option(help: "How many claims the company has.")
  var claims = 20

  @Option(help: "How often each is measured.")
  var rounds = 15

  func run() throws {
    let workspaces = try [small, large].map { try Workspace($0, claims: claims) }
    var times: [[Duration]] = [[], []]
    for round in 0..<rounds {
      for index in workspaces.indices {
        let time = try workspaces[index].catchUp(round)
        times[index].append(time)
      }
    }
    print(
      CanonicalWriter.text(of: [
        "rounds": .integer(rounds), "events": .integer(Int(try workspaces[1].log.head().position)),
        "catch_up_large_against_small": .number(Median.of(times[1]) / Median.of(times[0])),
      ]))
  }

  private struct Workspace {
    let log: SQLiteEventStore
    let views: Views
    let subjects: [Subject]

    init(_ folder: String, claims: Int) throws {
      log = try SQLiteEventStore(path: folder + "/log.sqlite")
      views = try Views(
        path: folder + "/views.sqlite", log: log, interpreter: DealInterpreter(), projections: BuiltInProjections.all())
      try views.catchUp()
      let database = try BareDatabase(path: folder + "/views.sqlite", readOnly: true)
      let rows = try database.prepare(
        """
        SELECT subject FROM timeline WHERE subject GLOB 'company/*' GROUP BY subject
        HAVING count(*) BETWEEN \(claims / 2) AND \(claims * 2) ORDER BY abs(count(*) - \(claims)), subject LIMIT 100
        """)
      var subjects: [Subject] = []
      while try rows.step() { subjects += Subject(utf8: rows.bytes(0)).map { [$0] } ?? [] }
      guard !subjects.isEmpty else { throw ValidationError("no company of \(folder) has \(claims) claims") }
      self.subjects = subjects
    }

    /// A new event about another company each time, so that its history has as many claims.
    func catchUp(_ round: Int) throws -> Duration {
      let event = try BenchEvent.event([
        "subject": .string(subjects[round % subjects.count].id), "kind": "layoff", "occurred": "2025-05",
        "data": ["place": ["country": "CN"], "count": .integer(1 + round)],
        "sources": [["publisher": .string("Daily \(Timestamp.now())")]],
      ])
      _ = try log.append([event])
      return try ContinuousClock().measure {
        guard try views.catchUp().subjects > 0 else { throw ValidationError("nothing was computed") }
      }
    }
  }
}
