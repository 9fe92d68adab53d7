import CanonicalJSON
import Compression
import EventLog
import Projecting

@testable import Backup
@testable import DealImport
@testable import Plugins

/// Tables, what plug-ins answer, and backups.
let exchangeReaders: [String: Reader] = [
  // In one of the encodings, where a table that is written is read as the same; or as a register of notices, of which each row is one
  // event or one reject. The length tells which.
  "csv": { bytes in
    let encodings = TextEncoding.allCases
    if bytes.count % (encodings.count + 1) < encodings.count {
      return readTable(bytes, encodings[bytes.count % (encodings.count + 1)])
    }
    guard
      let run = try? ImportRun(
        mapping: register, bytes: header + bytes, file: "fuzz.csv", recordedBy: "fuzz", correlation: "fuzz")
    else { return }
    let result = run.run { _, _ in }
    require(result.events.count + result.rejects.count == result.rows, "a row is neither an event nor a reject")
    let rejects = Array(result.rejectsCSV.utf8)
    let table = try? CSVTable(bytes: rejects, file: "rejects.csv", encoding: .utf8)
    require(table?.rows.count == result.rejects.count, "the rejects are not read as so many rows")
  },
  "plugin": { bytes in
    _ = try? PluginMessages.checkReady(bytes)
    guard case .row(let row)? = try? PluginMessages.answer(bytes, about: company, row: 1, [model]) else { return }
    require(row.model == model.name && row.values.count == model.columns.count, "a row of another table was accepted")
  },
  "backup": { bytes in
    if let json = try? JSONReader.read(bytes), let manifest = try? BackupManifest(json, size: 3) {
      require((try? BackupManifest(manifest.json, size: 3)) == manifest, "a manifest is read as something else")
      // By bytes, as the kernel reads a path.
      require(
        manifest.files.allSatisfy { file in
          file.path.utf8.first != 0x2F
            && !file.path.utf8.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) }
        }, "a path leads out of the workspace")
    }
    for count in [0, 1, bytes.count, 4 * bytes.count] {
      guard let content = try? Gzip.decompress(bytes, count: count) else { continue }
      require(content.count == count, "more or less was taken apart than was to be")
    }
  },
]

private func readTable(_ bytes: [UInt8], _ encoding: TextEncoding) {
  guard let table = try? CSVTable(bytes: bytes, file: "fuzz.csv", encoding: encoding), !table.columns.isEmpty
  else { return }
  // With a byte order mark of its own, or one that the first cell begins with is taken for that.
  let written = "\u{FEFF}" + ([table.columns] + table.rows).map { CSVTable.line($0) + "\r\n" }.joined()
  let again = try? CSVTable(bytes: Array(written.utf8), file: "fuzz.csv", encoding: .utf8)
  // By their bytes: two texts of one meaning are equal to ==.
  func cells(_ table: CSVTable) -> [[[UInt8]]] { ([table.columns] + table.rows).map { $0.map { Array($0.utf8) } } }
  require(again.map(cells) == cells(table), "a table is read as something else")
}

private let register = try! ImportMapping(
  yaml: ShippedMappings.all["warn-notice-register"]!, file: "warn-notice-register.yaml")
private let header = Array((register.columns.sorted().joined(separator: ",") + "\n").utf8)
private let company = Subject("company/acme")!
private let model = ReadModel(
  "counted", "Rows of every type.",
  columns: [
    ViewColumn("words", .text, "Text."), ViewColumn("number", .integer, "A whole number."),
    ViewColumn("share", .real, "A number."),
  ])
