public import DealEvents
public import EventLog
public import Projecting

/// The euro foreign exchange reference rates of the European Central Bank, published on its working days since 1999-01-04
/// (https://www.ecb.europa.eu/stats/policy_and_exchange_rates). No rate is made up: what they do not have is `nil`.
public enum ExchangeRates {
  /// A rate over a span of days.
  public struct Rate: Sendable, Equatable {
    /// US dollars for one unit: of several days, the mean.
    public var usd: Double
    /// The last day whose rate went into it; `nil` for dollars, which need none.
    public var day: CivilDate?
  }

  /// The longest time without a published rate at either end of a span: holidays, not the end of a series.
  public static let longestGap = 7
  /// The longest span over which a mean is taken, in days.
  public static let longestSpan = 366

  /// The rate of a day, or the mean of the rates of the days that a date may mean. For days without a rate of their own,
  /// such as a Sunday, the last one before.
  /// - Returns: `nil` where no rates were published for the currency at the time, or the date says too little.
  public static func usd(for currency: Currency, over days: DaySpan) -> Rate? {
    if currency.code == "USD" { return Rate(usd: 1, day: nil) }
    guard let first = days.earliest, let last = days.latest, days.width < longestSpan else { return nil }
    guard let dollars = series["USD"], let units = currency.code == "EUR" ? [] : series[currency.code] else {
      return nil
    }
    func rate(_ index: Int) -> Double? {
      let perEuro = units.isEmpty ? 1 : units[index]
      return dollars[index] > 0 && perEuro > 0 ? dollars[index] / perEuro : nil
    }
    let inside = publicationDays.indices(from: first.day, through: last.day).filter { rate($0) != nil }
    guard let earliest = inside.first, let latest = inside.last else {
      let before = publicationDays.indices(from: first.day - longestGap, through: last.day).last { rate($0) != nil }
      return before.map { Rate(usd: rate($0)!, day: CivilDate(day: publicationDays[$0])) }
    }
    guard publicationDays[earliest] - first.day <= longestGap, last.day - publicationDays[latest] <= longestGap else {
      return nil
    }
    let mean = inside.reduce(0) { $0 + rate($1)! } / Double(inside.count)
    return Rate(usd: mean, day: CivilDate(day: publicationDays[latest]))
  }

  /// The last day for which there are rates.
  public static var lastDay: CivilDate { CivilDate(day: publicationDays.last ?? 0) }

  private static let publicationDays: [Int] = {
    var reader = TableReader(ExchangeRateTable.days)
    var days: [Int] = []
    while let step = reader.number() { days.append((days.last ?? 0) + step) }
    return days
  }()

  /// Units for one euro by the places of `publicationDays`; 0 where there is none.
  private static let series: [String: [Double]] = Dictionary(
    uniqueKeysWithValues: ExchangeRateTable.currencies.map { ($0.code, values($0.rates, decimals: $0.decimals)) })

  private static func values(_ text: StaticString, decimals: Int) -> [Double] {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    var reader = TableReader(text)
    var values: [Double] = []
    values.reserveCapacity(publicationDays.count)
    var units = 0
    while !reader.isAtEnd {
      if reader.takeGap() {
        values += repeatElement(0, count: reader.number() ?? 0)
      } else if let folded = reader.number() {
        units += folded & 1 == 0 ? folded / 2 : -(folded + 1) / 2
        values.append(Double(units) / scale)
      }
    }
    return values
  }
}

/// Reads the numbers of the generated table; `Tools/generate-exchange-rates` says how they are written.
private struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  init(_ text: StaticString) { bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) }

  var isAtEnd: Bool { next >= bytes.count }

  /// Takes the sign that a number of days without a rate follows.
  mutating func takeGap() -> Bool {
    guard !isAtEnd, bytes[next] == UInt8(ascii: "!") else { return false }
    next += 1
    return true
  }

  mutating func number() -> Int? {
    guard !isAtEnd else { return nil }
    var (value, shift) = (0, 0)
    while !isAtEnd {
      // The backslash, which Swift would read, is written as a tilde.
      let group = Int(bytes[next] == UInt8(ascii: "~") ? UInt8(ascii: "\\") : bytes[next]) - 48
      next += 1
      value |= (group & 31) << shift
      if group < 32 { break }
      shift += 5
    }
    return value
  }
}

extension [Int] {
  /// The places of the numbers of an ascending list that lie between two, inclusive.
  fileprivate func indices(from first: Int, through last: Int) -> Range<Int> {
    func place(_ isBefore: (Int) -> Bool) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = place { $0 < first }
    return start..<Swift.max(start, place { $0 <= last })
  }
}
