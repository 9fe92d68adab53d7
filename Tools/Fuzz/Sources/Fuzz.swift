import Foundation

/// libFuzzer's driver (`FuzzerInterface`): runs the callback with inputs until something is found or the runs are over.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The reader that the environment names.
private let reader: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["DEALTRAIL_FUZZ"] ?? ""
  guard let reader = readers[name] else {
    FileHandle.standardError.write(
      Data("DEALTRAIL_FUZZ is one of: \(readers.keys.sorted().joined(separator: " "))\n".utf8))
    exit(64)
  }
  return reader
}()

@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { start, count in
        reader(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}
