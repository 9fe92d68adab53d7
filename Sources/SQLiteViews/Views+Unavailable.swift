internal import Projecting

extension Views {
  /// Does work for those projections that can be computed now, so that one program that does not start keeps nobody waiting.
  /// One that turns out not to be while the work is done is left out, and the work begins anew.
  /// - Returns: what `body` returned, and those that were left out.
  static func leavingOutUnavailable<Result>(
    of projections: [any Projection], _ body: ([any Projection]) throws -> Result
  ) throws -> (result: Result, unavailable: [ProjectionUnavailable]) {
    var left: [any Projection] = []
    var unavailable: [ProjectionUnavailable] = []
    for projection in projections {
      do throws(ProjectionUnavailable) {
        try projection.prepare()
        left.append(projection)
      } catch {
        unavailable.append(error)
      }
    }
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
