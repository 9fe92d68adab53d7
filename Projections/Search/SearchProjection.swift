internal import CanonicalJSON
internal import DealEvents
internal import EventLog
public import Projecting

/// The names of subjects and the words of claims, in any script.
public struct SearchProjection: Projection {
  public static let nameModel = ReadModel(
    "search_name", "One row a name that a subject has or had.",
    columns: [
      ViewColumn("name", .text, "as it is written"),
      ViewColumn("folded", .text, "without case, width, accents and punctuation", isIndexed: true),
      ViewColumn("lang", .text, "the language tag, if the claim gives one"),
      ViewColumn("event", .text, "the claim that gives the name; null for the subject's own id"),
    ])
  public static let textModel = ReadModel(
    "search_text", "One row a claim: what it says, in words.",
    columns: [
      ViewColumn("occurred", .text, "the date as it is known (EDTF)"), ViewColumn("kind", .text, "the event's kind"),
      ViewColumn("title", .text, "the claim in a few words"), ViewColumn("event", .text, "the event's id"),
      ViewColumn("words", .text, "all its texts, parted into words"),
    ], searchedColumn: "words")

  public let name = "search"
  public let version = 3
  public var models: [ReadModel] { [Self.nameModel, Self.textModel] }

  public init() {}

  public func rows(for history: History) throws -> [ViewRow] {
    let own = history.claims.filter { $0.role == nil }
    let slug = String(history.subject.name)
    var names: [(name: String, language: String?, event: String?)] = [(slug, nil, nil)]
    // The last profile that is not in doubt comes first: a company goes by its present name.
    let (doubtful, certain) = (own.filter { !Self.isCertain($0) }, own.filter(Self.isCertain))
    for claim in certain.reversed() + doubtful {
      guard let profile = claim.payload as? CompanyProfiled else { continue }
      let event = claim.id.description
      names += profile.names.map { ($0.name, $0.language, event) }
      names += profile.legalEntities.map { ($0.name, nil, event) }
      names += [profile.ids?.lei, profile.ids?.wikidata, profile.ids?.uscc].compactMap { $0 }.map { ($0, nil, event) }
    }
    var seen: Set<[UInt8]> = []
    let distinct = names.filter { seen.insert(Array($0.name.utf8)).inserted }
    let rows = distinct.map { name in
      ViewRow(
        Self.nameModel.name,
        [.text(name.name), .text(SearchText.folded(name.name)), .text(name.language), .text(name.event)])
    }
    let words = SearchText.words(distinct.map(\.name).joined(separator: " "))
    return rows + own.map { text(of: $0, names: words) }
  }

  private static func isCertain(_ claim: Claim) -> Bool {
    History.factual.contains(claim.currentStatus) && !claim.isDisputed
  }

  /// - Parameter names: the words of the subject's names.
  private func text(of claim: Claim, names: String) -> ViewRow {
    let headline = (claim.payload as? any EventPayload)?.headline ?? claim.kind
    var texts = [headline]
    Self.collect(claim.data, into: &texts)
    for source in claim.sources { Self.collect(source, into: &texts) }
    return ViewRow(
      Self.textModel.name,
      [
        .text(claim.occurred), .text(claim.kind), .text(headline), .text(claim.id.description),
        .text(names + " " + SearchText.words(texts.joined(separator: " "))),
      ])
  }

  /// Every text in a value, member names left out.
  private static func collect(_ json: JSONValue, into texts: inout [String]) {
    if let text = json.string {
      texts.append(text)
    } else if let list = json.array {
      for element in list { collect(element, into: &texts) }
    } else if let object = json.object {
      for member in object.members { collect(member.value, into: &texts) }
    }
  }
}
