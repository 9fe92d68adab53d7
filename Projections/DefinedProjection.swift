public import DefinitionFiles
public import Projecting

/// A projection that a definition file says how to compute. A workspace may have several of one kind: its own, and those of
/// its folder `projections`, each with a label, which is their name and the beginning of their tables' names.
public protocol DefinedProjection: Projection {
  associatedtype Definition: Sendable
  /// What a file in `projections` says to be of this kind: `projection: indicators`.
  static var kind: String { get }
  /// - Throws: `DefinitionError` with the line of the first fault.
  static func definition(yaml: String, file: String) throws(DefinitionError) -> Definition
  var definition: Definition { get }
  init(definition: Definition?, label: String?)
}

extension DefinedProjection {
  public init(definition: Definition) { self.init(definition: definition, label: nil) }
}

extension ReadModel {
  /// The same columns in a table of a projection with a label.
  func labelled(_ label: String?) -> ReadModel {
    var model = self
    if let label { model.name = "\(label)_\(name)" }
    return model
  }
}

/// The kinds of definitions that a workspace's folder `projections` may hold. A new one is one line.
public enum DefinedProjections {
  private static let kinds: [any DefinedProjection.Type] = [
    IndicatorsProjection.self, PlaybookProjection.self, PolicyProjection.self,
  ]

  /// Reads a file of the folder.
  /// - Parameter label: the file's name, without what follows the point.
  /// - Throws: `DefinitionError` with the line of the first fault.
  public static func projection(
    yaml: String, file: String, label: String
  ) throws(DefinitionError) -> any Projection {
    let root = try DefinitionNode(yaml: yaml, file: file)
    let known = kinds.map { $0.kind }.joined(separator: ", ")
    guard let node = root["projection"] else {
      throw root.error("does not say what it defines; add projection: \(known)")
    }
    let named = try node.text()
    guard let kind = kinds.first(where: { $0.kind == named }) else {
      throw node.error("is \"\(named)\"; it is to be one of \(known)")
    }
    return try projection(kind, yaml, file, label)
  }

  private static func projection<Defined: DefinedProjection>(
    _ kind: Defined.Type, _ yaml: String, _ file: String, _ label: String
  ) throws(DefinitionError) -> any Projection {
    Defined(definition: try Defined.definition(yaml: yaml, file: file), label: label)
  }
}

extension DefinitionNode {
  /// The members of a definition of a kind; a file that says to be of another is refused.
  func definition(of kind: String, known: [String]) throws(DefinitionError) {
    if let node = self["projection"], try node.text() != kind {
      throw node.error("is \(try node.text()), and this is read as \(kind)")
    }
    _ = try members(known: known + ["projection"])
  }
}
