internal import DealEvents
internal import EventLog
public import Projecting

/// Probes and licences, each from its opening to its last news.
public struct DocketProjection: Projection {
  public static let model = ReadModel(
    "docket", "One row a probe or licence of a subject, in the order of their opening.",
    columns: [
      ViewColumn("type", .text, "probe or licence"), ViewColumn("authority", .text, "whose it is", isIndexed: true),
      ViewColumn("topic", .text, "what it is about, as its first claim says"),
      ViewColumn("phase", .text, "the last phase or decision"),
      ViewColumn("state", .text, "open or closed"),
      ViewColumn("opened", .text, "the date of the first claim (EDTF)"),
      ViewColumn("opened_day", .text, "the first day that this may be"),
      ViewColumn("last", .text, "the date of the last claim (EDTF)"),
      ViewColumn("last_day", .text, "the last day that this may be"),
      ViewColumn("legal_basis", .text, "the laws that claims name"),
      ViewColumn("concerns", .text, "the ids of the events that it is about, a JSON array"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])

  public let name = "docket"
  public let version = 2
  public var models: [ReadModel] { [Self.model] }

  public init() {}

  public func rows(for history: History) throws -> [ViewRow] {
    var entries: [Entry] = []
    for claim in history.factual {
      guard let news = News(claim) else { continue }
      // A closed matter that is opened again is another one. Topics are worded differently by every source, so what an authority
      // has open about a subject is one probe; licences are told apart by what they are for.
      let current = entries.lastIndex { entry in
        entry.news.type == news.type && entry.news.authority == news.authority
          && (news.type == .probe || entry.news.topic == news.topic)
          && (entry.isOpen || !news.opens || entry.mayHaveBegun(with: claim))
      }
      if let current { entries[current].add(news, claim) } else { entries.append(Entry(news, claim)) }
    }
    return entries.map(\.row)
  }

  private enum Matter: String { case probe, licence }

  /// What one claim says about a matter.
  private struct News {
    var type: Matter
    var authority: Subject
    var topic: String?
    var phase: String
    var opens: Bool
    var closes: Bool
    var legalBasis: String?
    var concerns: [EventID]

    init?(_ claim: Claim) {
      switch claim.payload {
      case let probe as RegulatoryProbe:
        type = .probe
        (authority, topic, phase) = (probe.authority, probe.topic, probe.phase.rawValue)
        opens = probe.phase == .opened
        closes = [.cleared, .blocked, .fined, .closed].contains(probe.phase)
        (legalBasis, concerns) = (probe.legalBasis, probe.concerns)
      case let licence as LicenseDecision:
        type = .licence
        (authority, topic, phase) = (licence.authority, licence.topic.rawValue, licence.decision.rawValue)
        opens = licence.decision == .applied
        closes = licence.decision != .applied
        (legalBasis, concerns) = (nil, licence.concerns)
      default: return nil
      }
    }
  }

  private struct Entry {
    let news: News
    private var first: Claim
    private var hasOpening: Bool
    private var last: Claim
    private var phase: String
    private(set) var isOpen: Bool
    private var legalBases: [String] = []
    private var concerns: [EventID] = []
    private var evidence: [EventID] = []

    init(_ news: News, _ claim: Claim) {
      self.news = news
      (first, last, phase, isOpen, hasOpening) = (claim, claim, news.phase, true, news.opens)
      add(news, claim)
    }

    /// Whether an opening may be that of a matter that is closed: the end is known less finely, such as by its year alone, and so
    /// comes first.
    func mayHaveBegun(with claim: Claim) -> Bool {
      !hasOpening && claim.days.countsFrom <= last.days.latest ?? last.days.countsFrom
    }

    mutating func add(_ news: News, _ claim: Claim) {
      if news.opens, !isOpen {
        (first, hasOpening) = (claim, true)
      } else {
        (last, phase) = (claim, news.phase)
        hasOpening = hasOpening || news.opens
      }
      isOpen = isOpen && !news.closes
      if let basis = news.legalBasis, !legalBases.contains(basis) { legalBases.append(basis) }
      concerns += news.concerns.filter { !concerns.contains($0) }
      evidence += claim.evidence.filter { !evidence.contains($0) }
    }

    var row: ViewRow {
      ViewRow(
        model.name,
        [
          .text(news.type.rawValue), .text(news.authority.id), .text(news.topic), .text(phase),
          .text(isOpen ? "open" : "closed"), .text(first.occurred), .text(first.days.countsFrom.description),
          .text(last.occurred), .text((last.days.latest ?? last.days.countsFrom).description),
          legalBases.isEmpty ? .null : .text(legalBases.joined(separator: "; ")), .list(concerns), .list(evidence),
        ])
    }
  }
}
