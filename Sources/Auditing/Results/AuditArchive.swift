internal import Attestation
public import CanonicalJSON
internal import EventLog
internal import ExactText
internal import SQLiteStorage

/// The results of past audits, in the workspace's folder `audits/`: one JSON file a night, the pages of the latest, and
/// how far the scan of the log has come.
public struct AuditArchive: Sendable {
  public let folder: String

  public init(workspace: String) { folder = workspace + "/" + WorkspaceLayout.audits }

  /// Runs one audit at a time.
  /// - Parameter patience: how long to wait for another one.
  /// - Throws: `StorageError.locked` where another one is under way.
  public func locked<T>(patience: Duration = .zero, _ body: () throws -> T) throws -> T {
    try DurableFile.makeFolder(folder, mode: 0o700)
    let lock = try WriterLock(path: folder + "/.lock", timeout: patience)
    defer { lock.release() }
    return try body()
  }

  /// The names of results, oldest first: `20261125T033012.123456Z.json`. What is named otherwise is none.
  private var nights: [String] {
    DurableFile.names(in: folder).filter { name in
      name.utf8.count == Self.name(at: .now()).utf8.count && name.hasSuffix("Z.json")
        && name.utf8.prefix(8).allSatisfy { (0x30...0x39).contains($0) } && name.utf8.dropFirst(8).first == 0x54
    }
  }

  private static func name(at time: Timestamp) -> String {
    time.description.filter { $0 != "-" && $0 != ":" } + ".json"
  }

  /// The result of the newest audit, as JSON; `nil` where there is none that can be read. One from the future, which a
  /// wrong clock left, is passed over.
  public func latest() -> JSONValue? { newest()?.json }

  private func newest() -> (name: String, json: JSONValue)? {
    let now = Self.name(at: .now())
    for name in nights.reversed() where name <= now {
      guard let bytes = (try? DurableFile.read(folder + "/" + name)) ?? nil, let json = try? JSONReader.read(bytes),
        json["findings"]?.array != nil
      else { continue }
      return (name, json)
    }
    return nil
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
    let file = folder + "/" + Self.name(at: result.started)
    try DurableFile.write(CanonicalWriter.text(of: result.json) + "\n", to: file, mode: 0o600)
    for (ending, text) in pages.sorted(by: { $0.key < $1.key }) {
      try DurableFile.write(text, to: folder + "/latest." + ending, mode: 0o600)
    }
    for old in nights.dropLast(keep) { DurableFile.remove(folder + "/" + old) }
    return file
  }

  /// Remembers a folder that pages were written into, for ``forgetClaims()``.
  /// - Throws: `AttestationError.invalid` for a path with a line end, which the list could not tell from two.
  public func note(output: String) throws {
    guard !output.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      throw AttestationError(.invalid, "the folder of the pages has a line end in its name")
    }
    let known = outputs()
    // By bytes: two folders may have one name to `String`.
    if known.contains(where: { $0.utf8.elementsEqual(output.utf8) }) { return }
    try write(outputs: known + [output])
  }

  private func write(outputs: [String]) throws {
    try DurableFile.write(outputs.joined(separator: "\n") + "\n", to: outputsFile, mode: 0o600)
  }

  private func outputs() -> [String] {
    let bytes = (try? DurableFile.read(outputsFile, limit: DurableFile.maximumTextBytes)) ?? nil
    return bytes.map { String(decoding: $0, as: UTF8.self).lines.map(String.init) } ?? []
  }

  private var outputsFile: String { folder + "/outputs" }

  /// The forms in which pages are written elsewhere: `audit.html` and so on.
  public static let endings = ["html", "json", "md", "xml"]

  /// Takes out of all results what they repeat of claims, so that nothing of an erased one stays. What the next audit
  /// compares with remains. To be called under ``locked(patience:_:)``, or an audit that is under way repeats them again.
  /// - Throws: `AttestationError` where pages that were written elsewhere cannot be removed; all else is done.
  public func forgetClaims() throws {
    let left = outputs().filter { output in
      // A list that somebody else wrote may name any folder, so only pages of audits go.
      !Self.endings.allSatisfy { removePage("\(output)/audit.\($0)") }
    }
    try forgetResults()
    guard !left.isEmpty else { return }
    try write(outputs: left)
    throw AttestationError(
      .failed,
      "pages of audits in \(left.joined(separator: ", ")) repeat claims, and cannot be removed; make the folders writable"
    )
  }

  /// - Returns: whether no page of an audit is there any more.
  private func removePage(_ path: String) -> Bool {
    guard let page = (try? DurableFile.read(path)) ?? nil else { return true }
    let start = String(decoding: page.prefix(1 << 16), as: UTF8.self)
    guard start.lowercased().contains("dealtrail") || start.contains("\"findings\":[") else { return true }
    return (try? DurableFile.delete(path)) != nil
  }

  private func forgetResults() throws {
    let newest = newest()
    let kept = [".lock", Self.rotationName, newest?.name]
    for name in DurableFile.names(in: folder) where !kept.contains(name) { DurableFile.remove(folder + "/" + name) }
    guard let newest, var object = newest.json.object else { return }
    let findings = (object["findings"]?.array ?? []).compactMap { finding -> JSONValue? in
      guard var kept = finding.object else { return nil }
      kept["message"] = "taken out when a claim was erased"
      kept["acceptance"] = .null
      return .object(kept)
    }
    object["findings"] = .array(findings)
    try DurableFile.write(
      CanonicalWriter.text(of: .object(object)) + "\n", to: folder + "/" + newest.name, mode: 0o600)
  }

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
