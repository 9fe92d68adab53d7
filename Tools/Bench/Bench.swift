import ArgumentParser

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealtrail-bench",
    abstract: "Make logs of any size, and measure ratios against named baselines in one run.",
    subcommands: [
      Generate.self, AppendBench.self, VerifyBench.self, ScanBench.self, BatchBench.self, CatchUpBench.self,
      ReadBench.self,
    ])
}
