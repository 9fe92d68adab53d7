import CanonicalJSON
import DealImport
import ExactText

/// A table that a command prints, in whatever format was asked for.
struct Report {
  struct Column {
    /// The field's name in JSON and CSV.
    var name: String
    var heading: Bilingual
    var alignsRight = false

    init(_ name: String, _ english: String, _ chinese: String, alignsRight: Bool = false) {
      self.name = name
      heading = Bilingual(SafeText.shown(english), SafeText.shown(chinese))
      self.alignsRight = alignsRight
    }
  }

  /// A value as programs read it and as people do.
  struct Cell {
    var json: JSONValue
    var shown: String
    var paint: Style.Paint?

    init(_ json: JSONValue, shown: String, paint: Style.Paint? = nil) {
      self.json = json
      self.shown = SafeText.shown(shown)
      self.paint = paint
    }

    init(_ text: String?, paint: Style.Paint? = nil) {
      self.init(.optional(text), shown: text ?? "–", paint: paint)
    }

    init(_ number: Int, paint: Style.Paint? = nil) { self.init(.integer(number), shown: "\(number)", paint: paint) }
  }

  var columns: [Column]
  var rows: [[Cell]] = []

  /// The rows as objects, each with the columns' names.
  var objects: [JSONValue] { rows.map(object) }

  /// Prints the report.
  /// - Parameters:
  ///   - empty: what is said on standard error where there are no rows; `nil` for nothing.
  ///   - json: what `--format json` prints, where that is more than the rows.
  func print(
    _ options: PrintOptions, empty: Bilingual? = Bilingual("nothing to show", "没有可显示的内容"),
    json: (() -> JSONValue)? = nil
  ) {
    switch options.format {
    case .json: StandardOutput.print(CanonicalWriter.text(of: json?() ?? .array(objects)))
    case .jsonl: for row in rows { StandardOutput.print(CanonicalWriter.text(of: object(row))) }
    case .csv:
      StandardOutput.write(CSVTable.line(columns.map(\.name)) + "\r\n")
      for row in rows { StandardOutput.write(CSVTable.line(row.map(Self.spreadsheetCell)) + "\r\n") }
    case .markdown:
      let headings = columns.map { Self.markdown($0.heading[options.lang]) }
      StandardOutput.print("| " + headings.joined(separator: " | ") + " |")
      StandardOutput.print("|" + columns.map { $0.alignsRight ? " ---: |" : " --- |" }.joined())
      for row in rows {
        StandardOutput.print("| " + row.map { Self.markdown($0.shown) }.joined(separator: " | ") + " |")
      }
    case .table: printTable(options, empty)
    }
  }

  private func printTable(_ options: PrintOptions, _ empty: Bilingual?) {
    if rows.isEmpty {
      if let empty, !options.quiet { StandardError.print(empty[options.lang]) }
      return
    }
    // Views that somebody altered may have more values than there are columns.
    let rows = rows.map { $0.prefix(columns.count) }
    let style = options.style
    let headings = columns.map { $0.heading[options.lang] }
    var widths = headings.map { DisplayWidth.of($0) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell.shown)) }
    }
    func line(_ texts: [String], _ paints: [Style.Paint?]) -> String {
      var line = texts.indices.map { index in
        let isLast = index == texts.count - 1 && !columns[index].alignsRight
        let padded =
          isLast
          ? texts[index]
          : DisplayWidth.padded(texts[index], to: widths[index], alignsRight: columns[index].alignsRight)
        return style(padded, paints[index])
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
    StandardOutput.print(line(headings, columns.map { _ in .bold }))
    for row in rows { StandardOutput.print(line(row.map(\.shown), row.map(\.paint))) }
  }

  private func object(_ row: [Cell]) -> JSONValue {
    .object(JSONObject(zip(columns, row).map { JSONObject.Member(key: $0.name, value: $1.json) }))
  }

  private static func spreadsheetCell(_ cell: Cell) -> String {
    if cell.json.isNull { return "" }
    return cell.json.string.map(SafeText.cell) ?? CanonicalWriter.text(of: cell.json)
  }

  private static func markdown(_ text: String) -> String {
    text.escaping(markdown)
  }

  /// HTML is markup in Markdown too; brackets make links, bars end cells.
  private static let markdown: [Unicode.Scalar: String] = [
    "<": "&lt;", ">": "&gt;", "[": "\\[", "]": "\\]", "|": "\\|", "`": "\\`", "\\": "\\\\", "\n": " ",
  ]
}

/// A text in the two languages that the tool prints.
struct Bilingual {
  var english: String
  var chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  subscript(language: Language) -> String { language == .zh ? chinese : english }
}
