import ArgumentParser
import CanonicalJSON
import DealProjections
import EventLog
import Projecting
import SQLiteViews

struct Policy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Print which companies need a review by the policy rules, since when, and what is missing.",
    discussion: """
      The rules are data that analysts write; a deal is judged by the rule in force on the first day that it may have \
      happened. The word is always "needs review": nothing here says that anybody did wrong, and none of it is legal advice.

        dealtrail policy
        dealtrail policy manus --as-of 2025-12-01
        dealtrail policy --rules                  what each rule looks for, and where
        dealtrail policy --print-definitions > mine.yaml
        dealtrail policy --definitions mine.yaml
      """)

  @Argument(help: "The companies; all when none is given.")
  var subjects: [String] = []

  @Option(
    help: "A YAML file with rules (see --print-definitions), or the name of one in the folder projections; else all.")
  var definitions: String?

  @Flag(help: "Print the definition file that ships, to copy and change.")
  var printDefinitions = false

  @Flag(help: "List the rules, and do nothing else.")
  var rules = false

  @OptionGroup var question: QuestionOptions

  func run() throws {
    if printDefinitions { return StandardOutput.write(PolicyDefinition.standardText) }
    if rules { return list(try policies(of: question.workspace.definitions()).map(\.0.definition)) }
    let open = try question.open()
    let policies = try policies(of: open.definitions)
    let wanted = try open.subjects(named: subjects)
    let found = try policies.flatMap { try reviews(open, $0.0, isStored: $0.isStored) }.filter {
      wanted.isEmpty || wanted.contains($0.subject)
    }
    Report(
      columns: [
        .init("subject", "Subject", "对象"), .init("rule", "Rule", "规则"),
        .init("definition", "Definition", "定义"), .init("result", "Result", "结果"), .init("since", "Since", "自"),
        .init("missing", "Missing", "所缺"), .init("evidence", "Evidence", "依据"),
      ],
      rows: found.map { review in
        [
          .init(review.subject.id), .init(review.rule), .init(review.definition),
          .init(.string(review.result), shown: "needs review"),
          .init(review.since), .init(review.missing.joined(separator: "; ")),
          .init(review.evidence.joined(separator: " "), paint: .dim),
        ]
      }
    ).print(question.printing) { .array(found.map(\.json)) }
  }

  /// The one that `--definitions` names, else all; and whether the views hold their rows.
  private func policies(of known: ProjectionDefinitions) throws -> [(PolicyProjection, isStored: Bool)] {
    guard let definitions else { return known.policies.map { ($0, isStored: true) } }
    let named = try known.projection(definitions, standard: known.policy)
    return [(named.projection, isStored: named.isStored)]
  }

  private func list(_ definitions: [PolicyDefinition]) {
    Report(
      columns: [
        .init("rule", "Rule", "规则"), .init("version", "Version", "版本", alignsRight: true),
        .init("from", "In force from", "生效"), .init("until", "Until", "失效"), .init("meaning", "What is found", "含义"),
        .init("source", "Source", "来源"),
      ],
      rows: definitions.flatMap(\.rules).map { rule in
        [
          .init(rule.id), .init(rule.version), .init(rule.effectiveFrom.description),
          .init(rule.effectiveUntil?.description), .init(rule.meaning), .init(rule.source),
        ]
      }
    ).print(question.printing)
  }

  private struct Review {
    var subject: Subject
    var rule: String
    var version: Int
    var result: String
    var since: String
    var evidence: [String]
    var missing: [String]
    var definition: String

    init?(_ subject: Subject, _ values: [ViewValue]) {
      guard let rule = values[0].text, let result = values[2].text, let since = values[3].text else { return nil }
      (self.subject, self.rule, self.result, self.since) = (subject, rule, result, since)
      version = values[1].integer ?? 0
      evidence = values[4].list
      missing = values[5].list
      definition = values[6].text ?? ""
    }

    /// The contract of `policy --format json`.
    var json: JSONValue {
      [
        "subject": .string(subject.id), "rule": .string(rule), "version": .integer(version), "result": .string(result),
        "since": .string(since), "evidence": .array(evidence.map { .string($0) }),
        "missing": .array(missing.map { .string($0) }), "definition": .string(definition),
      ]
    }
  }

  private func reviews(
    _ open: OpenWorkspace, _ projection: PolicyProjection, isStored: Bool
  ) throws -> [Review] {
    try question.rows(of: projection, projection.model, open, isStored: isStored)
      .compactMap { Review($0.subject, $0.values) }
  }
}
