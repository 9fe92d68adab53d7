internal import Crypto
public import DealEvents
public import DefinitionFiles
internal import EventLog

/// What an analyst may choose about the playbook: which claims count for which step. A YAML file; what it leaves out keeps
/// the default that `playbook.yaml` shows.
public struct PlaybookDefinition: Sendable {
  /// The name shown with the results.
  public var id: String
  /// The jurisdictions that a company comes from.
  public var home: Set<String> = ["CN", "HK", "MO"]
  /// The claim statuses that count.
  public var statuses: Set<String> = ["reported", "confirmed"]
  /// Whether a foreign lead, board seat and control terms count as buying in.
  public var countsLead = true
  public var countsBoardSeat = true
  public var countsControlTerms = true
  /// The least part of the equity or the votes that counts as buying in, 0…1.
  public var stake = 0.5
  /// How many different signals cut the ties, within how many days.
  public var signals = 2
  public var windowDays = 730
  /// The signals that count.
  public var counted = Set(TieSignal.allCases)
  /// The phases of a purchase that count as reselling.
  public var phases: Set<Acquisition.Phase> = [.announced, .completed]
  /// SHA-256 of the file, so that results of another definition are not taken for these.
  public let fingerprint: String

  /// The definition that ships.
  public static let standard: PlaybookDefinition = {
    do throws(DefinitionError) {
      return try PlaybookDefinition(yaml: standardText, file: "playbook.yaml")
    } catch {
      preconditionFailure("the shipped definition is not valid: \(error)")
    }
  }()

  /// The text of the definition that ships, to copy and change.
  public static var standardText: String { String(decoding: PackageResources.playbook_yaml, as: UTF8.self) }

  /// SHA-256 of the definition that ships.
  static let standardFingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(standardText.utf8)))

  /// - Throws: `DefinitionError` with the line of the first fault.
  public init(yaml: String, file: String) throws(DefinitionError) {
    fingerprint = Hexadecimal.text(of: SHA256.hash(data: Array(yaml.utf8)))
    let root = try DefinitionNode(yaml: yaml, file: file)
    try root.definition(
      of: PlaybookProjection.kind, known: ["id", "home", "statuses", "buy_in", "cut_ties", "resell"])
    guard let id = root["id"] else { throw root.error("has no id; give the definition a name") }
    self.id = try id.text()
    home = try root.countries("home") ?? home
    statuses = try root.statuses("statuses") ?? statuses
    if let node = root["buy_in"] {
      _ = try node.members(known: ["lead", "board_seat", "control_terms", "stake"])
      countsLead = try node.flag("lead") ?? countsLead
      countsBoardSeat = try node.flag("board_seat") ?? countsBoardSeat
      countsControlTerms = try node.flag("control_terms") ?? countsControlTerms
      if let stake = node["stake"] { self.stake = try stake.number(in: 0.01...1) }
    }
    if let node = root["cut_ties"] {
      _ = try node.members(known: ["signals", "window_days", "count"])
      if let count = node["count"] {
        counted = try count.set("a signal, such as headquarters or layoff") { TieSignal(rawValue: $0) }
      }
      if let signals = node["signals"] { self.signals = try signals.whole(in: 1...14) }
      if let days = node["window_days"] { windowDays = try days.whole(in: 0...36_500) }
    }
    if let node = root["resell"] {
      _ = try node.members(known: ["phases"])
      if let phases = node["phases"] {
        self.phases = try phases.set("a phase of an acquisition, such as announced") { Acquisition.Phase(rawValue: $0) }
      }
    }
  }

  func isHome(_ country: Country) -> Bool { home.contains(country.code) }

  /// Whether the country is known and is not home.
  func isAbroad(_ country: Country?) -> Bool { country.map { !isHome($0) } ?? false }
}

extension DefinitionNode {
  fileprivate func flag(_ key: String) throws(DefinitionError) -> Bool? {
    guard let node = self[key] else { return nil }
    return try node.number(in: 0...1) > 0
  }
}
