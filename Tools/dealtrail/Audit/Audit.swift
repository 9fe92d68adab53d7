import ArgumentParser

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say whether the log is intact, whether the views equal it, what changed, and what needs a human.",
    discussion: """
      Made for every night, unattended. Each finding has an id that stays the same from night to night; what is known can be \
      accepted, with a reason and an end:

        dealtrail audit
        dealtrail audit --format json > audit.json
        dealtrail audit --list             # every rule, its severity and thresholds
        dealtrail audit --only no_source --only single_source
        dealtrail audit accept 4f0c2a9be1d7 --reason "two funds" --until 2027-06-30
        dealtrail audit --install-timer    # how to run it every night

      The pages of the newest audit are in the workspace: audits/latest.html, .md, .xml (JUnit); every result is kept there \
      as JSON. After an audit that found the log intact, its result is appended to the log and a checkpoint is signed.

      Exit codes: 0 nothing at or above --fail-on, 3 findings at or above it, 5 the log does not verify, 1 it could not run \
      (another audit is under way, a disk is full …).
      """,
    subcommands: [AuditRun.self, AuditAccept.self], defaultSubcommand: AuditRun.self)
}
