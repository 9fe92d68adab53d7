internal import DealEvents
internal import EventLog
public import Projecting

/// Where a company's money came from: one row for each part of a round, with what was assumed about it.
public struct CapitalProjection: Projection {
  public static let model = ReadModel(
    "capital", "One row a part of a funding round, or of what a listing raised, in the order of the world.",
    columns: [
      ViewColumn("year", .integer, "the year of the date; null where it may mean days of several years"),
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
      ViewColumn(
        "basis", .text,
        "stated; sole or equal_split, which are assumed; whole, of investors not known; rest, what parts leave; undisclosed"
      ),
      ViewColumn("evidence", .text, "the ids of the events that it stands on, a JSON array"),
    ])

  public let name = "capital"
  public let version = 2
  /// Whose jurisdictions are one home (ISO 3166-1); a company from elsewhere has its own country as home.
  private let indicators: IndicatorsProjection
  public var parameters: String { "\(indicators.parameters) to \(ExchangeRates.lastDay)" }
  public var models: [ReadModel] { [Self.model] }

  public init(following indicators: IndicatorsProjection = IndicatorsProjection()) { self.indicators = indicators }

  public func rows(for history: History) throws -> [ViewRow] {
    guard history.subject.category == "company" else { return [] }
    let claims = history.standing(History.factual)
    let origins = Origins(claims, indicators.definition.home)
    let sources = try Self.rounds(claims) + Self.listings(claims)
    let ordered = sources.sorted {
      let (left, right) = ($0.dated, $1.dated)
      return (left.days.countsFrom, left.stored.position) < (right.days.countsFrom, right.stored.position)
    }
    return ordered.flatMap { source in source.parts.map { row($0, source, origins) } }
  }

  /// A round or a listing, with the claims that report it.
  private struct Source {
    var claims: [Claim]
    /// The claim whose date it has.
    var dated: Claim
    var stage: String
    var parts: [CapitalPart]
  }

  /// Of several reports of a round, the date that is known most finely holds. Sales by one holder to another raise nothing.
  private static func rounds(_ claims: [Claim]) throws -> [Source] {
    try DistinctRound.all(claims).filter { $0.data.stage != .secondary }.map { round in
      let dated = round.claims.min { $0.days.width < $1.days.width } ?? round.claims[0]
      return Source(
        claims: round.claims, dated: dated, stage: round.data.stage.rawValue,
        parts: try CapitalPart.parts(of: round.data, dated.days))
    }
  }

  /// What went to the public of an exchange, once for each time that a company was listed there: as the last claim has it that says how
  /// much. What was priced and then withdrawn raised nothing.
  private static func listings(_ claims: [Claim]) throws -> [Source] {
    typealias Raising = (claims: [Claim], data: Listing, amount: Money, isListed: Bool)
    var current: [String: Raising] = [:]
    var listed: [String: [Raising]] = [:]
    for claim in claims where claim.role == nil {
      guard let data = claim.payload as? Listing else { continue }
      switch data.phase {
      case .listed, .priced:
        if let amount = data.raised {
          current[data.exchange] = ((current[data.exchange]?.claims ?? []) + [claim], data, amount, false)
        }
        if data.phase == .listed { current[data.exchange]?.isListed = true }
      case .withdrawn where current[data.exchange]?.isListed == false: current[data.exchange] = nil
      case .delisted:
        if let past = current.removeValue(forKey: data.exchange) { listed[data.exchange, default: []].append(past) }
      case .filed, .withdrawn: continue
      }
    }
    for (exchange, raising) in current { listed[exchange, default: []].append(raising) }
    return try listed.sorted { $0.key < $1.key }.flatMap(\.value).map { listing in
      let part = CapitalPart(
        amount: try ExactAmount(listing.amount.value), currency: listing.amount.currency, basis: .whole,
        exchange: listing.data.jurisdiction, isPublic: true)
      return Source(claims: listing.claims, dated: listing.claims.last!, stage: "listing", parts: [part])
    }
  }

  private func row(_ part: CapitalPart, _ source: Source, _ origins: Origins) -> ViewRow {
    let days = source.dated.days
    let rate = part.amount == nil ? nil : part.currency.flatMap { ExchangeRates.usd(for: $0, over: days) }
    let usd = part.usd ?? rate.flatMap { rate in part.amount.map { $0.approximate * rate.usd } }
    let country = part.exchange ?? part.investor?.jurisdiction
    let years = Set([days.earliest, days.latest].map { $0?.components.year })
    return ViewRow(
      Self.model.name,
      [
        years.count == 1 ? years.first!.map { .integer(Int64($0)) } ?? .null : .null, .text(source.dated.occurred),
        .text(source.stage), .text(part.investor?.id.id),
        .text(part.isPublic ? "public" : origins.origin(of: part.investor)), .text(country?.code),
        .text(part.amount?.digits), .text(part.amount == nil ? nil : part.currency?.code), .number(usd),
        .number(rate?.usd), .text(rate?.day?.description), .text(part.basis.rawValue),
        .list(source.claims.flatMap(\.evidence)),
      ])
  }
}

/// What is home to a company, and so where money comes from.
private struct Origins {
  private var home: Set<String>?

  /// A company from elsewhere than the group is at home where its last profile says.
  init(_ claims: [Claim], _ group: Set<String>) {
    if claims.comesFrom(group) == true {
      home = group
    } else {
      home = claims.compactMap { ($0.payload as? CompanyProfiled)?.homeJurisdiction?.code }.last.map { [$0] }
    }
  }

  func origin(of investor: Investor?) -> String {
    guard let home, let country = investor?.jurisdiction else { return "unknown" }
    if !home.contains(country.code) { return "foreign" }
    return investor?.government == true ? "government" : "domestic"
  }
}
