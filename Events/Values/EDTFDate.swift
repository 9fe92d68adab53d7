public import EventLog

/// A date as far as it is known: Extended Date/Time Format (ISO 8601-2, https://www.loc.gov/standards/datetime/),
/// level 0, and of level 1: approximate `~`, uncertain `?`, both `%`, unspecified digits `X`, open and unknown ends.
///
/// `2025`, `2025-04`, `2025-04-25`, `2025-04~`, `202X`, `2025-03/2025-05`, `2025-04/..`, `../2025-04`. Years 0000…9999.
public struct EDTFDate: Sendable, Hashable {
  public struct ParseError: Error, Sendable, CustomStringConvertible {
    public var text: String
    public var reason: String

    public var description: String {
      "\"\(text)\" is not a date: \(reason); write 2025, 2025-04, 2025-04-25, 2025-04~ or 2025-03/2025-05"
    }
  }

  /// How finely the date is known.
  public enum Precision: Sendable { case day, month, year, interval, unspecified }

  /// The date as it was written.
  public let text: String
  /// The first day that it may be; `nil` when its start is open or unknown.
  public let earliest: CivilDate?
  /// The last day that it may be; `nil` when its end is open or unknown.
  public let latest: CivilDate?
  public let precision: Precision
  public let isApproximate: Bool
  public let isUncertain: Bool

  public init(_ text: String) throws(ParseError) {
    let bytes = Array(text.utf8)
    func fail(_ reason: String) -> ParseError { ParseError(text: text, reason: reason) }
    let ends = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    self.text = text
    switch ends.count {
    case 1:
      guard let part = try Self.part(ends[0], fail) else { throw fail("it is empty or open on both sides") }
      earliest = part.first
      latest = part.last
      precision = part.precision
      isApproximate = part.approximate
      isUncertain = part.uncertain
    case 2:
      let start = try Self.part(ends[0], fail)
      let end = try Self.part(ends[1], fail)
      guard start != nil || end != nil else { throw fail("both ends of the interval are open") }
      if let start, let end, end.last < start.first { throw fail("the interval ends before it starts") }
      earliest = start?.first
      latest = end?.last
      precision = .interval
      isApproximate = start?.approximate == true || end?.approximate == true
      isUncertain = start?.uncertain == true || end?.uncertain == true
    default: throw fail("an interval has one slash")
    }
  }

  public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The day from which the claim counts in a question about the past: the earliest day when it is known, else the
  /// latest, since an interval with an open start is certain only by its end.
  public var sortDay: CivilDate { earliest ?? latest ?? CivilDate(day: 0) }

  private struct Part {
    var first: CivilDate
    var last: CivilDate
    var precision: Precision
    var approximate = false
    var uncertain = false
  }

  /// One date of up to three fields with a qualifier; `nil` for an open (`..`) or unknown (empty) end.
  private static func part(
    _ bytes: ArraySlice<UInt8>, _ fail: (String) -> ParseError
  ) throws(ParseError) -> Part? {
    if bytes.isEmpty || bytes.elementsEqual("..".utf8) { return nil }
    var bytes = bytes
    let qualifier = bytes.last.flatMap { "~?%".utf8.contains($0) ? $0 : nil }
    if qualifier != nil { bytes.removeLast() }
    let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count) else { throw fail("it has more than year, month and day") }
    guard let year = range(fields[0], digits: 4) else { throw fail("the year is not four digits") }
    var month: ClosedRange<Int>?
    var day: ClosedRange<Int>?
    if fields.count > 1 {
      guard let found = range(fields[1], digits: 2) else { throw fail("the month is not two digits") }
      month = found.count > 1 ? 1...12 : found
      guard (1...12).contains(month!.lowerBound), found.count == 1 || found == 0...99 else {
        throw fail("the month is not 01 to 12")
      }
    }
    if fields.count > 2 {
      guard let found = range(fields[2], digits: 2) else { throw fail("the day is not two digits") }
      guard found.count == 1 || found == 0...99 else { throw fail("a day is either known or XX") }
      day = found
    }
    let firstMonth = month?.lowerBound ?? 1
    let lastMonth = month?.upperBound ?? 12
    let exactDay = day.flatMap { $0.count == 1 ? $0.lowerBound : nil }
    if let exactDay {
      guard year.count == 1, firstMonth == lastMonth else { throw fail("a day needs a year and a month") }
      guard CivilDate.isValid(year: year.lowerBound, month: firstMonth, day: exactDay) else {
        throw fail("that month has no day \(exactDay)")
      }
    }
    if month != nil, year.count > 1 { throw fail("a month needs a whole year") }
    let unspecified = bytes.contains(UInt8(ascii: "X"))
    let lastDay = exactDay ?? CivilDate.daysIn(month: lastMonth, year: year.upperBound)
    return Part(
      first: CivilDate(year: year.lowerBound, month: firstMonth, day: exactDay ?? 1),
      last: CivilDate(year: year.upperBound, month: lastMonth, day: lastDay),
      precision: unspecified ? .unspecified : exactDay != nil ? .day : month != nil ? .month : .year,
      approximate: qualifier == UInt8(ascii: "~") || qualifier == UInt8(ascii: "%"),
      uncertain: qualifier == UInt8(ascii: "?") || qualifier == UInt8(ascii: "%"))
  }

  /// The numbers that a field can stand for; unspecified digits come last, as in `20XX`.
  private static func range(_ bytes: ArraySlice<UInt8>, digits: Int) -> ClosedRange<Int>? {
    guard bytes.count == digits else { return nil }
    var low = 0
    var high = 0
    var unspecified = false
    for byte in bytes {
      if byte == UInt8(ascii: "X") {
        unspecified = true
        low *= 10
        high = high * 10 + 9
      } else {
        guard (0x30...0x39).contains(byte), !unspecified else { return nil }
        low = low * 10 + Int(byte - 0x30)
        high = high * 10 + Int(byte - 0x30)
      }
    }
    return low...high
  }
}
