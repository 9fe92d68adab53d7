import CanonicalJSON
import DealEvents
import Foundation
import Testing

/// The committed schemas are those of the types. Record them anew with DEALTRAIL_RECORD_SCHEMAS=1 swift test.
@Suite struct SchemaTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Events/Schemas").standardizedFileURL

  @Test(arguments: Vocabulary.kinds.map { $0.kind })
  func committedSchemaIsCurrent(kind: String) throws {
    let type = try #require(Vocabulary.type(of: kind))
    let text = CanonicalWriter.text(of: JSONSchema.schema(of: type)) + "\n"
    let file = Self.folder.appending(path: "\(kind).json")
    if ProcessInfo.processInfo.environment["DEALTRAIL_RECORD_SCHEMAS"] == "1" { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
