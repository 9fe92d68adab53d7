import CanonicalJSON
import Foundation
import Testing

/// What claims say may be meant to harm whoever reads it: it is shown harmlessly, and kept exactly.
@Suite struct HostileTextTests {
  static let texts =
    [
      "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", " =1+1", "＝cmd|' /C calc'!A0",
      "\u{1B}[31mred\u{1B}[0m",
      "\u{1B}]0;title\u{7}", "a\u{202E}gnp.exe", "\u{2066}x", "ze\u{200B}ro", "join\u{200D}er", "\u{FEFF}bom",
      "soft\u{AD}hyphen", "nul\u{0}byte",
      "'; DROP TABLE event; --", "\" OR 1=1 --", "<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>",
      "| a | b |",
      "x\"\u{34D} onmouseover=alert(1) y=\"", "<\u{34D}b>", "line\nbreak\r\nand\ttab", "\u{9B}31m", "\u{7F}",
      "e\u{301}\u{301}\u{301}", "\u{E0041}tag",
    ] + markup

  /// Markup with signs that are one character with what follows, and letters that are one with what is before.
  static let markup = [
    "\u{600}<meta http-equiv=refresh content=\"0;url=//evil.example\">", "x\"\u{E33} style=position:fixed y=\"\u{EB3}",
    "\u{600}![x\u{600}](http://evil.example)", "\u{600}'\u{600}\" onmouseover=alert(1) \u{600}<b>", "]]\u{600}>",
    "\u{600}|\u{600}`x`",
  ]

  /// Characters that no answer may print, whatever a claim says.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// A workspace in which every text that a claim may have is hostile.
  static func workspace(_ texts: [String] = texts) throws -> (Binary, [JSONValue]) {
    let dealtrail = try Binary()
    var events: [JSONValue] = []
    for (number, text) in texts.enumerated() {
      let said = JSONValue.string(text)
      let subject = JSONValue.string("company/h-\(number)")
      let entity: JSONValue = ["name": .string(text + " Ltd"), "jurisdiction": "CN"]
      let source: JSONValue = [
        "url": .string("https://example.org/\(number)/" + text), "title": said, "publisher": said, "quote": said,
      ]
      events.append([
        "subject": subject, "kind": "company_profiled", "occurred": "2025-01-01", "status": "reported",
        "data": ["names": [["name": said]], "home_jurisdiction": "CN", "legal_entities": .array([entity])],
        "sources": .array([source]),
      ])
      events.append([
        "subject": subject, "kind": "statement_made", "occurred": "2025-02-01", "status": "reported",
        "data": ["speaker": "person/p-1", "stance": "explains", "text": said, "topic": said],
        // Another title of the same page, which audits find.
        "sources": [["url": source["url"]!, "title": "Quite another headline", "publisher": said]],
      ])
    }
    let lines = events.map { CanonicalWriter.text(of: $0) + "\n" }.joined()
    let appended = try dealtrail("append", "-", input: lines)
    try #require(appended.code == 0, "\(appended.errors)")
    return (dealtrail, events)
  }

  @Test func everythingIsKeptExactly() throws {
    let (dealtrail, events) = try Self.workspace()
    defer { dealtrail.remove() }
    let log = try dealtrail("log", "--format", "jsonl")
    let kept = try log.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    for name in ["data", "sources"] { #expect(kept.map { $0[name] } == events.map { $0[name] }) }
    #expect(try dealtrail("verify").code == 0)
    #expect(try dealtrail("projections", "update").code == 0)
    let checked = try dealtrail("projections", "check")
    #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
  }

  @Test func nothingHarmfulIsShown() throws {
    let (dealtrail, _) = try Self.workspace()
    defer { dealtrail.remove() }
    var commands = [
      ["log"], ["timeline", "h-0"], ["search", "script"], ["docket"], ["projections", "rows", "timeline"],
    ]
    commands += Self.texts.indices.map { ["timeline", "company/h-\($0)"] }
    for command in commands {
      for format in ["table", "csv", "markdown"] {
        let outcome = try Binary.run(command + ["--format", format, "--workspace", dealtrail.workspace.path])
        #expect(outcome.code == 0, "\(command): \(outcome.errors)")
        let harmful = (outcome.output + outcome.errors).unicodeScalars.filter(Self.isHarmful)
        #expect(harmful.count == 0, "\(command) \(format): \(harmful.map { String($0.value, radix: 16) })")
      }
    }
  }

  /// No cell of a table for spreadsheets begins as a formula does.
  @Test func noCellIsComputed() throws {
    let (dealtrail, _) = try Self.workspace()
    defer { dealtrail.remove() }
    for command in [["log"], ["projections", "rows", "search_name"], ["projections", "rows", "search_text"]] {
      let outcome = try Binary.run(command + ["--format", "csv", "--workspace", dealtrail.workspace.path])
      let python = """
        import csv, sys
        rows = list(csv.reader(sys.stdin))
        bad = [cell for row in rows for cell in row if cell.lstrip().startswith(tuple("=+-@＝＋－＠")) and not cell.lstrip("-").isdigit()]
        sys.exit(f"computed: {bad}" if bad or len(rows) < 20 else 0)
        """
      let checked = try Binary.run(["-c", python], input: outcome.output, program: URL(filePath: "/usr/bin/python3"))
      #expect(checked.code == 0, "\(command): \(checked.errors)")
    }
  }

  @Test func thePageOfAnAuditRunsNothing() throws {
    let (dealtrail, _) = try Self.workspace(
      Self.markup + ["<script>alert(1)</script>", "</title><img src=x onerror=alert(1)>"])
    defer { dealtrail.remove() }
    _ = try dealtrail("audit", "--quiet")
    let page = try String(contentsOfFile: dealtrail.workspace.path + "/audits/latest.html", encoding: .utf8)
    #expect(page.unicodeScalars.filter { Self.isHarmful($0) && $0 != "\t" }.isEmpty)
    // What a reader of HTML and one of XML find in the pages that claims may have put there.
    let python = """
      import html.parser, re, sys, xml.etree.ElementTree as tree
      html_page, xml_page, template = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
      class Reader(html.parser.HTMLParser):
          def __init__(self): super().__init__(); self.found = set(); self.texts = []
          def handle_starttag(self, tag, attributes):
              self.found |= {tag} | {(tag, name) for name, _ in attributes}
              self.found |= {("meta", name, value) for name, value in attributes if tag == "meta" and name == "http-equiv"}
          def handle_data(self, text): self.texts.append(text)
      def read(text):
          reader = Reader(); reader.feed(text); reader.close(); return reader
      page, ours = read(html_page), read(re.sub("{{.*?}}", "", template))
      if page.found - ours.found: sys.exit(f"added: {page.found - ours.found}")
      for text in ['http-equiv=refresh content="0;url=//evil.example">', 'style=position:fixed', 'onmouseover=alert(1)']:
          if not any(text in said for said in page.texts): sys.exit(f"not on the page: {text}")
      root = tree.fromstring(xml_page.encode())
      tags = {element.tag for element in root.iter()}
      if tags - {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}: sys.exit(f"added: {tags}")
      if not any("http-equiv=refresh" in (element.text or "") for element in root.iter("system-out")): sys.exit("not in the XML")
      """
    let pages = ["html", "xml"].map { dealtrail.workspace.path + "/audits/latest." + $0 }
    let template = Binary.root.appending(path: "Tools/dealtrail/Audit/Pages/audit.html.mustache").path
    let read = try Binary.run(["-c", python] + pages + [template], program: URL(filePath: "/usr/bin/python3"))
    #expect(read.code == 0, "\(read.errors)")
  }
}
