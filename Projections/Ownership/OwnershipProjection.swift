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
  public let version = 1
  public var models: [ReadModel] { [Self.model, Self.controlModel] }

  public init() {}

  /// What a claim says of one holder.
  private struct Report {
    var holder: Subject
    var jurisdiction: Country?
    var stake: Double?
    var voting: Double?
    var boardSeats: Int?
    var terms: String?
    var basis: String
    var claim: Claim
    var until: String?
    var isContradicted: Bool

    /// Whether the two say different things of one time.
    func contradicts(_ other: Report) -> Bool {
      guard claim.days == other.claim.days else { return false }
      func differ<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool { a != nil && b != nil && a != b }
      return differ(stake, other.stake) || differ(voting, other.voting) || differ(boardSeats, other.boardSeats)
    }
  }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let reports = Self.reports(history.claims.filter { $0.role == nil })
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
          // What was said of a stake ends with the next word on it, of the board with the next on that.
          let isSame =
            report.stake != nil && reports[index].stake != nil || report.voting != nil && reports[index].voting != nil
            || report.boardSeats != nil && reports[index].boardSeats != nil
          if isSame { reports[index].until = report.claim.occurred }
        }
      }
      reports.append(report)
    }
    for claim in claims {
      func report(_ holder: Subject, _ country: Country?, stake: Double?, basis: String) -> Report {
        Report(
          holder: holder, jurisdiction: country, stake: stake, basis: basis, claim: claim,
          isContradicted: claim.isDisputed)
      }
      switch claim.payload {
      case let round as FundingRound:
        for investor in round.investors {
          var next = report(investor.id, investor.jurisdiction, stake: investor.stake?.fraction, basis: "round")
          (next.boardSeats, next.terms) = (investor.boardSeats, investor.controlTerms)
          add(next)
        }
      case let change as OwnershipChanged:
        let basis = change.basis?.rawValue ?? "unknown"
        var next = report(change.holder, change.holderJurisdiction, stake: change.stake?.fraction, basis: basis)
        (next.voting, next.boardSeats) = (change.voting?.fraction, change.boardSeats)
        add(next)
      case let deal as Acquisition where deal.phase == .completed:
        let stake = deal.stake?.fraction ?? 1
        if stake == 1, !claim.isDisputed {
          // Who buys the whole ends what the others held.
          for index in reports.indices where reports[index].until == nil { reports[index].until = claim.occurred }
        }
        add(report(deal.acquirer, deal.acquirerJurisdiction, stake: stake, basis: "acquisition"))
      case let deal as Acquisition where deal.phase == .unwound && !claim.isDisputed:
        for index in reports.indices where reports[index].holder == deal.acquirer && reports[index].until == nil {
          reports[index].until = claim.occurred
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

  /// The tests in their order: more than half of the equity or the votes; terms that give control; the only holder with seats on
  /// the board; else the largest of the stakes that are known.
  private static func control(_ reports: [Report]) -> ViewRow {
    let standing = reports.filter { $0.until == nil && !$0.claim.isDisputed }
    var latest: [Subject: Double] = [:]
    for report in standing { if let stake = report.stake { latest[report.holder] = stake } }
    let known = min(1, latest.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })
    let seated = standing.filter { ($0.boardSeats ?? 0) > 0 }
    let largest = standing.filter { ($0.stake ?? 0) > 0 }.max { ($0.stake ?? 0) < ($1.stake ?? 0) }
    var found: (Report, String)?
    if let majority = standing.last(where: { ($0.stake ?? 0) > 0.5 || ($0.voting ?? 0) > 0.5 }) {
      found = (majority, "majority")
    } else if let terms = standing.last(where: { $0.terms != nil }) {
      found = (terms, "terms")
    } else if Set(seated.map(\.holder)).count == 1, let board = seated.last {
      found = (board, "board")
    } else if let largest {
      found = (largest, "largest")
    }
    let jurisdiction = found.flatMap { found in
      found.0.jurisdiction ?? reports.last { $0.holder == found.0.holder && $0.jurisdiction != nil }?.jurisdiction
    }
    return ViewRow(
      controlModel.name,
      [
        .number(latest.isEmpty ? nil : known), .number(latest.isEmpty ? nil : 1 - known), .text(found?.0.holder.id),
        .text(found?.1), .text(jurisdiction?.code), .list(found?.0.claim.evidence ?? []),
      ])
  }

  private static func row(_ report: Report) -> ViewRow {
    ViewRow(
      model.name,
      [
        .text(report.holder.id), .text(report.jurisdiction?.code), .number(report.stake), .number(report.voting),
        report.boardSeats.map { .integer(Int64($0)) } ?? .null, .text(report.terms), .text(report.basis),
        .text(report.claim.occurred), .text(report.until), .integer(report.isContradicted ? 1 : 0),
        .list(report.claim.evidence),
      ])
  }
}
