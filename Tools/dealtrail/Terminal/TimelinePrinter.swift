import EventLog

/// A timeline for reading: dates at their precision, a glyph and a name for each kind, status and sources at the end.
struct TimelinePrinter {
  let printing: PrintOptions
  /// Whether a moment was asked for.
  let isCut: Bool

  func print(_ entries: [TimelineEntry], name: String, subject: Subject) {
    let style = printing.style
    let zh = printing.lang == .zh
    StandardOutput.print(style(SafeText.shown(name), .bold) + "  " + style(subject.id, .dim))
    if entries.isEmpty {
      StandardOutput.print(
        (zh ? ["没有记录", "当时没有记录"] : ["nothing on record", "nothing on record for that moment"])[isCut ? 1 : 0])
      return
    }
    let titles = entries.map { SafeText.shown($0.title) }
    let dates = entries.map { Self.date($0.occurred) }
    let kinds = entries.map { KindNames.shown($0.kind, printing.lang) }
    let tails = entries.map { tail($0) }
    let dateWidth = dates.map { DisplayWidth.of($0) }.max() ?? 0
    let kindWidth = kinds.map { DisplayWidth.of($0) }.max() ?? 0
    let tailWidth = tails.map { DisplayWidth.of($0) }.max() ?? 0
    let room = Style.terminalWidth.map { max(24, $0 - dateWidth - kindWidth - tailWidth - 9) }
    let titleWidth = min(room ?? 72, titles.map { DisplayWidth.of($0) }.max() ?? 0)
    for (index, entry) in entries.enumerated() {
      let title = room.map { DisplayWidth.cut(titles[index], to: $0) } ?? titles[index]
      StandardOutput.print(
        [
          style(DisplayWidth.padded(dates[index], to: dateWidth), .cyan),
          style(KindNames.glyph(entry.kind), Self.paint(entry.kind)) + " "
            + style(DisplayWidth.padded(kinds[index], to: kindWidth), Self.paint(entry.kind)),
          DisplayWidth.padded(title, to: titleWidth),
          style(tails[index], entry.disputed ? .yellow : .dim),
        ].joined(separator: "  "))
    }
  }

  private func tail(_ entry: TimelineEntry) -> String {
    let zh = printing.lang == .zh
    var parts = [KindNames.status(entry.status, printing.lang)]
    if entry.disputed { parts.append(zh ? "有争议" : "disputed") }
    parts.append(zh ? "\(entry.sources) 个来源" : "\(entry.sources) source\(entry.sources == 1 ? "" : "s")")
    if let role = entry.role { parts.append(zh ? "角色 \(role)" : "as \(role.replacing("_", with: " "))") }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// An interval is shown as one, with an arrow.
  private static func date(_ edtf: String) -> String { edtf.replacing("/", with: " → ") }

  /// Money, movement, sale and authority, told apart at a glance.
  private static func paint(_ kind: String) -> Style.Paint? {
    switch kind {
    case "funding_round", "ownership_changed", "listing": .green
    case "relocation", "layoff", "presence_withdrawn", "entity_changed", "executive_moved", "data_transfer": .blue
    case "acquisition": .magenta
    case "regulatory_probe", "license_decision", "person_restricted", "policy_issued": .red
    default: nil
    }
  }
}
