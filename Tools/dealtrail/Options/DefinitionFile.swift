import Attestation
import DealProjections
import DefinitionFiles
import Foundation
import Projecting

/// Reads definition files that people write.
enum DefinitionFile {
  /// Where a workspace has definitions beside its own `indicators.yaml`, `playbook.yaml` and `policy.yaml`.
  static let folder = "projections"
  /// How the names of its files end.
  private static let endings = [".yaml", ".yml"]
  /// Most files of that folder.
  static let maximumFiles = 100

  /// How a workspace computes what has definitions.
  static func definitions(workspace: String) throws -> ProjectionDefinitions {
    var definitions = ProjectionDefinitions()
    func own<Defined: DefinedProjection>(_ standard: Defined) throws -> Defined {
      let path = "\(workspace)/\(Defined.kind).yaml"
      return FileManager.default.fileExists(atPath: path) ? try read(path, text) : standard
    }
    definitions.indicators = try own(definitions.indicators)
    definitions.playbook = try own(definitions.playbook)
    definitions.policy = try own(definitions.policy)
    definitions.added = try added(workspace + "/" + folder)
    return definitions
  }

  /// The projection that a file defines that a person names, which may be a pipe.
  static func read<Defined: DefinedProjection>(_ path: String) throws -> Defined {
    try read(path) { try InputFile.text($0, atMost: DefinitionNode.maximumBytes) }
  }

  private static func read<Defined: DefinedProjection>(
    _ path: String, _ read: (String) throws -> String
  ) throws -> Defined {
    try reading(path, read) { text throws(DefinitionError) in
      Defined(definition: try Defined.definition(yaml: text, file: path))
    }
  }

  private static func added(_ folder: String) throws -> [any Projection] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CommandFailure.failed("cannot read the folder \(folder)")
    }
    let files = names.filter { name in
      !name.hasPrefix(".") && Self.endings.contains { name.hasSuffix($0) }
    }.sorted()
    guard files.count <= maximumFiles else {
      throw CommandFailure.invalid("\(folder) has more than \(maximumFiles) definitions, the most that are read")
    }
    return try files.map { file in
      let path = folder + "/" + file
      return try reading(path) { text throws(DefinitionError) in
        try DefinedProjections.projection(
          yaml: text, file: path, label: URL(filePath: file).deletingPathExtension().lastPathComponent)
      }
    }
  }

  /// The text of a file of a workspace. A pipe in its place is not waited for.
  /// - Throws: `CommandFailure`.
  static func text(_ path: String) throws -> String {
    do {
      guard let text = try DurableFile.text(path, limit: DefinitionNode.maximumBytes) else {
        throw CommandFailure.failed("\(path) is not there")
      }
      return text
    } catch let error as AttestationError {
      throw CommandFailure.invalid(error.message)
    }
  }

  private static func reading<Result>(
    _ path: String, _ read: (String) throws -> String = text, _ body: (String) throws(DefinitionError) -> Result
  ) throws -> Result {
    let text = try read(path)
    do throws(DefinitionError) {
      return try body(text)
    } catch {
      throw CommandFailure.invalid(
        "\(error)\nThe files that ship show what may be there: dealtrail indicators --print-definitions; playbook and policy alike"
      )
    }
  }
}

extension ProjectionDefinitions {
  /// The projection that `--definitions` names, by its label or by a file, and whether the views hold its rows.
  func projection<Defined: DefinedProjection>(
    _ named: String?, standard: Defined
  ) throws -> (projection: Defined, isStored: Bool) {
    guard let named else { return (standard, true) }
    if let added: Defined = added(named) { return (added, true) }
    if !named.contains("/"), !named.hasSuffix(".yaml"), !FileManager.default.fileExists(atPath: named) {
      let known = added.filter { $0 is Defined }.map(\.name).joined(separator: ", ")
      throw CommandFailure.invalid(
        "\"\(named)\" is no file, and the folder \(DefinitionFile.folder) defines no \(Defined.kind) of that name"
          + (known.isEmpty ? "" : "; it defines \(known)"))
    }
    return (try DefinitionFile.read(named), false)
  }
}
