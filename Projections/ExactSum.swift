/// Sums that stay within bounds, whatever claims say.
public enum ExactSum {
  /// The sum of parts of a whole to 12 digits after the point, at most 1: parts that make exactly a half are no more than a half, whatever
  /// doubles make of them.
  static func of(_ parts: some Sequence<Double>) -> Double { min(1, (parts.reduce(0, +) * 1e12).rounded() / 1e12) }

  /// The sum of counts, none below 0; the largest integer where it is beyond that.
  public static func of(_ counts: some Sequence<Int>) -> Int {
    counts.reduce(0) { sum, count in
      let (more, isBeyond) = sum.addingReportingOverflow(count)
      return isBeyond ? .max : more
    }
  }
}
