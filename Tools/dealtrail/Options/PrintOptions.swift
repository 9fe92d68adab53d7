import ArgumentParser

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv, markdown }

enum Language: String, ExpressibleByArgument, CaseIterable { case en, zh }

/// How a command prints.
struct PrintOptions: ParsableArguments {
  @Option(help: "table, json, jsonl, csv or markdown.")
  var format: OutputFormat = .table

  @Option(help: "The language of headings, kinds and dimensions: en or zh.")
  var lang: Language = .en

  @Flag(help: "No colours; $NO_COLOR says the same. There are none where the output is not a terminal.")
  var noColor = false

  @Flag(name: .shortAndLong, help: "No progress and no remarks on standard error.")
  var quiet = false

  var style: Style { Style(noColor: noColor) }
}
