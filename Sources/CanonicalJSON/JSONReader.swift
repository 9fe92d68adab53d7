/// A strict reader of JSON (RFC 8259) from UTF-8 bytes.
///
/// It refuses what RFC 7493 (I-JSON) calls unsafe: invalid UTF-8, unpaired surrogates, numbers that a double cannot hold,
/// integers beyond ±2⁵³ that a double would silently round and, when asked, repeated member names.
public struct JSONReader {
  /// Deepest nesting that is read; beyond it the text is refused, so that hostile input cannot exhaust the stack.
  public static let maximumDepth = 128

  /// What to do with an object that names one member twice.
  public enum DuplicateKeys: Sendable {
    case refuse
    case keepLast
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let duplicateKeys: DuplicateKeys
  private var index = 0

  private init(bytes: UnsafeBufferPointer<UInt8>, duplicateKeys: DuplicateKeys) {
    self.bytes = bytes
    self.duplicateKeys = duplicateKeys
  }

  /// Reads one JSON text.
  /// - Throws: `JSONSyntaxError` naming the byte and the reason.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, duplicateKeys: DuplicateKeys = .refuse
  ) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes, duplicateKeys: duplicateKeys)
    reader.skipWhitespace()
    let value = try reader.value(depth: 0)
    reader.skipWhitespace()
    guard reader.index == bytes.count else { throw reader.error("text after the end of the value") }
    return value
  }

  /// Reads one JSON text from an array.
  public static func read(
    _ bytes: [UInt8], duplicateKeys: DuplicateKeys = .refuse
  ) throws(JSONSyntaxError) -> JSONValue {
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONSyntaxError> in
      do throws(JSONSyntaxError) {
        return .success(try read(buffer, duplicateKeys: duplicateKeys))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private func error(_ reason: String) -> JSONSyntaxError { JSONSyntaxError(offset: index, reason: reason) }

  private mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= Self.maximumDepth else {
      throw error("nested more than \(Self.maximumDepth) levels deep")
    }
    guard index < bytes.count else { throw error("the text ends where a value should be") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error("a value cannot start here")
    }
  }

  private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] })
    else { throw error("a word that is not true, false or null; text is in double quotes") }
    index += length
    return value
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    skipWhitespace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      return .array(elements)
    }
    while true {
      skipWhitespace()
      elements.append(try value(depth: depth + 1))
      skipWhitespace()
      guard index < bytes.count else { throw error("an array is not closed") }
      switch bytes[index] {
      case UInt8(ascii: ","): index += 1
      case UInt8(ascii: "]"):
        index += 1
        return .array(elements)
      default: throw error("expected , or ] in an array")
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    index += 1
    var members: [JSONObject.Member] = []
    skipWhitespace()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") {
      index += 1
      return .object(JSONObject())
    }
    while true {
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw error("expected a member name in double quotes")
      }
      let key = try string()
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else {
        throw error("expected : after a member name")
      }
      index += 1
      skipWhitespace()
      members.append(JSONObject.Member(key: key, value: try value(depth: depth + 1)))
      skipWhitespace()
      guard index < bytes.count else { throw error("an object is not closed") }
      switch bytes[index] {
      case UInt8(ascii: ","): index += 1
      case UInt8(ascii: "}"):
        index += 1
        let object = JSONObject(members)
        if duplicateKeys == .refuse, object.members.count != members.count {
          throw error("an object names a member twice (\(object.keys.joined(separator: ", ")))")
        }
        return .object(object)
      default: throw error("expected , or } in an object")
      }
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard let first = digit() else { throw error("expected a digit") }
    if first == 0, index < bytes.count, isDigit(bytes[index]) { throw error("a number has a leading zero") }
    while digit() != nil {}
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard digit() != nil else { throw error("expected a digit after the decimal point") }
      while digit() != nil {}
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard digit() != nil else { throw error("expected a digit in the exponent") }
      while digit() != nil {}
    }
    let text = bytes[start..<index]
    let spelled = String(decoding: UnsafeBufferPointer(rebasing: text), as: UTF8.self)
    let shown = spelled.prefix(40)
    guard let value = Double(spelled), value.isFinite else {
      throw JSONSyntaxError(offset: start, reason: "the number \(shown) is too large for a double")
    }
    if value == 0 {
      guard text.prefix(while: { $0 | 0x20 != 0x65 }).allSatisfy({ !(0x31...0x39).contains($0) }) else {
        throw JSONSyntaxError(offset: start, reason: "the number \(shown) is too small for a double, and is not 0")
      }
    } else if value.magnitude >= 9_007_199_254_740_992 {
      // Where the digits are those in which the double is written, none is lost; canonical JSON has such numbers.
      let written = CanonicalWriter.bytes(of: .number(value))
      let digits = Decimal(text)
      guard digits == Decimal(written) || !digits.isInteger else {
        throw JSONSyntaxError(
          offset: start, reason: "the integer \(shown) is beyond ±2^53 and would be rounded; write it as a string")
      }
    }
    return .number(value)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func digit() -> UInt8? {
    guard index < bytes.count, isDigit(bytes[index]) else { return nil }
    defer { index += 1 }
    return bytes[index] - 0x30
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let text = try text(start..<index)
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw error("a control character in a string must be escaped") }
      index += 1
    }
    throw error("a string is not closed")
  }

  private func text(_ range: Range<Int>) throws(JSONSyntaxError) -> String {
    guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
      throw JSONSyntaxError(offset: range.lowerBound, reason: "a string is not valid UTF-8")
    }
    return text
  }

  private mutating func escapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var result = try text(start..<index)
    var run = index
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        result += try text(run..<index)
        index += 1
        return result
      case UInt8(ascii: "\\"):
        result += try text(run..<index)
        result.unicodeScalars.append(try escape())
        run = index
      case 0..<0x20: throw error("a control character in a string must be escaped")
      default: index += 1
      }
    }
    throw error("a string is not closed")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    index += 1
    guard index < bytes.count else { throw error("a string is not closed") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      index -= 1
      throw error("unknown escape in a string")
    }
  }

  private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let high = try hexQuad()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw error("an unpaired surrogate in a string") }
    index += 2
    let low = try hexQuad()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw error("an unpaired surrogate in a string") }
    return scalar
  }

  private mutating func hexQuad() throws(JSONSyntaxError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw error("expected four hexadecimal digits") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt32
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt32(bytes[index] - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt32(bytes[index] - UInt8(ascii: "A") + 10)
      default: throw error("expected four hexadecimal digits")
      }
      value = value << 4 | digit
      index += 1
    }
    return value
  }
}

/// A number by its digits: their value times 10 to the `exponent`, without zeros at either end.
private struct Decimal: Equatable {
  private var digits: [UInt8] = []
  private var exponent = 0

  /// - Parameter text: a number of JSON.
  init(_ text: some Sequence<UInt8>) {
    var (isFraction, isExponent, isNegative, power) = (false, false, false, 0)
    for byte in text {
      switch byte {
      case 0x30...0x39 where isExponent: power = min(power * 10 + Int(byte - 0x30), 1_000_000)
      case 0x30...0x39:
        digits.append(byte)
        if isFraction { exponent -= 1 }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
      case UInt8(ascii: "-") where isExponent: isNegative = true
      default: break
      }
    }
    exponent += isNegative ? -power : power
    digits = Array(digits.drop { $0 == 0x30 })
    while digits.last == 0x30 {
      digits.removeLast()
      exponent += 1
    }
  }

  var isInteger: Bool { exponent >= 0 }
}
