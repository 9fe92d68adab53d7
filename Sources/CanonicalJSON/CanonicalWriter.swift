/// Writes JSON as RFC 8785 (JSON Canonicalization Scheme) prescribes: no white space, members in UTF-16 order,
/// the shortest escapes, numbers as ECMAScript prints them.
public struct CanonicalWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.write(value)
    return writer.bytes
  }

  public static func text(of value: JSONValue) -> String { String(decoding: bytes(of: value), as: UTF8.self) }

  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(true): append("true")
    case .bool(false): append("false")
    case .number(let number): write(number)
    case .string(let string): write(string)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key)
        bytes.append(UInt8(ascii: ":"))
        write(member.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// What stands between the members of an object, and between a name and its value, for those who write one in pieces.
  public mutating func writeSeparator() { bytes.append(UInt8(ascii: ",")) }
  public mutating func writeNameEnd() { bytes.append(UInt8(ascii: ":")) }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    // Most texts have nothing to escape, and are copied whole.
    let isCopied = string.utf8.withContiguousStorageIfAvailable { utf8 -> Bool in
      guard utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) else {
        return false
      }
      bytes.append(contentsOf: utf8)
      return true
    }
    if isCopied != true { writeEscaped(string) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ string: String) {
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20:
        append("\\u00")
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 0xF)])
      default: bytes.append(byte)
      }
    }
  }

  private mutating func write(_ number: Double) {
    if number == number.rounded(), number.magnitude < 1e15 {
      bytes.append(contentsOf: String(Int(number)).utf8)
    } else {
      bytes.append(contentsOf: Self.ecmaScript(number).utf8)
    }
  }

  /// ECMAScript's Number::toString (ECMA-262 §6.1.6.1.20) from the shortest digits that read back as `number`.
  static func ecmaScript(_ number: Double) -> String {
    precondition(number.isFinite, "JSON has no infinity and no NaN")
    if number == 0 { return "0" }
    var digits = ""
    var exponent = 0
    var seenPoint = false
    var mantissa = Substring(number.magnitude.description)
    if let e = mantissa.firstIndex(of: "e") {
      exponent = Int(mantissa[mantissa.index(after: e)...]) ?? 0
      mantissa = mantissa[..<e]
    }
    var integerDigits = 0
    for character in mantissa {
      if character == "." {
        seenPoint = true
      } else {
        digits.append(character)
        if !seenPoint { integerDigits += 1 }
      }
    }
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.last == "0" { digits.removeLast() }
    let k = digits.count
    let n = integerDigits - leading + exponent
    let sign = number < 0 ? "-" : ""
    if n >= k, n <= 21 { return sign + digits + String(repeating: "0", count: n - k) }
    if n > 0, n <= 21 { return sign + digits.prefix(n) + "." + digits.dropFirst(n) }
    if n > -6, n <= 0 { return sign + "0." + String(repeating: "0", count: -n) + digits }
    let power = n - 1 < 0 ? "-\(1 - n)" : "+\(n - 1)"
    return sign + digits.prefix(1) + (k > 1 ? "." + digits.dropFirst() : "") + "e" + power
  }
}
