internal import DealEvents
internal import Projecting

/// A part of the money that a company raised: whose it is, how much, and what is assumed about that.
struct CapitalPart {
  /// Where an amount comes from.
  enum Basis: String {
    /// The claim says what the investor put in.
    case stated
    /// The only investor that is named is taken to have put in what is left of the round: an assumption.
    case sole
    /// Investors whose parts are not stated are taken to have put in equal ones: an assumption.
    case equalSplit = "equal_split"
    /// The whole of a round of which no investor is named, or of a listing.
    case whole
    /// What the parts that are stated leave of a round.
    case rest
    /// Nobody says how much.
    case undisclosed
  }

  var investor: Investor?
  var amount: ExactAmount?
  var currency: Currency?
  /// US dollars, where only these are known: the rest of a round in several currencies.
  var usd: Double?
  var basis: Basis
  /// The country of an exchange, for money raised from its public.
  var exchange: Country?
  var isPublic = false

  /// The parts of a round.
  /// - Parameter days: when it was, for the rates of a round in several currencies.
  /// - Throws: `ExactAmount.TooLong`.
  static func parts(of round: FundingRound, _ days: DaySpan) throws(ExactAmount.TooLong) -> [CapitalPart] {
    guard let amount = round.amount else {
      if round.investors.isEmpty { return [CapitalPart(basis: .undisclosed)] }
      return try named(round.investors)
    }
    let whole = try ExactAmount(amount.value)
    if round.investors.isEmpty { return [CapitalPart(amount: whole, currency: amount.currency, basis: .whole)] }
    let stated = round.investors.compactMap(\.amount)
    guard stated.allSatisfy({ $0.currency == amount.currency }) else {
      return try named(round.investors) + rest(of: amount, stated, days)
    }
    var rest = whole
    for part in stated { rest = try rest - ExactAmount(part.value) }
    let open = round.investors.count { $0.amount == nil }
    guard rest.isPositive else { return try named(round.investors) }
    guard open > 0 else {
      return try named(round.investors)
        + [CapitalPart(amount: rest, currency: amount.currency, basis: .rest)]
    }
    let shares = rest.split(into: open, digits: amount.currency.minorDigits ?? 0)
    return try named(round.investors, sharing: shares, amount.currency)
  }

  /// Each investor with what it put in, or its share of what the others leave.
  private static func named(
    _ investors: [Investor], sharing shares: [ExactAmount] = [], _ currency: Currency? = nil
  ) throws(ExactAmount.TooLong) -> [CapitalPart] {
    var left = shares[...]
    var parts: [CapitalPart] = []
    for investor in investors {
      if let amount = investor.amount {
        let value = try ExactAmount(amount.value)
        parts.append(CapitalPart(investor: investor, amount: value, currency: amount.currency, basis: .stated))
      } else if let share = left.popFirst() {
        let basis: Basis = investors.count == 1 ? .sole : .equalSplit
        parts.append(CapitalPart(investor: investor, amount: share, currency: currency, basis: basis))
      } else {
        parts.append(CapitalPart(investor: investor, basis: .undisclosed))
      }
    }
    return parts
  }

  /// What amounts in other currencies leave of a round, in dollars: none where a rate is missing, or nothing is left.
  private static func rest(
    of amount: Money, _ stated: [Money], _ days: DaySpan
  ) throws(ExactAmount.TooLong) -> [CapitalPart] {
    func usd(_ money: Money) throws(ExactAmount.TooLong) -> Double? {
      let value = try ExactAmount(money.value)
      return ExchangeRates.usd(for: money.currency, over: days).map { value.approximate * $0.usd }
    }
    guard var left = try usd(amount) else { return [CapitalPart(basis: .rest)] }
    for money in stated {
      guard let part = try usd(money) else { return [CapitalPart(basis: .rest)] }
      left -= part
    }
    return left > 0 ? [CapitalPart(usd: left, basis: .rest)] : []
  }
}
