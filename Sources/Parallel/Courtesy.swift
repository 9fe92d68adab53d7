#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How long work behaves towards short questions on the same machine.
public enum Courtesy {
  /// Lets others go first where cores are short: work that takes all cores for minutes would else make every question of others wait
  /// for its turn. Takes nothing where cores are idle. For the start of a process: threads take it from the one that starts them.
  public static func yieldToOthers() { _ = nice(5) }
}
