internal import DealEvents
internal import EventLog
public import Projecting

/// Who holds what of a company over time, as far as claims say, and who may control it.
public struct OwnershipProjection: Projection {
  public static let model = ReadModel(
    "ownership", "One row a holder and the time of what was reported of it, by holder and then by time.",
    columns: [
      ViewColumn("holder", .text, "who holds", isIndexed: true), ViewColumn("jurisdiction", .text, "ISO 3166-1 code"),
      ViewColumn("stake", .real, "part of the equity, 0 to 1; null where not said"),
      ViewColumn("voting", .real, "part of the votes, 0 to 1"),
      ViewColumn("board_seats", .integer, "seats on the board"),
      ViewColumn("control_terms", .text, "vetoes and other terms that give control"),
      ViewColumn("basis", .text, "round, acquisition, or how the change came about"),
      ViewColumn("since", .text, "since when (EDTF)"),
      ViewColumn(
        "until", .text, "until when (EDTF); null where no claim says that it ended, which is not that it goes on"),
      ViewColumn("contradicted", .integer, "1 where the claim is disputed, or another says otherwise of the same time"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])
  public static let controlModel = ReadModel(
    "control", "One row a company with holders: what is known together, and who may control it by which test.",
    columns: [
      ViewColumn("known", .real, "the stakes last reported, together, 0 to 1"),
      ViewColumn("unknown", .real, "the rest"),
      ViewColumn("controller", .text, "who may control it; null where no test says"),
      ViewColumn("test", .text, "majority, terms, board or largest, the first that applies"),
      ViewColumn("jurisdiction", .text, "of the controller; null where not said"),
      ViewColumn("evidence", .text, "the ids of the events that the test stands on, a JSON array"),
    ])

  public let name = "ownership"
  public let version = 2
  public var models: [ReadModel] { [Self.model, Self.controlModel] }

  public init() {}

  /// What a claim says of one holder.
  private struct Report {
    var holder: Subject
    var jurisdiction: Country?
    var stake: Part<Double>?
    var voting: Part<Double>?
    var boardSeats: Part<Int>?
    var terms: Part<String>?
    var basis: String
    var claim: Claim
    /// Whether nothing of it goes on, whatever it says; and when something of it ended last.
    private var isOver = false
    private var lastEnd: String?
    var isContradicted: Bool

    /// Something that is reported, until the next word on it.
    struct Part<Value: Equatable> {
      var value: Value
      var goesOn = true

      init?(_ value: Value?) {
        guard let value else { return nil }
        self.value = value
      }
    }

    init(
      _ holder: Subject, _ jurisdiction: Country?, stake: Double?, voting: Double? = nil, boardSeats: Int? = nil,
      terms: String? = nil, basis: String, _ claim: Claim
    ) {
      (self.holder, self.jurisdiction, self.basis, self.claim) = (holder, jurisdiction, basis, claim)
      (self.stake, self.voting) = (Part(stake), Part(voting))
      (self.boardSeats, self.terms) = (Part(boardSeats), Part(terms))
      isContradicted = claim.isDisputed
    }

    /// Since when everything that it says is over.
    var until: String? {
      let goesOn = [stake?.goesOn, voting?.goesOn, boardSeats?.goesOn, terms?.goesOn].contains(true)
      return isOver || !goesOn ? lastEnd : nil
    }

    mutating func end(_ date: String) { if until == nil { (isOver, lastEnd) = (true, date) } }

    /// What is said of a stake ends with the next word on it, of the board with the next on that. A part that was bought comes to what
    /// its buyer held, unless it is told once more.
    mutating func end(by next: Report) {
      func end<Value>(_ part: inout Part<Value>?, by other: Part<Value>?) {
        guard part?.goesOn == true, other != nil else { return }
        part?.goesOn = false
        lastEnd = next.claim.occurred
      }
      if !next.isPurchase || stake?.value == 0 || isToldAgain(by: next) { end(&stake, by: next.stake) }
      end(&voting, by: next.voting)
      end(&boardSeats, by: next.boardSeats)
      end(&terms, by: next.terms)
    }

    /// Whether another purchase is this one, told by somebody else: of the same part, or of days that may be the same.
    private func isToldAgain(by next: Report) -> Bool {
      isPurchase && next.isPurchase
        && (next.stake?.value == stake?.value
          || claim.days.latest ?? claim.days.countsFrom >= next.claim.days.countsFrom)
    }

    var isPurchase: Bool { basis == Report.purchase }
    static let purchase = "acquisition"

    /// Whether the holder has sold everything.
    var isExit: Bool { basis == OwnershipChanged.Basis.exit.rawValue && stake?.value == 0 }

    /// Whether the two say different things of one time.
    func contradicts(_ other: Report) -> Bool {
      guard claim.days == other.claim.days else { return false }
      func differ<Value: Equatable>(_ a: Part<Value>?, _ b: Part<Value>?) -> Bool {
        a != nil && b != nil && a?.value != b?.value
      }
      return differ(stake, other.stake) || differ(voting, other.voting) || differ(boardSeats, other.boardSeats)
    }

    func isBefore(_ other: Report) -> Bool {
      (claim.days.countsFrom, claim.stored.position) < (other.claim.days.countsFrom, other.claim.stored.position)
    }
  }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let reports = Self.reports(history.factual)
    if reports.isEmpty { return [] }
    return reports.map(Self.row) + [Self.control(reports)]
  }

