public import CanonicalJSON
public import EventLog
public import Projecting

/// The data of one kind of event. A kind is one file that conforms to this, and one line in ``Vocabulary``.
public protocol EventPayload: FieldGroup {
  /// The kind's name in events, snake_case.
  static var kind: String { get }
  /// One sentence for help texts and schemas.
  static var meaning: String { get }
  static var label: KindLabel { get }
  /// The version that `init(fields:)` reads, from 1.
  static var schemaVersion: Int { get }
  /// For each older version, how its data becomes that of the next one. Applied on reading; nothing is rewritten.
  static var upcasts: [Int: @Sendable (JSONObject) -> JSONObject] { get }
  /// The other subjects that this payload names.
  var mentions: [Mention] { get }
  /// What the event says about another event, if that is its purpose.
  var amendment: Amendment? { get }
  /// What an event of this kind says about another when its data was erased.
  static func amendment(ofErased target: EventID) -> Amendment?
  /// The claim in a few words, without its subject and date.
  var headline: String { get }
}

extension EventPayload {
  public static var groupName: String { kind }
  public static var schemaVersion: Int { 1 }
  public static var upcasts: [Int: @Sendable (JSONObject) -> JSONObject] { [:] }
  public var mentions: [Mention] { [] }
  public var amendment: Amendment? { nil }
  public static func amendment(ofErased target: EventID) -> Amendment? { nil }
}

/// How a kind is shown to people.
public struct KindLabel: Sendable, Equatable {
  public var english: String
  public var chinese: String
  /// One character for timelines, one column wide.
  public var glyph: String

  public init(_ english: String, _ chinese: String, glyph: String) {
    self.english = english
    self.chinese = chinese
    self.glyph = glyph
  }
}

/// Joins the parts of a headline that are there.
func phrase(_ parts: String?...) -> String { parts.compactMap { $0 }.joined(separator: ", ") }

/// A word of a closed list as people read it: `series_b` becomes `series b`.
func spoken(_ word: some Choice) -> String { word.rawValue.replacing("_", with: " ") }
