/// Sums of parts of a whole.
enum ExactSum {
  /// The sum to 12 digits after the point, at most 1: parts that make exactly a half are no more than a half, whatever doubles make of
  /// them.
  static func of(_ parts: some Sequence<Double>) -> Double { min(1, (parts.reduce(0, +) * 1e12).rounded() / 1e12) }
}
