import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for a shell.",
    discussion: """
        cd ~/.local/share/bash-completion/completions
        dealtrail completions bash > dealtrail
        dealtrail completions zsh > "${fpath[1]}/_dealtrail"
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() {
    let shells: [Shell: CompletionShell] = [.bash: .bash, .zsh: .zsh, .fish: .fish]
    StandardOutput.print(Dealtrail.completionScript(for: shells[shell]!))
  }
}
