import Foundation
import Testing

/// The page about `views.sqlite`, read as a stranger would: with Python's sqlite3.
@Suite struct ViewsDocumentTests {
  private static let page = Binary.root.appending(path: "docs/views.md")

  @Test func thePageIsCurrent() throws {
    let text = try Binary.run(["projections", "document"]).output
    #expect(
      try String(contentsOf: Self.page, encoding: .utf8) == text,
      "record it with: dealtrail projections document > docs/views.md")
  }

  @Test func everyQueryOnThePageAnswers() throws {
    let dealtrail = try ViewsCommandTests.withCases()
    defer { dealtrail.remove() }
    _ = try dealtrail("timeline", "manus")
    let script = """
      import re, sqlite3, sys
      page = open(sys.argv[1], encoding='utf-8').read()
      queries = re.findall(r'```sql\\n(.*?)```', page, re.S)
      db = sqlite3.connect('file:' + sys.argv[2] + '?mode=ro', uri=True)
      for query in queries:
          rows = db.execute(query).fetchall()
          if not rows: sys.exit('no rows: ' + query)
      print(len(queries))
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, Self.page.path, dealtrail.workspace.path + "/views.sqlite"]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let wrong = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && Int(said.trimmingCharacters(in: .newlines)) ?? 0 >= 10, "\(said)\(wrong)")
  }
}
