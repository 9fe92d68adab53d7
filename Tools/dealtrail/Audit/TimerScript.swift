import Foundation
import ExactText
import TimerUnits

/// What to do to have the audit run every night.
enum TimerScript {
  /// A shell script for the machine's administrator, which is safe to read and to run again.
  /// - Throws: `CommandFailure` where a path cannot be put into it safely.
  static func text(workspace: String) throws -> String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/usr/local/bin/dealtrail"
    let path = URL(filePath: workspace).standardizedFileURL.path(percentEncoded: false)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let owner = attributes[.ownerAccountName] as? String ?? WorkspaceOptions.user
    for text in [program, path, owner]
    where text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw CommandFailure.invalid("a path has a control character in it; rename it: \(text)")
    }
    var script = """
      #!/bin/sh
      # Backs up and audits \(path) every night at half past three.
      # Read it, then run it as root: dealtrail audit --install-timer --workspace … | sudo sh
      # Without systemd, for /etc/cron.d:
      #   15 3 * * * \(owner) \(cron(program)) backup --workspace \(cron(path)) --keep 7 --quiet >/dev/null
      #   30 3 * * * \(owner) \(cron(program)) audit --workspace \(cron(path)) --quiet
      # Undo: systemctl disable --now "$(systemd-escape --path --template=dealtrail-audit@.timer \(path.shellPath))"
      set -eu

      """
    for unit in TimerUnits.all {
      let text = unit.text.replacing("ExecStart=/usr/local/bin/dealtrail", with: "ExecStart=\(systemd(program))")
        .replacing("ExecStartPre=-/usr/local/bin/dealtrail", with: "ExecStartPre=-\(systemd(program))")
        .replacing("User=dealtrail\n", with: "User=\(owner)\n")
      script += "cat > '/etc/systemd/system/\(unit.name)' <<'UNIT'\n\(text)UNIT\n"
    }
    return script + """
      systemctl daemon-reload
      systemctl enable --now "$(systemd-escape --path --template=dealtrail-audit@.timer \(path.shellPath))"
      systemctl list-timers 'dealtrail-audit@*'

      """
  }

  /// `%` ends a command for cron, unless escaped.
  private static func cron(_ path: String) -> String { path.shellPath.escaping(["%": "\\%"]) }

  /// As systemd.service(5) quotes: specifiers and variables are escaped by doubling.
  private static func systemd(_ path: String) -> String {
    let word = path.escaping(["\\": "\\\\", "\"": "\\\"", "%": "%%", "$": "$$"])
    return word.unicodeScalars.contains { " \"'\\".unicodeScalars.contains($0) } ? "\"\(word)\"" : word
  }
}
