public import CanonicalJSON
internal import EventLog
public import SQLiteLog
public import Transparency

/// Something that does not verify.
public struct IntegrityFinding: Sendable, Hashable {
  /// What was found, in snake_case: a rule of ``LogFault``, or one of checkpoints, keys, proofs and published files.
  public var rule: String
  /// The first position affected; `nil` where it is no position's.
  public var position: Int64?
  /// The event's id, where it is known.
  public var event: String?
  /// The file, where it is not the database.
  public var file: String?
  public var message: String

  public init(rule: String, position: Int64? = nil, event: String? = nil, file: String? = nil, message: String) {
    self.rule = rule
    self.position = position
    self.event = event
    self.file = file
    self.message = message
  }

  public init(_ fault: LogFault) {
    self.init(
      rule: fault.rule.rawValue, position: fault.position, event: fault.event?.description, message: fault.message)
  }

  /// A finding for each witness that was asked for and has not cosigned.
  /// - Parameter what: which checkpoint, in the message.
  public static func missing(
    _ witnesses: [VerifierKey], among signatures: [Note.Verified], of what: String, position: Int64? = nil,
    event: String? = nil, file: String? = nil
  ) -> [IntegrityFinding] {
    witnesses.filter { key in !signatures.contains { $0.key == key } }.map { key in
      IntegrityFinding(
        rule: "cosignature_missing", position: position, event: event, file: file,
        message: "\(what) has no cosignature by \(key.name)")
    }
  }

  public var json: JSONValue {
    [
      "rule": .string(rule), "position": position.map { .integer(Int($0)) } ?? .null, "event": .optional(event),
      "file": .optional(file), "message": .string(message),
    ]
  }
}
