import Foundation
import Testing

/// The methodology page, and a second implementation that was written from it.
@Suite struct IndicatorMathematicsTests {
  @Test func theMethodologyPageIsCurrent() throws {
    let page = Binary.root.appending(path: "docs/methodology.md")
    #expect(
      try String(contentsOf: page, encoding: .utf8) == Binary.run(["indicators", "--methodology"]).output,
      "record it with: dealtrail indicators --methodology > docs/methodology.md")
  }
}
