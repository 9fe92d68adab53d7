internal import DealEvents
internal import EventLog
public import Projecting

/// Where a company's money came from: one row for each part of a round, with what was assumed about it.
public struct CapitalProjection: Projection {
  public static let model = ReadModel(
    "capital", "One row a part of a funding round, or of what a listing raised, in the order of the world.",
    columns: [
      ViewColumn("year", .integer, "the year of the first day that the claim may mean"),
      ViewColumn("occurred", .text, "the date as it is known (EDTF)"),
      ViewColumn("stage", .text, "the round's stage, or listing"),
      ViewColumn("investor", .text, "whose money it is; null where that is not known"),
      ViewColumn("origin", .text, "domestic, government, foreign, public or unknown", isIndexed: true),
      ViewColumn("country", .text, "the country of the money (ISO 3166-1); null where that is not known"),
      ViewColumn("amount", .text, "in its own currency, an exact decimal; null where it was not disclosed"),
      ViewColumn("currency", .text, "ISO 4217; null where there is no amount"),
      ViewColumn("usd", .real, "the amount in US dollars; null where there is no amount or no rate"),
      ViewColumn("rate", .real, "US dollars for one unit, of the day, or the mean of the days that the date may mean"),
      ViewColumn("rate_day", .text, "the last day whose rate went into it"),
      ViewColumn("basis", .text, "stated, equal_split (assumed), whole (of investors not known) or undisclosed"),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])

  public let name = "capital"
  public let version = 1
  /// Jurisdictions that are one home, ISO 3166-1; a company from elsewhere has its own country as home.
  public let home: Set<String>
  public var parameters: String { home.sorted().joined(separator: " ") + " to \(ExchangeRates.lastDay)" }
  public var models: [ReadModel] { [Self.model] }

  public init(home: Set<String> = IndicatorDefinition.standard.home) { self.home = home }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let claims = history.standing(Self.statuses)
    let origins = Origins(claims, home)
    let rounds = DistinctRound.all(claims).filter { $0.data.stage != .secondary }.map { round in
      (claims: round.claims, stage: round.data.stage.rawValue, parts: Self.parts(of: round.data))
    }
    let sources = rounds + Self.listings(claims)
    let ordered = sources.sorted {
      let (left, right) = ($0.claims[0], $1.claims[0])
      return (left.days.countsFrom, left.stored.position) < (right.days.countsFrom, right.stored.position)
    }
    return ordered.flatMap { source in
      source.parts.map { row($0, source.stage, source.claims, origins) }
    }
  }

  /// Claims that are denied or rumoured raise no money.
  private static let statuses: Set<String> = ["reported", "confirmed"]

  private struct Part {
    var investor: Investor?
    var amount: ExactAmount?
    var currency: Currency?
    var basis: String
    /// The country of an exchange, for money raised from its public.
    var exchange: Country?
    var isPublic = false
  }

  private static func parts(of round: FundingRound) -> [Part] {
    guard !round.investors.isEmpty else {
      let basis = round.amount == nil ? "undisclosed" : "whole"
      return [
        Part(amount: round.amount.map { ExactAmount($0.value) }, currency: round.amount?.currency, basis: basis)
      ]
    }
    let open = round.investors.filter { $0.amount == nil }
    var shares = shares(of: round, count: open.count)[...]
    return round.investors.map { investor in
      if let amount = investor.amount {
        return Part(investor: investor, amount: ExactAmount(amount.value), currency: amount.currency, basis: "stated")
      }
      guard let share = shares.popFirst() else { return Part(investor: investor, basis: "undisclosed") }
      return Part(investor: investor, amount: share, currency: round.amount?.currency, basis: "equal_split")
    }
  }

  /// What the stated amounts leave of the round, in equal shares; none where nothing is left, or where amounts in another
  /// currency do not say how much is.
  private static func shares(of round: FundingRound, count: Int) -> [ExactAmount] {
    let stated = round.investors.compactMap(\.amount)
    guard count > 0, let amount = round.amount, stated.allSatisfy({ $0.currency == amount.currency }) else { return [] }
    let rest = stated.reduce(ExactAmount(amount.value)) { $0 - ExactAmount($1.value) }
    return rest.isPositive ? rest.split(into: count, digits: amount.currency.minorDigits ?? 6) : []
  }

  /// What went to the public of an exchange, once for each exchange: the last claim that says how much.
  private static func listings(_ claims: [Claim]) -> [(claims: [Claim], stage: String, parts: [Part])] {
    var raised: [String: (claims: [Claim], data: Listing)] = [:]
    for claim in claims where claim.role == nil {
      guard let data = claim.payload as? Listing, data.raised != nil, data.phase == .listed || data.phase == .priced
      else { continue }
      raised[data.exchange] = ((raised[data.exchange]?.claims ?? []) + [claim], data)
    }
    return raised.sorted { $0.key < $1.key }.map { _, listing in
      let part = Part(
        amount: listing.data.raised.map { ExactAmount($0.value) }, currency: listing.data.raised?.currency,
        basis: "whole", exchange: listing.data.jurisdiction, isPublic: true)
      return (listing.claims, "listing", [part])
    }
  }

  private func row(_ part: Part, _ stage: String, _ claims: [Claim], _ origins: Origins) -> ViewRow {
    // Of several reports, the date that is known most finely.
    let dated = claims.min { $0.days.width < $1.days.width } ?? claims[0]
    let rate = part.currency.flatMap { ExchangeRates.usd(for: $0, over: dated.days) }
    let usd = rate.flatMap { rate in part.amount.map { $0.approximate * rate.usd } }
    let country = part.exchange ?? part.investor?.jurisdiction
    return ViewRow(
      Self.model.name,
      [
        .integer(Int64(dated.days.countsFrom.components.year)), .text(dated.occurred), .text(stage),
        .text(part.investor?.id.id), .text(part.isPublic ? "public" : origins.origin(of: part.investor)),
        .text(country?.code), .text(part.amount?.digits), .text(part.amount == nil ? nil : part.currency?.code),
        .number(usd), .number(part.amount == nil ? nil : rate?.usd),
        .text(part.amount == nil ? nil : rate?.day.description), .text(part.basis), .list(claims.flatMap(\.evidence)),
      ])
  }
}

/// What is home to a company, and so where money comes from.
private struct Origins {
  private var home: Set<String>?

  init(_ claims: [Claim], _ group: Set<String>) {
    let country = claims.compactMap { ($0.payload as? CompanyProfiled)?.homeJurisdiction?.code }.last
    home = country.map { group.contains($0) ? group : [$0] }
  }

  func origin(of investor: Investor?) -> String {
    guard let home, let country = investor?.jurisdiction else { return "unknown" }
    if !home.contains(country.code) { return "foreign" }
    return investor?.government == true ? "government" : "domestic"
  }
}
