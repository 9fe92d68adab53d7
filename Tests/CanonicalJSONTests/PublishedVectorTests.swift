import CanonicalJSON
import Foundation
import Testing

/// Vectors that others published, read as data. They lie beside the checkout; without them the suite is skipped.
enum Vectors {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/vectors").standardizedFileURL

  static func files(in name: String) -> [URL] {
    let urls = try? FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return (urls ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }
}

@Suite(
  .enabled(if: !Vectors.files(in: "json-test-suite").isEmpty, "the published vectors are not beside this checkout"))
struct PublishedVectorTests {
  @Test(arguments: Vectors.files(in: "json-test-suite"))
  func jsonTestSuite(file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let outcome = Result { try JSONReader.read(bytes, duplicateKeys: .keepLast) }
    switch file.lastPathComponent.prefix(2) {
    case "y_": #expect(throws: Never.self) { try outcome.get() }
    case "n_": #expect(throws: JSONSyntaxError.self) { try outcome.get() }
    default:
      // Implementation-defined: what is accepted must survive its own canonical form.
      if let value = try? outcome.get() {
        #expect(try JSONReader.read(CanonicalWriter.bytes(of: value)) == value)
      }
    }
  }

  @Test(arguments: Vectors.files(in: "jcs/input"))
  func canonicalForm(file: URL) throws {
    let expected = try Data(contentsOf: Vectors.folder.appending(path: "jcs/output/\(file.lastPathComponent)"))
    let value = try JSONReader.read([UInt8](Data(contentsOf: file)))
    #expect(
      CanonicalWriter.text(of: value) == String(decoding: expected, as: UTF8.self).trimmingCharacters(in: .newlines))
  }
}
