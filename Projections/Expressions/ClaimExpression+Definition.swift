internal import DefinitionFiles

extension ClaimExpression {
  /// An expression of a definition file, whose fields there are and may be what it asks for.
  /// - Throws: `DefinitionError` with the line.
  init(_ node: DefinitionNode) throws(DefinitionError) {
    let text = try node.text()
    do throws(SyntaxError) {
      try self.init(text)
    } catch {
      throw node.error("cannot be read: \(error)")
    }
    if let problem = ClaimFields.problem(in: self) { throw node.error(problem) }
  }
}
