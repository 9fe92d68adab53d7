enum Median {
  /// The middle of the times in seconds; of two in the middle, the longer.
  static func of(_ times: [Duration]) -> Double { times.sorted()[times.count / 2] / .seconds(1) }
}
