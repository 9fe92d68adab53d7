/// A reader of bytes that strangers may send. It refuses or accepts; what it accepts has to hold, and the process ends where it
/// does not.
typealias Reader = @Sendable ([UInt8]) -> Void

/// What is fuzzed, by the name that `Tools/fuzz` takes.
let readers: [String: Reader] = [eventReaders, transparencyReaders, definitionReaders, exchangeReaders]
  .reduce(into: [:]) { all, some in all.merge(some) { _, _ in fatalError("two readers have one name") } }

func require(_ condition: @autoclosure () -> Bool, _ what: String) {
  if !condition() { fatalError(what) }
}

/// The bytes as text; `nil` where they are none.
func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
