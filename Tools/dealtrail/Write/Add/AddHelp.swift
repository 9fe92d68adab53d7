import DealEvents

/// The help of `add`, in all and for each kind.
enum AddHelp {
  static func general() -> String {
    let kinds = Vocabulary.kinds.map { kind in
      "  " + DisplayWidth.padded(kind.kind.replacing("_", with: "-"), to: 20) + "  " + kind.meaning
    }
    return """
      OVERVIEW: Add one event.

      USAGE: dealtrail add KIND SUBJECT --date DATE [flags of the kind] [--source URL …]

        dealtrail add funding-round manus --date 2025-04 --stage series-b --amount 75M --currency USD \\
          --investor benchmark:US:lead --source https://example.org/report --grade B2

      The flags of a kind: dealtrail add KIND --help

      KINDS:
      \(kinds.joined(separator: "\n"))
      """
  }

  static func of(_ kind: any EventPayload.Type) -> String {
    let flags = AddFlags(kind)
    return """
      OVERVIEW: \(kind.meaning)

      USAGE: dealtrail add \(kind.kind.replacing("_", with: "-")) SUBJECT --date DATE …

      The subject is company/manus, manus, or any of its names; --new makes one that the log does not know.
      A list is given by its flag several times. Amounts: 75M, 2B, 1.25亿, 10万. Shares: 0.15 or 15%. Places: CN,
      CN:Shenzhen, "Shenzhen, CN". Objects: their parts with colons, or name=value; a colon in a value is \\:.

      WHAT HAPPENED:
      \(lines(flags.payload))

      EVERY EVENT:
      \(lines(flags.common))
      """
  }

  private static func lines(_ flags: [AddFlag]) -> String {
    flags.map { flag in
      let value = flag.takesValue ? " \(flag.placeholder)" : ""
      return "  --\(flag.name)\(value)\n        \(flag.meaning)\(remark(flag))"
    }.joined(separator: "\n")
  }

  private static func remark(_ flag: AddFlag) -> String {
    guard flag.isRequired else { return "" }
    return flag.canBeUnknown ? " (else unknown)" : " (required)"
  }
}
