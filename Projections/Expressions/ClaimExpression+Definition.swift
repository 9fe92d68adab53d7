internal import DefinitionFiles

extension ClaimExpression {
  /// An expression of a definition file, all of whose fields there are.
  /// - Throws: `DefinitionError` with the line.
  init(_ node: DefinitionNode) throws(DefinitionError) {
    let text = try node.text()
    do throws(SyntaxError) {
      try self.init(text)
    } catch {
      throw node.error("cannot be read: \(error)")
    }
    for path in fields where !ClaimScope.knows(path) {
      let field = path.joined(separator: ".")
      throw node.error("reads \(field), which no claim has; see the fields with: dealtrail kinds")
    }
  }
}
