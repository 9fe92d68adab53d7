/// Why a text is not acceptable JSON, and at which byte.
public struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset from the start of the text, from 0.
  public var offset: Int
  public var reason: String

  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "not valid JSON at byte \(offset + 1): \(reason)" }
}
