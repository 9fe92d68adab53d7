internal import Projecting

extension Views {
  /// Does work for projections, and does it again without each that cannot be computed at all for now, so that one program
  /// that does not start keeps nobody else waiting.
  /// - Returns: what `body` returned, and those that were left out.
  static func leavingOutUnavailable<Result>(
    of projections: [any Projection], _ body: ([any Projection]) throws -> Result
  ) throws -> (result: Result, unavailable: [ProjectionUnavailable]) {
    var left = projections
    var unavailable: [ProjectionUnavailable] = []
    while true {
      do {
        return (try body(left), unavailable)
      } catch let error as ProjectionUnavailable where left.contains(where: { $0.name == error.projection }) {
        left.removeAll { $0.name == error.projection }
        unavailable.append(error)
      }
    }
  }
}
