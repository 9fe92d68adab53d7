/// Why a text of one of the public formats was refused.
public struct TransparencyError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: Sendable, Hashable {
    /// The text is not of its format.
    case malformed
    /// No signature of a known key is on the note.
    case unsigned
    /// A signature that claims to be of a known key is not by that key.
    case badSignature
    /// A key's text is not of its format, or its parts disagree.
    case badKey
  }

  public var code: Code
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
