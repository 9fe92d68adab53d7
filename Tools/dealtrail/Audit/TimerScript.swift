import Foundation
import TimerUnits

/// What to do to have the audit run every night.
enum TimerScript {
  /// A shell script for the machine's administrator, which is safe to read and to run again.
  static func text(workspace: String) throws -> String {
    let program = FileManager.default.destinationOfLink("/proc/self/exe") ?? "/usr/local/bin/dealtrail"
    let path = URL(filePath: workspace).standardizedFileURL.path(percentEncoded: false)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let owner = attributes[.ownerAccountName] as? String ?? WorkspaceOptions.user
    var script = """
      #!/bin/sh
      # Runs the audit of \(path) every night at half past three.
      # Read it, then run it as root: dealtrail audit --install-timer --workspace … | sudo sh
      # Without systemd, use cron: 30 3 * * * \(owner) \(program) audit --workspace \(quoted(path)) --quiet
      # Undo: systemctl disable --now "$(systemd-escape --path --template=dealtrail-audit@.timer \(quoted(path)))"
      set -eu

      """
    for unit in TimerUnits.all {
      let text = unit.text.replacing("/usr/local/bin/dealtrail", with: program)
        .replacing("User=dealtrail\n", with: "User=\(owner)\n")
      script += "cat > '/etc/systemd/system/\(unit.name)' <<'UNIT'\n\(text)UNIT\n"
    }
    return script + """
      systemctl daemon-reload
      systemctl enable --now "$(systemd-escape --path --template=dealtrail-audit@.timer \(quoted(path)))"
      systemctl list-timers 'dealtrail-audit@*'

      """
  }

  private static func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "'\\''") + "'" }
}

extension FileManager {
  fileprivate func destinationOfLink(_ path: String) -> String? { try? destinationOfSymbolicLink(atPath: path) }
}