  private static func reports(_ claims: [Claim]) -> [Report] {
    var reports: [Report] = []
    func add(_ report: Report) {
      var report = report
      for index in reports.indices where reports[index].holder == report.holder && reports[index].until == nil {
        if reports[index].contradicts(report) {
          reports[index].isContradicted = true
          report.isContradicted = true
        } else if !report.claim.isDisputed, !reports[index].claim.isDisputed {
          if report.isExit { reports[index].end(report.claim.occurred) } else { reports[index].end(by: report) }
        }
      }
      reports.append(report)
    }
    for claim in claims {
      switch claim.payload {
      case let round as FundingRound:
        for investor in round.investors {
          add(
            Report(
              investor.id, investor.jurisdiction, stake: investor.stake?.fraction, boardSeats: investor.boardSeats,
              terms: investor.controlTerms, basis: "round", claim))
        }
      case let change as OwnershipChanged:
        add(
          Report(
            change.holder, change.holderJurisdiction, stake: change.stake?.fraction, voting: change.voting?.fraction,
            boardSeats: change.boardSeats, basis: change.basis?.rawValue ?? "unknown", claim))
      case let deal as Acquisition where deal.phase == .completed:
        let stake = deal.stake?.fraction ?? 1
        if stake == 1, !claim.isDisputed {
          // Who buys the whole ends what the others held.
          for index in reports.indices { reports[index].end(claim.occurred) }
        }
        add(Report(deal.acquirer, deal.acquirerJurisdiction, stake: stake, basis: Report.purchase, claim))
      case let deal as Acquisition where deal.phase == .unwound && !claim.isDisputed:
        for index in reports.indices where reports[index].holder == deal.acquirer {
          reports[index].end(claim.occurred)
        }
      default: break
      }
    }
    // By holder in the order in which they are heard of first.
    var order: [Subject] = []
    for report in reports where !order.contains(report.holder) { order.append(report.holder) }
    let byHolder = Dictionary(grouping: reports, by: \.holder)
    return order.flatMap { byHolder[$0]! }
  }

  /// What a holder has by what is still reported of it: the last stake, and what was bought after it.
  private static func stake(_ standing: [Report]) -> Double? {
    let stakes = standing.compactMap { report in
      report.stake.flatMap { $0.goesOn ? (value: $0.value, report: report) : nil }
    }
    if stakes.isEmpty { return nil }
    let last = stakes.lastIndex { !$0.report.isPurchase } ?? 0
    // Of purchases that contradict one another, the last.
    let contradicted = stakes.lastIndex { $0.report.isPurchase && $0.report.isContradicted }
    return ExactSum.of(
      stakes.indices[last...].filter {
        !(stakes[$0].report.isPurchase && stakes[$0].report.isContradicted) || $0 == contradicted
      }.map { stakes[$0].value })
  }

  /// The tests in their order: more than half of the equity or the votes; terms that give control; the only holder with seats on
  /// the board; else the largest of the stakes that are known. Of several that a test finds, the one that was reported last.
  private static func control(_ reports: [Report]) -> ViewRow {
    let standing = reports.filter { $0.until == nil && !$0.claim.isDisputed }
    let byHolder = Dictionary(grouping: standing, by: \.holder)
    let stakes = byHolder.compactMapValues(stake)
    let known = ExactSum.of(stakes.sorted { $0.key < $1.key }.map(\.value))
    func latest(_ isFound: (Report) -> Bool) -> Report? { standing.filter(isFound).max { $0.isBefore($1) } }
    func has<Value>(_ part: Report.Part<Value>?, _ isEnough: (Value) -> Bool = { _ in true }) -> Bool {
      part.map { $0.goesOn && isEnough($0.value) } ?? false
    }
    let seated = standing.filter { has($0.boardSeats) { $0 > 0 } }
    var found: (Report, String)?
    if let majority = latest({
      has($0.stake) && stakes[$0.holder] ?? 0 > 0.5 || has($0.voting) { $0 > 0.5 }
    }) {
      found = (majority, "majority")
    } else if let terms = latest({ has($0.terms) }) {
      found = (terms, "terms")
    } else if Set(seated.map(\.holder)).count == 1, let board = seated.max(by: { $0.isBefore($1) }) {
      found = (board, "board")
    } else if let largest = stakes.filter({ $0.value > 0 }).max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
      found = latest { $0.holder == largest && has($0.stake) }.map { ($0, "largest") }
    }
    let jurisdiction = found.flatMap { found in
      found.0.jurisdiction ?? reports.last { $0.holder == found.0.holder && $0.jurisdiction != nil }?.jurisdiction
    }
    return ViewRow(
      controlModel.name,
      [
        .number(stakes.isEmpty ? nil : known), .number(stakes.isEmpty ? nil : 1 - known), .text(found?.0.holder.id),
        .text(found?.1), .text(jurisdiction?.code), .list(found?.0.claim.evidence ?? []),
      ])
  }

  private static func row(_ report: Report) -> ViewRow {
    ViewRow(
      model.name,
      [
        .text(report.holder.id), .text(report.jurisdiction?.code), .number(report.stake?.value),
        .number(report.voting?.value),
        report.boardSeats.map { .integer(Int64($0.value)) } ?? .null, .text(report.terms?.value), .text(report.basis),
        .text(report.claim.occurred), .text(report.until), .integer(report.isContradicted ? 1 : 0),
        .list(report.claim.evidence),
      ])
  }
}
