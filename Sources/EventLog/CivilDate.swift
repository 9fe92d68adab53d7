/// A day of the proleptic Gregorian calendar as a count of days from 1970-01-01.
///
/// Integer arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms"
/// (https://howardhinnant.github.io/date_algorithms.html): a day is not an instant, so no time zone can move it.
public struct CivilDate: Sendable, Hashable, Comparable {
  public var day: Int

  public init(day: Int) { self.day = day }

  /// Precondition: `month` 1…12 and `dayOfMonth` a day of that month; use ``isValid(year:month:day:)`` first.
  public init(year: Int, month: Int, day dayOfMonth: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    day = era * 146_097 + dayOfEra - 719_468
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  public static func daysIn(month: Int, year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  public static func isValid(year: Int, month: Int, day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= daysIn(month: month, year: year)
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.day < right.day }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601 with a four-digit year, `2025-04-25`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A number with leading zeros up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CivilDate {
  /// `2025-04-25`, and nothing else.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10,
      bytes.enumerated().allSatisfy({ $0 == 4 || $0 == 7 ? $1 == 0x2D : (0x30...0x39).contains($1) })
    else { return nil }
    let fields = text.split(separator: "-").compactMap { Int($0) }
    guard fields.count == 3, CivilDate.isValid(year: fields[0], month: fields[1], day: fields[2])
    else { return nil }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }
}
