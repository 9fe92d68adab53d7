internal import Attestation
public import CanonicalJSON
internal import EventLog
internal import SQLiteStorage

/// The results of past audits, in the workspace's folder `audits/`: one JSON file a night, the pages of the latest, and
/// how far the scan of the log has come.
public struct AuditArchive: Sendable {
  public let folder: String

  public init(workspace: String) { folder = workspace + "/audits" }

  /// Runs one audit at a time.
  /// - Parameter patience: how long to wait for another one.
  /// - Throws: `StorageError.locked` where another one is under way.
  public func locked<T>(patience: Duration = .zero, _ body: () throws -> T) throws -> T {
    try DurableFile.makeFolder(folder, mode: 0o700)
    let lock = try WriterLock(path: folder + "/.lock", timeout: patience)
    defer { lock.release() }
    return try body()
  }

  private var nights: [String] {
    DurableFile.names(in: folder).filter { $0.first?.isNumber == true && $0.hasSuffix(".json") }
  }

  /// The result of the newest audit, as JSON; `nil` where there is none that can be read.
  public func latest() -> JSONValue? {
    nights.last.flatMap { try? DurableFile.read(folder + "/" + $0) }.flatMap { try? JSONReader.read($0) }
  }

  /// What the newest audit knew.
  public func known() -> [KnownFinding] {
    guard let latest = latest() else { return [] }
    return ["findings", "carried"].flatMap { latest[$0]?.array ?? [] }.compactMap { KnownFinding($0) }
  }

  /// Keeps a result, and of the old ones as many as are wanted.
  /// - Parameter pages: further forms of the result, by the ending of their names.
  /// - Returns: the file of the result.
  @discardableResult
  public func save(_ result: AuditResult, pages: [String: String], keep: Int) throws -> String {
    let name = result.started.description.filter { $0 != "-" && $0 != ":" }
    let file = folder + "/" + name + ".json"
    try DurableFile.write(CanonicalWriter.text(of: result.json) + "\n", to: file, mode: 0o600)
    for (ending, text) in pages.sorted(by: { $0.key < $1.key }) {
      try DurableFile.write(text, to: folder + "/latest." + ending, mode: 0o600)
    }
    for old in nights.dropLast(keep) { DurableFile.remove(folder + "/" + old) }
    return file
  }

  /// Takes out of all results what they repeat of claims, so that nothing of an erased one stays. What the next audit
  /// compares with remains. Waits for an audit that is under way, whose result would repeat them again.
  /// - Throws: `StorageError.locked` where it does not end in time.
  public func forgetClaims() throws {
    guard !DurableFile.names(in: folder).isEmpty else { return }
    try locked(patience: Self.patience) {
      let (latest, json) = (nights.last, latest())
      let kept = [".lock", Self.rotationName] + (json?.object == nil ? [] : [latest])
      for name in DurableFile.names(in: folder) where !kept.contains(name) { DurableFile.remove(folder + "/" + name) }
      guard let latest, var object = json?.object else { return }
      let findings = (object["findings"]?.array ?? []).compactMap { finding -> JSONValue? in
        guard var kept = finding.object else { return nil }
        kept["message"] = "taken out when a claim was erased"
        kept["acceptance"] = .null
        return .object(kept)
      }
      object["findings"] = .array(findings)
      try DurableFile.write(CanonicalWriter.text(of: .object(object)) + "\n", to: folder + "/" + latest, mode: 0o600)
    }
  }

  private static let patience = Duration.seconds(600)
  private static let rotationName = "scan-state.json"

  /// How far the scan of the log has come.
  public func rotation() -> ScanRotation {
    let json = (try? DurableFile.read(rotationFile)).flatMap { $0 }.flatMap { try? JSONReader.read($0) }
    return json.flatMap { ScanRotation($0) } ?? ScanRotation()
  }

  public func save(_ rotation: ScanRotation) throws {
    try DurableFile.write(CanonicalWriter.text(of: rotation.json) + "\n", to: rotationFile, mode: 0o600)
  }

  private var rotationFile: String { folder + "/" + Self.rotationName }
}
