internal import DefinitionFiles
internal import EventLog

/// The state of the files and of the machine.
public enum UpkeepCheck: FactCheck {
  static let backup = AuditRule(
    "backup_old", .upkeep, .warning, "There is no recent backup.",
    remedy:
      "Run dealtrail backup every night, and keep a copy of the folder on another machine; where it is, say in dealtrail.yaml: "
      + "audit: {backups: DIR}.",
    parameters: [DefinitionParameter("days", 7, in: 0...3650, "a newest backup older than this is reported")])
  static let disk = AuditRule(
    "disk_low", .upkeep, .warning, "The disk of the workspace is nearly full.",
    remedy: "Make room: a full disk refuses appends.",
    parameters: [
      DefinitionParameter("share", 0.05, "less free space than this part of the disk is reported"),
      DefinitionParameter("gigabytes", 1, in: 0...1e6, "so is less than this, in 10⁹ bytes"),
    ])
  static let wal = AuditRule(
    "wal_large", .upkeep, .warning, "A write-ahead log is large: a reader holds on to an old state.",
    remedy: "Find long-running readers with: fuser log.sqlite views.sqlite; the next writer shrinks it.",
    parameters: [DefinitionParameter("megabytes", 256, in: 1...1e6, "a larger one, in 10⁶ bytes, is reported")])
  static let gap = AuditRule(
    "audit_missed", .upkeep, .warning, "There was no audit for days.",
    remedy: "Look at the timer: systemctl list-timers 'dealtrail-audit@*'.",
    parameters: [DefinitionParameter("days", 3, in: 1...3650, "a longer gap is reported")])
  static let witness = AuditRule(
    "no_witness", .upkeep, .info, "Nobody outside has cosigned a checkpoint of this log.",
    remedy: "Have a witness cosign checkpoints (dealtrail checkpoint --cosignatures), or keep copies of them elsewhere."
  )
  static let unsigned = AuditRule(
    "cannot_sign", .upkeep, .error, "The log cannot be signed, so nothing that is appended from now on can be proved.",
    remedy: "Put the key back into keys/, readable by its owner only; see: dealtrail key show.")
  static let unfinished = AuditRule(
    "audit_unfinished", .upkeep, .warning, "A part of the audit did not come to its end.",
    remedy: "Give it more time with --max-duration, or see what stopped it; the next audit goes on from there.")
  public static let rules = [backup, disk, wal, gap, witness, unsigned, unfinished]

  public static func observe(_ facts: AuditFacts, _ context: AuditContext) -> [Observation] {
    let upkeep = facts.upkeep
    var found: [Observation] = []
    let age = upkeep.lastBackup.map { context.today.day - $0.day }
    if age.map({ $0 > context.whole("days", of: backup) }) ?? true {
      found.append(
        Observation(
          backup, about: "backups",
          age.map { "the newest backup is \($0) days old" } ?? "no backup is on record"))
    }
    let gigabytes = Double(upkeep.freeBytes) / 1e9
    if upkeep.freeShare < context.value("share", of: disk) || gigabytes < context.value("gigabytes", of: disk) {
      found.append(
        Observation(
          disk, about: "disk",
          "\(Int(upkeep.freeShare * 100))% of the disk is free, \(Int(gigabytes.rounded(.down))) GB"))
    }
    if Double(upkeep.walBytes) / 1e6 > context.value("megabytes", of: wal) {
      found.append(Observation(wal, about: "log.sqlite-wal", "\(upkeep.walBytes / 1_000_000) MB of write-ahead log"))
    }
    if let last = upkeep.lastAudit, context.today.day - last.day > context.whole("days", of: gap) {
      found.append(
        Observation(
          gap, about: "audits", cause: [last.description],
          "the audit before was on \(last), \(context.today.day - last.day) days ago"))
    }
    if !upkeep.hasWitness {
      found.append(Observation(witness, about: "checkpoints", "no checkpoint has a cosignature"))
    }
    if let failure = upkeep.signingFailure { found.append(Observation(unsigned, about: "keys", failure)) }
    found += facts.unfinished.sorted { $0.key < $1.key }.map { part, why in
      Observation(unfinished, about: "audits", cause: [part], "\(part): \(why)")
    }
    return found
  }
}
