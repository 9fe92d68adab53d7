import Foundation
import Testing

/// Programs that nobody here wrote, or that share no code with this one, check a real workspace.
@Suite struct StrangerTests {
  /// Runs a program.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  static let hasGo =
    FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
    && ((try? run(["go", "version"]))?.code == 0)

  static func signedLog() throws -> (AttestedLog, proof: String, between: String) {
    let log = try AttestedLog([0..<200, 200..<700])
    let (proof, between) = (log.path("claim.tlog-proof"), log.path("between.txt"))
    try #require(log.dealtrail("publish", log.path("public")).code == 0)
    try #require(log.dealtrail("prove", log.id(at: 321), "--output", proof).code == 0)
    try #require(log.dealtrail("prove", "--between", "200", "700", "--output", between).code == 0)
    return (log, proof, between)
  }

  @Test(.enabled(if: hasGo, "Go is not here: apt-get install golang-go golang-golang-x-mod-dev"))
  func theCodeOfTheGoChecksumDatabase() throws {
    let (log, proof, between) = try Self.signedLog()
    defer { log.remove() }
    let program = log.path("verify")
    let source = Binary.root.appending(path: "Tests/EndToEndTests/Strangers/verify.go").path
    let built = try Self.run(
      ["go", "build", "-o", program, source],
      environment: [
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": log.path("go-cache"), "GOFLAGS": "",
      ])
    try #require(built.code == 0, "\(built.text)")
    let arguments = [program, log.path("public"), log.key, proof, between, log.checkpoint(200)]
    let verified = try Self.run(arguments)
    #expect(
      verified.code == 0 && verified.text == "700 entries, event 321, from 200 to 700: all hold\n", "\(verified.text)")
    let tile = URL(filePath: log.path("public/tile/0/001"))
    var bytes = try Data(contentsOf: tile)
    bytes[100] ^= 1
    try bytes.write(to: tile)
    try #expect(Self.run(arguments).code == 1, "the judge can say no")
  }

  @Test func theVerifierInPython() throws {
    let (log, proof, _) = try Self.signedLog()
    defer { log.remove() }
    let script = Binary.root.appending(path: "Tools/verifier/verify-log.py").path
    func verify(_ arguments: String...) throws -> Int32 { try Self.run(["python3", script] + arguments).code }
    let erased = try log.id(at: 5)
    _ = try log.dealtrail("redact", erased, "--reason", "r")
    _ = try log.dealtrail("key", "rotate")
    try #expect(verify("workspace", log.folder) == 0)
    try #expect(verify("workspace", log.folder, log.key) == 0)
    try #expect(verify("published", log.path("public"), log.key) == 0)
    try #expect(verify("proof", proof, log.key) == 0)
    let other = try AttestedLog([0..<1])
    defer { other.remove() }
    try #expect(verify("proof", proof, other.key) == 5)
    try #expect(verify("published", log.path("public"), other.key) == 5)
    try #expect(verify("workspace", log.folder, other.key) == 5)
    for (file, arguments) in [
      ("public/payload/001.jsonl", ["published", log.path("public"), log.key]),
      ("public/tile/entries/002.p/189", ["published", log.path("public"), log.key]),
      ("claim.tlog-proof", ["proof", proof, log.key]), ("log.sqlite", ["workspace", log.folder]),
    ] {
      let path = URL(filePath: log.path(file))
      let bytes = try Data(contentsOf: path)
      var altered = bytes
      // In the middle of an event that is there, or of its proof.
      let index = try #require(
        altered.range(of: Data("reported".utf8)) ?? altered.range(of: Data("company".utf8)) ?? altered.range(
          of: Data("count".utf8)) ?? altered.range(of: Data("extra ".utf8)).map { $0.upperBound..<($0.upperBound + 9) }
      ).lowerBound
      altered[index + 2] = altered[index + 2] == 0x61 ? 0x62 : 0x61
      try altered.write(to: path)
      try #expect(Self.run(["python3", script] + arguments).code == 5, "\(file)")
      try bytes.write(to: path)
    }
  }
}
