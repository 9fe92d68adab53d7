import CanonicalJSON
import Foundation
import Testing

/// Processes killed at moments that differ from round to round; what is left must be whole.
@Suite struct KillTests {
  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Binary.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func lines(_ range: Range<Int>) -> String {
    range.map { number in
      #"{"subject":"company/c\#(number % 97)","kind":"layoff","occurred":"20\#(10 + number % 15)","data":{"place":{"country":"CN"},"count":\#(number)}}"#
    }.joined(separator: "\n")
  }

  @Test func killedAppendsCatchUpsAndRebuildsLeaveWholeLogsAndViews() throws {
    let dealtrail = try Binary()
    defer { dealtrail.remove() }
    let workspace = ["--workspace", dealtrail.workspace.path]
    var appended = 0
    for round in 0..<8 {
      let file = dealtrail.workspace.appending(path: "\(round).jsonl").path
      try Data(Self.lines(round * 400..<(round + 1) * 400).utf8).write(to: URL(filePath: file))
      for command in [["append", file], ["timeline", "c1"], ["projections", "rebuild"]] {
        let process = try Self.start(command + workspace)
        usleep(UInt32(8_000 + round * 14_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let count = try dealtrail("log", "--format", "jsonl").output.split(separator: "\n").count
      #expect(count == appended || count == appended + 400, "a batch lands whole or not at all")
      try #expect(dealtrail("append", file).code == 0)
      appended += 400
    }
    let positions = try dealtrail("log", "--format", "jsonl").output.split(separator: "\n")
      .map { try JSONReader.read(Array($0.utf8))["position"]?.integer }
    #expect(positions == Array(1...appended))
    try #expect(dealtrail("timeline", "c1").code == 0)
    let check = try dealtrail("projections", "check")
    #expect(check.code == 0, "\(check.errors)")
    let caughtUp = try dealtrail("projections", "status", "--format", "json").output
    try #expect(dealtrail("projections", "rebuild").code == 0)
    try #expect(dealtrail("projections", "status", "--format", "json").output == caughtUp)
  }
}
