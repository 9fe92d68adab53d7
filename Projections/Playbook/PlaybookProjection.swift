internal import EventLog
public import DefinitionFiles
public import Projecting

/// How far each company has come in the playbook, with dates and evidence.
public struct PlaybookProjection: DefinedProjection {
  public static let kind = "playbook"

  private static let shape = ReadModel(
    "playbook", "One row a company that has claims of its own: its stage, and when it reached each.",
    columns: [
      ViewColumn("stage", .text, "none, buy_in, cut_ties or resell", isIndexed: true),
      ViewColumn("buy_in", .text, "the date of buying in (EDTF); null where there is no evidence"),
      ViewColumn("cut_ties", .text, "the date on which enough signals had come"),
      ViewColumn("resell", .text, "the date of the sale"),
      ViewColumn("missing", .text, "what the next stage needs, a JSON array of texts"),
      ViewColumn("definition", .text, "the id of the definition"),
    ])
  private static let stepShape = ReadModel(
    "playbook_step", "One row a stage, signal, answer of an authority, or step back, in that order.",
    columns: [
      ViewColumn("type", .text, "stage, signal, answer or return"),
      ViewColumn("name", .text, "the stage, the signal, the phase"),
      ViewColumn("authority", .text, "who answered; null for what is no answer"),
      ViewColumn("occurred", .text, "the date as it is known (EDTF)"),
      ViewColumn("day", .text, "the day by which it is ordered"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])

  public let name: String
  public let version = 2
  public let model: ReadModel
  public let stepModel: ReadModel
  private let own: PlaybookDefinition?
  /// The one that ships is read when rows are computed by it, and not with every command.
  public var definition: PlaybookDefinition { own ?? .standard }
  public var parameters: String { own?.fingerprint ?? PlaybookDefinition.standardFingerprint }
  public var models: [ReadModel] { [model, stepModel] }

  /// - Parameter definition: `nil` for the one that ships.
  public init(definition: PlaybookDefinition?, label: String? = nil) {
    own = definition
    name = label ?? Self.kind
    model = Self.shape.labelled(label)
    stepModel = Self.stepShape.labelled(label)
  }

  public init() { self.init(definition: nil) }

  public static func definition(yaml: String, file: String) throws(DefinitionError) -> PlaybookDefinition {
    try PlaybookDefinition(yaml: yaml, file: file)
  }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company", history.claims.contains(where: { $0.role == nil }) else { return [] }
    let standing = PlaybookStanding(history, definition)
    func date(_ stage: PlaybookStanding.Stage) -> ViewValue { .text(standing.step(stage)?.occurred) }
    let total = ViewRow(
      model.name,
      [
        .text(standing.stage.rawValue), date(.buyIn), date(.cutTies), date(.resell),
        .list(standing.missing), .text(definition.id),
      ])
    let parts = [
      ("stage", standing.reached), ("signal", standing.signals), ("answer", standing.answers),
      ("return", standing.returns),
    ]
    return [total] + parts.flatMap { type, steps in steps.map { row(type, $0) } }
  }

  private func row(_ type: String, _ step: PlaybookStanding.Step) -> ViewRow {
    ViewRow(
      stepModel.name,
      [
        .text(type), .text(step.name), .text(step.authority?.id), .text(step.occurred),
        .text(step.day.description), .list(step.evidence),
      ])
  }
}
