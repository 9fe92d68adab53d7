extension Money {
  /// `USD 75M`, `CNY 1.25B`: at most three digits after the point, rounded towards zero; for display only.
  public var humanised: String {
    let units: [(DecimalNumber, Int, String)] = [
      (DecimalNumber("1000000000")!, 9, "B"), (DecimalNumber("1000000")!, 6, "M"), (DecimalNumber("1000")!, 3, "K"),
    ]
    guard let (_, power, suffix) = units.first(where: { value >= $0.0 }) else {
      return "\(currency.code) \(value.digits)"
    }
    let whole = value.digits.prefix { $0 != "." }
    var fraction = whole.suffix(power).prefix(3)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(currency.code) \(whole.dropLast(power))\(fraction.isEmpty ? "" : "." + fraction)\(suffix)"
  }
}

extension Place {
  /// `Shenzhen, CN`, or the country's name where no city is known.
  public var shown: String {
    if let city { return "\(city), \(country.code)" }
    return subdivision.flatMap { Country.subdivisionName($0) }.map { "\($0), \(country.code)" } ?? country.name
  }
}
