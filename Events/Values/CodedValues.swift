public import CanonicalJSON

extension Country: FieldValue {
  public static var fieldType: FieldType { .country }
  public static var placeholder: Country { Country(code: "CN")! }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Country? {
    let country = json.string.flatMap { Country(code: $0) }
    if country == nil {
      let near = json.string.flatMap { Country.find($0) }.map { "; did you mean \"\($0.code)\"?" } ?? ""
      problems.append(
        FieldProblem("expected an ISO 3166-1 code in capitals, such as \"CN\" or \"SG\"\(near)"))
    }
    return country
  }
}

extension Currency: FieldValue {
  public static var fieldType: FieldType { .currency }
  public static var placeholder: Currency { Currency(code: "USD")! }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Currency? {
    let currency = json.string.flatMap { Currency(code: $0) }
    if currency == nil {
      problems.append(FieldProblem("expected an ISO 4217 code such as \"USD\" or \"CNY\""))
    }
    return currency
  }
}

/// A part of a whole, from 0 to 1: a stake of 61.53% is 0.6153.
public struct Share: Sendable, Hashable, FieldValue {
  public var fraction: Double

  /// `nil` outside 0…1.
  public init?(_ fraction: Double) {
    guard (0...1).contains(fraction) else { return nil }
    self.fraction = fraction
  }

  public static var fieldType: FieldType { .share }
  public static var placeholder: Share { Share(0)! }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> Share? {
    let share = json.number.flatMap { Share($0) }
    if share == nil {
      let percent = json.number.map { $0 > 1 && $0 <= 100 ? "; \($0)% is \($0 / 100)" : "" } ?? ""
      problems.append(FieldProblem("expected a share from 0 to 1\(percent)"))
    }
    return share
  }
}

extension EDTFDate: FieldValue {
  public static var fieldType: FieldType { .date }
  public static var placeholder: EDTFDate {
    do throws(ParseError) { return try EDTFDate("2025") } catch { preconditionFailure("\(error)") }
  }

  public static func read(_ json: JSONValue, problems: inout [FieldProblem]) -> EDTFDate? {
    guard let text = json.string else {
      problems.append(FieldProblem("expected a date as a string, such as \"2025-04\""))
      return nil
    }
    do throws(ParseError) {
      return try EDTFDate(text)
    } catch {
      problems.append(FieldProblem("\(error)"))
      return nil
    }
  }
}
