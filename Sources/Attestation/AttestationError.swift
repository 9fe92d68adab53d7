/// Why something could not be signed, proved, published or verified.
public struct AttestationError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable, Hashable {
    /// What was signed, stored or published does not agree.
    case integrity
    /// The input is not of its format.
    case invalid
    /// Somebody was there first; what was asked for starts from an old state.
    case conflict
    /// A file or a key is not there, or cannot be used.
    case failed
  }

  public var code: Code
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
