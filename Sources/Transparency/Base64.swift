internal import FoundationEssentials

/// Base 64 (RFC 4648, section 4), of which only the canonical spelling is read.
public enum Base64 {
  public static func text(of bytes: some Sequence<UInt8>) -> String { Data(bytes).base64EncodedString() }

  /// The bytes; `nil` for anything but the one spelling of them. Foundation alone takes `AB==`, whose last bits are lost.
  public static func bytes(of text: some StringProtocol) -> [UInt8]? {
    let text = String(text)
    guard let data = Data(base64Encoded: text), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }
}

/// A number in decimal with no sign and no leading zero, as these formats write sizes and indexes.
func plainDecimal(_ text: some StringProtocol) -> Int64? {
  guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text == "0" || text.utf8.first != 0x30 else { return nil }
  return Int64(text)
}
