import ArgumentParser
import CanonicalJSON
import DealEvents
import DealProjections
import EventLog
import Foundation
import Projecting
import SQLiteLog
import SQLiteViews

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Replay companies day by day: when would each alert have come, and how long before the sale or the move?",
    discussion: """
      Companies that come from home are replayed up to the outcome. An alert that comes before an outcome is right; precision \
      is the part of the alerts that are right, recall the part of the outcomes that an alert came before.

        # as the log came to know it, by the day of recording
        dealtrail backtest
        # as it happened, by today's knowledge: for logs that were filled in later
        dealtrail backtest --by occurred
        dealtrail backtest --by occurred --outcome move
        # only these companies, with the outcomes that the file gives
        dealtrail backtest --labels cases.csv
      """)

  enum Clock: String, ExpressibleByArgument, CaseIterable { case recorded, occurred }

  @Option(help: "Whose days pass: recorded (what the log knew) or occurred (what had happened, as is known now).")
  var by: Clock = .recorded

  @Option(
    help: "What is to be foreseen: sale (to a foreign acquirer) or move (of the head office abroad).",
    transform: { text in
      guard let outcome = Backtest.Outcome(rawValue: text) else {
        throw ValidationError("an outcome is sale or move, not \(text)")
      }
      return outcome
    })
  var outcome: Backtest.Outcome = .sale

  @Option(help: "Nothing that the log learned after this time (RFC 3339; a day alone means its end).")
  var knownAt: String?

  @Option(
    help:
      "A CSV file with the columns subject and outcome (its date, or nothing): the companies, and when what --outcome names came."
  )
  var labels: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var printing: PrintOptions

  func run() throws {
    let open = try workspace.open()
    try open.catchUp(printing)
    let cut = try cut(open)
    let labelled = try labels.map { file in
      try open.views.read { reader in
        try BacktestLabels(file: file) { try SubjectResolver(reader: reader).resolve($0) }.outcomes
      }
    }
    let companies =
      try labelled.map { $0.keys.sorted() }
      ?? open.views.read { reader in try reader.subjects().filter { $0.category == "company" } }
    let progress = Progress(quiet: printing.quiet)
    let replays = try companies.enumerated().compactMap { index, company in
      progress.show("replaying companies", done: index, total: companies.count)
      return try replay(company, labelled?[company], cut, open)
    }
    progress.finish()
    if !printing.quiet { StandardError.print("companies replayed: \(replays.count)") }
    show(Backtest.rules.map { Backtest.score($0, replays) }, Backtest.sweep.map { Backtest.score($0, replays) })
  }

  private func cut(_ open: OpenWorkspace) throws -> Cut {
    var cut = Cut(position: try open.views.indexPosition())
    if let knownAt { cut.position = min(cut.position ?? .max, try open.position(knownAt: knownAt)) }
    return cut
  }

  /// `nil` for a company that does not come from home and has no label.
  /// - Parameter label: what came of it; `nil` where the log is to say.
  private func replay(
    _ company: Subject, _ label: BacktestLabels.Outcome?, _ cut: Cut, _ open: OpenWorkspace
  ) throws -> Backtest.Replay? {
    let definition = open.definitions.playbook.definition
    let whole = try open.views.history(of: company, cut: cut)
    let isRooted = whole.standing(definition.statuses).comesFrom(definition.home) == true
    guard isRooted || label != nil else { return nil }
    let snapshots =
      switch by {
      case .occurred: try byOccurred(whole, open.definitions)
      case .recorded: try byRecorded(company, cut, open)
      }
    let standing = PlaybookStanding(whole, open.definitions.playbook.definition)
    return Backtest.Replay(
      subject: company, snapshots: snapshots, outcome: label.map(\.day) ?? outcome.day(in: standing))
  }

  private func byOccurred(_ whole: History, _ definitions: ProjectionDefinitions) throws -> [Backtest.Snapshot] {
    try Set(whole.claims.map(\.days.countsFrom)).sorted().map { day in
      let history = History(subject: whole.subject, claims: whole.claims.filter { $0.days.countsFrom <= day })
      return try Backtest.Snapshot(history, on: day, outcome, definitions)
    }
  }

  private func byRecorded(_ company: Subject, _ cut: Cut, _ open: OpenWorkspace) throws -> [Backtest.Snapshot] {
    let positions = try open.views.positions(of: company).filter { $0 <= cut.position ?? .max }
    return try open.log.events(at: positions).map { stored in
      let history = try open.views.history(of: company, cut: Cut(position: stored.position))
      return try Backtest.Snapshot(history, on: stored.recorded.day, outcome, open.definitions)
    }
  }

  private func show(_ rules: [Backtest.Score], _ sweep: [Backtest.Score]) {
    if printing.format == .table {
      StandardOutput.print(
        by == .occurred
          ? "by occurred: what had happened by each day, as is known now; not what anybody knew then"
          : "by recorded: what this log knew on each day; a log that was filled in later foresees nothing")
    }
    let report = Report(
      columns: [
        .init("rule", "Rule", "规则"), .init("precision", "Precision", "准确率", alignsRight: true),
        .init("recall", "Recall", "召回率", alignsRight: true), .init("subject", "Subject", "对象"),
        .init("alert", "Alert", "警报"), .init("outcome", "Outcome", "结果"),
        .init("lead_days", "Lead days", "提前天数", alignsRight: true),
      ],
      rows: rules.flatMap { score in score.cases.map { (score, $0) } }.map { score, found in
        [
          .init(Self.name(score.rule)), Self.cell(score.precision), Self.cell(score.recall), .init(found.subject.id),
          .init(found.alert?.description), .init(found.outcome?.description),
          found.leadDays.map { .init($0) } ?? .init(nil),
        ]
      })
    report.print(printing) {
      [
        "by": .string(by.rawValue), "outcome": .string(outcome.rawValue), "rules": .array(rules.map(Self.json)),
        "sweep": .array(
          sweep.map { score in
            [
              "rule": .string(score.rule.name), "threshold": .optional(score.rule.threshold),
              "precision": .optional(score.precision), "recall": .optional(score.recall),
              "alerts": .integer(score.cases.count { $0.alert != nil }),
              "median_lead_days": score.medianLeadDays.map { .integer($0) } ?? .null,
            ]
          }),
      ]
    }
    if printing.format == .table { showSweep(sweep) }
  }

  private func showSweep(_ sweep: [Backtest.Score]) {
    StandardOutput.print("")
    Report(
      columns: [
        .init("rule", "Threshold", "阈值"), .init("precision", "Precision", "准确率", alignsRight: true),
        .init("recall", "Recall", "召回率", alignsRight: true), .init("alerts", "Alerts", "警报", alignsRight: true),
        .init("median_lead_days", "Median lead", "提前中位数", alignsRight: true),
      ],
      rows: sweep.map { score in
        [
          .init(Self.name(score.rule)), Self.cell(score.precision), Self.cell(score.recall),
          .init(score.cases.count { $0.alert != nil }), score.medianLeadDays.map { .init($0) } ?? .init(nil),
        ]
      }
    ).print(printing)
  }

  private static func name(_ rule: Backtest.Rule) -> String {
    guard let threshold = rule.threshold else { return rule.name }
    return "\(rule.name) ≥ \(threshold == threshold.rounded() ? "\(Int(threshold))" : "\(threshold)")"
  }

  private static func cell(_ part: Double?) -> Report.Cell {
    .init(.optional(part), shown: part.map { String(format: "%.2f", $0) } ?? "–")
  }

  private static func json(_ score: Backtest.Score) -> JSONValue {
    [
      "rule": .string(score.rule.name), "threshold": .optional(score.rule.threshold),
      "precision": .optional(score.precision), "recall": .optional(score.recall),
      "subjects": .array(
        score.cases.map {
          [
            "subject": .string($0.subject.id), "alert": .optional($0.alert?.description),
            "outcome": .optional($0.outcome?.description), "lead_days": $0.leadDays.map { .integer($0) } ?? .null,
          ]
        }),
    ]
  }
}
