import Auditing
import CanonicalJSON
import EventLog
import Foundation
import Transparency

/// Tells somebody about new errors: a command of the user's own, or a webhook.
struct AuditNotice {
  /// How long a command or a request may take, in seconds.
  static let patience = 60

  var result: AuditResult
  var workspace: String
  /// The file of the result; `nil` where it could not be written.
  var file: String?

  private var news: [AuditResult.Entry] {
    result.ordered.filter {
      $0.state == .new && ($0.finding.severity == .error || IntegrityCheck.isBreach($0.finding.rule))
    }
  }

  /// Sends nothing where there are no new errors. What fails is said, and the audit's outcome stays what it is.
  /// - Parameter target: a shell command, or an address that starts with https:// or http://.
  func send(to target: String) {
    if news.isEmpty { return }
    let isAddress = target.hasPrefix("https://") || target.hasPrefix("http://")
    let process = Process()
    process.executableURL = URL(filePath: isAddress ? "/usr/bin/env" : "/bin/sh")
    process.arguments =
      isAddress
      ? [
        "curl", "--silent", "--show-error", "--fail", "--max-time", "\(Self.patience)", "--header",
        "Content-Type: application/json", "--data-binary", "@-", "--output", "/dev/null", "--", target,
      ] : ["-c", target]
    do {
      try run(process)
    } catch {
      StandardError.print("dealtrail: --notify failed: \(error.localizedDescription)")
    }
  }

  private func run(_ process: Process) throws {
    // A file, not a pipe: a command that does not read it does no harm.
    let input = FileManager.default.temporaryDirectory.appending(path: "dealtrail-notice-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: input.path, contents: Data((CanonicalWriter.text(of: json) + "\n").utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw CommandFailure.failed("cannot write \(input.path)") }
    process.standardInput = try FileHandle(forReadingFrom: input)
    // Open, it needs no name any more, and a killed audit leaves nothing behind.
    try FileManager.default.removeItem(at: input)
    process.standardOutput = FileHandle.standardError
    try process.run()
    let end = ContinuousClock.now + .seconds(Self.patience)
    while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.02) }
    if process.isRunning {
      process.terminate()
      StandardError.print("dealtrail: --notify took longer than \(Self.patience) s and was ended")
    } else if process.terminationStatus != 0 {
      StandardError.print("dealtrail: --notify ended with code \(process.terminationStatus)")
    }
  }

  private var json: JSONValue {
    [
      "workspace": .string(workspace), "intact": .bool(result.integrity == .intact),
      "log_size": .integer(Int(result.logSize)),
      "root": .optional(result.root.map { "\($0)" }), "verdict": .string(AuditVerdict(result).text),
      "result": .optional(file),
      "new_errors": .array(
        news.map {
          [
            "id": .string($0.finding.id), "rule": .string($0.finding.rule), "subject": .string($0.finding.subject),
            "message": .string($0.finding.message), "remedy": .string($0.finding.remedy),
            "evidence": .array($0.finding.evidence.map { .string($0.description) }),
          ]
        }),
    ]
  }
}
