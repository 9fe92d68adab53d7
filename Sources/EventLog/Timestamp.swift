#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An instant in UTC, in microseconds since 1970-01-01T00:00:00Z. Its text has one fixed width, so it sorts as text.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// RFC 3339 with `Z` or a numeric offset and up to six decimals; or a day alone, which means its **last** microsecond,
  /// so that `--known-at 2026-01-13` includes what was recorded on that day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func has(_ character: Character, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == character.asciiValue
    }
    guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
      let day = number(8..<10), CivilDate.isValid(year: year, month: month, day: day)
    else { return nil }
    let midnight = Int64(CivilDate(year: year, month: month, day: day).day) * 86_400_000_000
    if bytes.count == 10 {
      self.init(microseconds: midnight + 86_400_000_000 - 1)
      return
    }
    guard has("T", at: 10), let hour = number(11..<13), has(":", at: 13), let minute = number(14..<16),
      has(":", at: 16), let second = number(17..<19), hour < 24, minute < 60, second < 60
    else { return nil }
    var index = 19
    var fraction: Int64 = 0
    if has(".", at: index) {
      index += 1
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard (1...6).contains(index - start) else { return nil }
      fraction = Int64(number(start..<index)!)
      for _ in (index - start)..<6 { fraction *= 10 }
    }
    var offset = 0
    if has("Z", at: index), bytes.count == index + 1 {
      offset = 0
    } else if has("+", at: index) || has("-", at: index), bytes.count == index + 6, has(":", at: index + 3),
      let hours = number(index + 1..<index + 3), let minutes = number(index + 4..<index + 6), hours < 24, minutes < 60
    {
      offset = (hours * 60 + minutes) * (has("-", at: index) ? -1 : 1)
    } else {
      return nil
    }
    let seconds = Int64(hour * 3600 + minute * 60 + second - offset * 60)
    self.init(microseconds: midnight + seconds * 1_000_000 + fraction)
  }

  /// `2026-01-13T02:11:09.123456Z`, always 27 characters for years 0…9999.
  public var description: String {
    let days = microseconds >= 0 ? microseconds / 86_400_000_000 : (microseconds - 86_399_999_999) / 86_400_000_000
    let rest = Int(microseconds - days * 86_400_000_000)
    let seconds = rest / 1_000_000
    return "\(CivilDate(day: Int(days)))T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):"
      + "\(padded(seconds % 60, 2)).\(padded(rest % 1_000_000, 6))Z"
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}

extension Timestamp {
  /// The day in UTC.
  public var day: CivilDate {
    let (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
    return CivilDate(day: Int(rest < 0 ? days - 1 : days))
  }
}
