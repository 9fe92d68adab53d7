internal import Yams

/// A node of a YAML file that people write, read strictly: what is wrong is reported with file and line.
///
/// Scalars stay text until they are asked for as something, so YAML 1.1's habit of reading `NO` as false does not apply.
public struct DefinitionNode: Sendable {
  private indirect enum Content: Sendable {
    case scalar(String)
    case list([DefinitionNode])
    case map([(key: String, node: DefinitionNode)])
  }

  private let content: Content
  /// Line in the file, from 1.
  public let line: Int
  private let file: String
  /// How people find the node: `dimensions.capital.weight`.
  private let path: String

  /// Reads a file's text.
  /// - Parameter file: the name shown in errors.
  /// - Throws: `DefinitionError` where the text is not YAML, has a key twice, or is beyond a limit.
  public init(yaml: String, file: String) throws(DefinitionError) {
    guard yaml.utf8.count <= Self.maximumBytes else {
      throw DefinitionError(
        file: file, line: 1, message: "has \(yaml.utf8.count) bytes; at most \(Self.maximumBytes) are read")
    }
    let node: Yams.Node?
    do {
      // Without the rules that guess types, whose regular expressions take longer to make than most files to read.
      node = try Yams.compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw DefinitionError(file: file, line: Self.line(of: error), message: "is not YAML: \(Self.reason(error))")
    } catch {
      throw DefinitionError(file: file, line: 1, message: "is not YAML: \(error)")
    }
    guard let node else { throw DefinitionError(file: file, line: 1, message: "is empty") }
    var left = Self.maximumNodes
    try self.init(node, file: file, path: "", left: &left)
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  private static func reason(_ error: YamlError) -> String {
    switch error {
    // libyaml's own words name a function.
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem.hasPrefix("Maximum nesting level")
        ? "it is nested deeper than \(maximumNesting), the most that is read" : problem
    case .duplicatedKeysInMapping(let keys, _): "it has a key twice: \(keys)"
    default: "\(error)"
    }
  }

  /// Deepest nesting of a file: libyaml's own limit.
  static let maximumNesting = 1000
  /// Most bytes of a file.
  public static let maximumBytes = 4 << 20

  /// Most nodes of a file, aliases written out: a small file of aliases of aliases would else fill the memory.
  public static let maximumNodes = 100_000

  private init(_ node: Yams.Node, file: String, path: String, left: inout Int) throws(DefinitionError) {
    left -= 1
    guard left > 0 else {
      throw DefinitionError(
        file: file, line: 1, message: "has more than \(Self.maximumNodes) nodes, aliases written out")
    }
    self.file = file
    self.path = path
    line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .sequence(let sequence):
      var list: [DefinitionNode] = []
      for (index, element) in sequence.enumerated() {
        list.append(try DefinitionNode(element, file: file, path: "\(path)[\(index)]", left: &left))
      }
      content = .list(list)
    case .mapping(let mapping):
      var map: [(key: String, node: DefinitionNode)] = []
      for (key, value) in mapping {
        let name = key.scalar?.string ?? ""
        map.append(
          (name, try DefinitionNode(value, file: file, path: path.isEmpty ? name : "\(path).\(name)", left: &left)))
      }
      content = .map(map)
    case .alias: throw DefinitionError(file: file, line: line, message: "\(path): aliases are not read here")
    }
  }

  public func error(_ message: String) -> DefinitionError {
    DefinitionError(file: file, line: line, message: path.isEmpty ? message : "\(path) \(message)")
  }

  /// The members in the order of the file.
  /// - Parameter known: the keys that may be there; any when `nil`.
  public func members(known: [String]? = nil) throws(DefinitionError) -> [(key: String, node: DefinitionNode)] {
    guard case .map(let map) = content else { throw error("is to be a mapping (key: value)") }
    for (key, node) in map {
      if let known, !known.contains(key) {
        throw node.error("is not known here; known: \(known.sorted().joined(separator: ", "))")
      }
    }
    return map
  }

  public func elements() throws(DefinitionError) -> [DefinitionNode] {
    guard case .list(let list) = content else { throw error("is to be a list") }
    return list
  }

  /// A list of different values, at least one.
  /// - Parameters:
  ///   - expected: what an element is to be, in errors.
  ///   - read: `nil` for a text that is no value.
  public func set<Value: Hashable>(
    _ expected: String, _ read: (String) -> Value?
  ) throws(DefinitionError) -> Set<Value> {
    var values: Set<Value> = []
    for element in try elements() {
      let text = try element.text()
      guard let value = read(text) else { throw element.error("is \"\(text)\"; expected \(expected)") }
      values.insert(value)
    }
    guard !values.isEmpty else { throw error("is empty; give at least \(expected)") }
    return values
  }

  public subscript(key: String) -> DefinitionNode? {
    guard case .map(let map) = content else { return nil }
    return map.first { $0.key == key }?.node
  }

  public var isMapping: Bool { if case .map = content { true } else { false } }
  public var isList: Bool { if case .list = content { true } else { false } }

  public func text() throws(DefinitionError) -> String {
    guard case .scalar(let text) = content, !text.isEmpty else { throw error("is to be a text") }
    return text
  }

  /// A scalar as it stands, which may be empty.
  public func scalar() throws(DefinitionError) -> String {
    guard case .scalar(let text) = content else { throw error("is to be a text") }
    return text
  }

  public func number(in range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
    throws(DefinitionError) -> Double
  {
    guard case .scalar(let text) = content, let number = Double(text), number.isFinite else {
      throw error("is to be a number")
    }
    guard range.contains(number) else {
      throw error("is \(text); it is to be from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number without a fraction.
  /// - Parameter range: within ±2⁵³, where every whole number is exact.
  public func whole(in range: ClosedRange<Double>) throws(DefinitionError) -> Int {
    let number = try number(in: range)
    guard number == number.rounded() else { throw error("is \(number); it is to be a whole number") }
    return Int(number)
  }

  public func bool() throws(DefinitionError) -> Bool {
    guard case .scalar(let text) = content, text == "true" || text == "false" else {
      throw error("is to be true or false")
    }
    return text == "true"
  }
}

/// What is wrong with a definition file, and where.
public struct DefinitionError: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}
