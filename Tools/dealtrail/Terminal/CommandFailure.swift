/// A failure with the exit code of the contract and a message that says what to do.
struct CommandFailure: Error {
  var code: Int32
  var message: String

  static func failed(_ message: String) -> CommandFailure { CommandFailure(code: 1, message: message) }
  static func usage(_ message: String) -> CommandFailure { CommandFailure(code: 64, message: message) }
  static func invalid(_ message: String) -> CommandFailure { CommandFailure(code: 65, message: message) }
}
