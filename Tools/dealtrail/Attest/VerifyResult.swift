import Attestation
import CanonicalJSON
import Foundation
import Transparency

/// What verifying found, as it is printed.
struct VerifyResult {
  /// `workspace`, `proof`, `export`, `consistency` or `published`.
  var what: String
  var checkpoint: Checkpoint?
  var signatures: [Note.Verified]
  var findings: [IntegrityFinding]
  /// Findings that were counted and not kept.
  var uncounted = 0
  var remark: String?
  private var facts: [(name: String?, value: JSONValue, shown: String, label: String)] = []

  init(
    what: String, _ checkpoint: Checkpoint?, _ signatures: [Note.Verified], _ findings: [IntegrityFinding]
  ) {
    self.what = what
    self.checkpoint = checkpoint
    self.signatures = signatures
    self.findings = findings
  }

  mutating func add(_ name: String, _ value: Int, _ label: String) {
    add(name, .integer(value), shown: "\(value)", label)
  }

  mutating func add(_ name: String, _ value: String, _ label: String) { add(name, .string(value), shown: value, label) }

  mutating func add(_ name: String, _ value: JSONValue, shown: String, _ label: String) {
    facts.append((name, value, shown, label))
  }

  /// A line for people; programs find it in another fact.
  mutating func addShown(_ shown: String, _ label: String) { facts.append((nil, .null, shown, label)) }

  /// Adds a finding for each witness that has not cosigned.
  mutating func require(_ witnesses: [VerifierKey]) {
    findings += IntegrityFinding.missing(witnesses, among: signatures, of: "the checkpoint")
  }

  /// A failure of the proof becomes a finding.
  static func catching(_ what: String, _ body: () throws -> VerifyResult) rethrows -> VerifyResult {
    do {
      return try body()
    } catch let error as AttestationError where error.code == .integrity || error.code == .invalid {
      return VerifyResult(what: what, nil, [], [IntegrityFinding(rule: "proof_broken", message: "\(error)")])
    }
  }

  /// A log that cannot even be opened.
  static func unreadable(_ message: String, _ folder: String) -> VerifyResult {
    VerifyResult(
      what: "workspace", nil, [],
      [IntegrityFinding(rule: "file_damaged", position: 1, file: folder + "/" + WorkspaceLayout.log, message: message)]
    )
  }

  func print(_ printing: PrintOptions) {
    let report = Report(
      columns: [
        .init("position", "Position", "位置", alignsRight: true), .init("rule", "Rule", "规则"),
        .init("message", "What", "内容"), .init("event", "Event", "事件"), .init("file", "File", "文件"),
      ],
      rows: findings.map { finding in
        [
          finding.position.map { .init(Int($0)) } ?? .init(nil), .init(finding.rule, paint: .red),
          .init(finding.message),
          .init(finding.event, paint: .dim), .init(finding.file, paint: .dim),
        ]
      })
    if printing.format == .table { printSummary(printing) }
    report.print(printing, empty: nil) { json }
    if uncounted > 0 { StandardError.print("and \(uncounted) more") }
    if let remark, !printing.quiet { StandardError.print("dealtrail: \(remark)") }
  }

  private func printSummary(_ printing: PrintOptions) {
    var lines = facts.map { ($0.label, $0.shown) }
    if let checkpoint {
      lines.append(("Checkpoint", "size \(checkpoint.size) of \(checkpoint.origin)"))
      for signature in signatures {
        let time = signature.time.map { " at \(Date(timeIntervalSince1970: Double($0)).ISO8601Format())" }
        lines.append((signature.time == nil ? "Signed by" : "Cosigned by", signature.key.shortText + (time ?? "")))
      }
    }
    let width = lines.map { DisplayWidth.of($0.0) }.max() ?? 0
    for (label, shown) in lines {
      StandardOutput.print(DisplayWidth.padded(label, to: width, alignsRight: false) + "  " + SafeText.shown(shown))
    }
    let style = printing.style
    StandardOutput.print(
      findings.isEmpty
        ? style("all of it holds", .green) : style("does not hold; findings: \(findings.count + uncounted)", .red))
  }

  private var json: JSONValue {
    var members = facts.compactMap { fact in fact.name.map { JSONObject.Member(key: $0, value: fact.value) } }
    let signatures = signatures.map { signature -> JSONValue in
      [
        "name": .string(signature.key.name), "key": .string("\(signature.key)"),
        "time": signature.time.map { .string(Date(timeIntervalSince1970: Double($0)).ISO8601Format()) } ?? .null,
      ]
    }
    members += [
      JSONObject.Member(key: "what", value: .string(what)),
      JSONObject.Member(key: "intact", value: .bool(findings.isEmpty)),
      JSONObject.Member(
        key: "checkpoint",
        value: checkpoint.map {
          [
            "origin": .string($0.origin), "size": .integer(Int($0.size)), "root": .string("\($0.root)"),
            "signatures": .array(signatures),
          ]
        } ?? .null),
      JSONObject.Member(key: "findings", value: .array(findings.map(\.json))),
    ]
    return .object(JSONObject(members))
  }
}
