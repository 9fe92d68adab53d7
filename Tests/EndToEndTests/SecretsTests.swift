import Foundation
import GRDB
import Testing

/// What is secret is in `keys/`, and nowhere else: not in answers, errors, exports, results, nor in backups that are to do without.
@Suite struct SecretsTests {
  /// An office with both of its private keys, and what it made of them.
  struct Office {
    let dealtrail = try! Binary()
    let out: URL
    /// What was printed, with the command that printed it.
    var printed: [(command: String, text: String)] = []

    init() throws {
      out = FileManager.default.temporaryDirectory.appending(path: "dealtrail-out-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    }

    var folder: String { dealtrail.workspace.path }

    mutating func run(_ arguments: String..., input: String = "") throws {
      let outcome = try Binary.run(arguments + ["--workspace", folder], input: input)
      printed.append((arguments.joined(separator: " "), outcome.output + outcome.errors))
    }

    /// The secret parts of the private keys that are there: the last part of each line, as it is and as bytes.
    func secrets() throws -> [[UInt8]] {
      try ["signer", "witness"].flatMap { name -> [[UInt8]] in
        let key = try String(contentsOfFile: folder + "/keys/" + name, encoding: .utf8)
        let part = try #require(
          key.split(separator: "+").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) })
        // Everything after a "+" of the base 64 itself is part of it, and enough to tell.
        let seed = Data(
          base64Encoded: String(try #require(key.split(separator: "+", maxSplits: 4).last)).trimmingCharacters(
            in: .whitespacesAndNewlines))
        return [Array(part.utf8)] + (seed.map { [Array($0.dropFirst())] } ?? [])
      }.filter { $0.count >= 12 }
    }

    func remove() {
      dealtrail.remove()
      try? FileManager.default.removeItem(at: out)
    }
  }

  /// The files below folders, compressed ones taken apart.
  static func files(_ folders: [String], leaving left: String) throws -> [(path: String, bytes: Data)] {
    try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }
    }.filter { !$0.hasPrefix(left) }.compactMap { path in
      guard let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else { return nil }
      guard path.hasSuffix(".gz") else { return (path, bytes) }
      let script = "import gzip,sys,base64; print(base64.b64encode(gzip.open(sys.argv[1]).read()).decode())"
      let outcome = try Binary.run(["-c", script, path], program: URL(filePath: "/usr/bin/python3"))
      return (path, try #require(Data(base64Encoded: outcome.output.trimmingCharacters(in: .newlines))))
    }
  }

  @Test func privateKeysStayWhereTheyAre() throws {
    var office = try Office()
    defer { office.remove() }
    let (folder, out) = (office.folder, office.out.path)
    try office.run("key", "show", "--witness")
    try office.run("append", CommandTests.cases.path)
    try office.run("checkpoint")
    let before = try office.secrets()
    try office.run("key", "rotate")
    try office.run("checkpoint")
    try office.run("publish", out + "/public")
    try office.run("backup", out + "/backups")
    try office.run("audit")
    for command in [
      ["log", "--format", "jsonl"], ["verify"], ["doctor"], ["timeline", "manus", "--proofs"], ["key", "show"],
    ] {
      for format in ["table", "jsonl"] where !command.contains("--format") {
        let outcome = try Binary.run(command + ["--format", format, "--workspace", folder])
        office.printed.append((command.joined(separator: " "), outcome.output + outcome.errors))
      }
    }
    let signer = folder + "/keys/signer"
    let key = try String(contentsOfFile: signer, encoding: .utf8).trimmingCharacters(in: .newlines)
    // A private key in the place of another, given by mistake, and damaged.
    try office.run("verify", folder, "--key", key)
    try office.run("checkpoint", "--witness", key)
    let secrets = try office.secrets() + before
    #expect(secrets.count >= 4)
    for damaged in ["x" + key, key + "x", String(key.dropLast()), key + "\n" + key] {
      try Data(damaged.utf8).write(to: URL(filePath: signer))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: signer)
      try office.run("checkpoint")
      try office.run("doctor")
      try office.run("publish", out + "/other")
    }
    for (command, text) in office.printed {
      for secret in secrets {
        #expect(Data(text.utf8).range(of: Data(secret)) == nil, "printed by: \(command.prefix(40))")
      }
    }
    let files = try Self.files([folder, out], leaving: folder + "/keys/")
    #expect(files.count > 20)
    for (path, bytes) in files {
      for secret in secrets { #expect(bytes.range(of: Data(secret)) == nil, "\(path) has a private key") }
    }
    // The test finds one where there is one.
    try office.run("backup", out + "/with-keys", "--with-keys")
    let withKeys = try Self.files([out + "/with-keys"], leaving: folder)
    #expect(withKeys.contains { file in secrets.contains { file.bytes.range(of: Data($0)) != nil } })
  }

  /// Without a salt, a commitment says nothing about what it commits to.
  @Test func saltsAreNotPublishedWithEnvelopes() throws {
    var office = try Office()
    defer { office.remove() }
    try office.run("append", CommandTests.cases.path)
    try office.run("publish", office.out.path + "/envelopes", "--envelopes-only")
    try office.run("publish", office.out.path + "/whole")
    let log = try DatabaseQueue(path: office.folder + "/log.sqlite")
    let bytes = try #require(try log.read { try Data.fetchOne($0, sql: "SELECT salt FROM part LIMIT 1") })
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    func has(_ folder: String) throws -> Bool {
      try Self.files([office.out.path + folder], leaving: office.folder).contains {
        $0.bytes.range(of: Data(digits.utf8)) != nil || $0.bytes.range(of: bytes) != nil
      }
    }
    #expect(try !has("/envelopes"))
    #expect(try has("/whole"))
  }
}
