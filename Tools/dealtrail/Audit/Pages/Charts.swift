import Foundation

/// The findings of one severity over past nights, as bars of an SVG.
struct TrendChart {
  static let height = 40.0
  /// The width of a bar and of its gap, in units of the drawing.
  static let step = 10.0

  struct Bar {
    var x: String
    var y: String
    var height: String
    var label: String
  }

  var severity: String
  var most: Int
  var bars: [Bar]
  var width: String

  /// - Parameter values: day and count of each night, oldest first; not empty.
  init(severity: String, values: [(String, Int)]) {
    self.severity = severity
    let most = values.map(\.1).max() ?? 0
    self.most = most
    // The drawing has room for all nights from the start, so that bars keep their width and the newest stands at the right.
    let room = max(PageContent.nights, values.count)
    width = Self.shown(Double(room) * Self.step)
    bars = values.enumerated().map { index, value in
      // A night without findings is a thin line, not a gap: the audit ran.
      let height = max(1, most == 0 ? 0 : Double(value.1) / Double(most) * Self.height)
      return Bar(
        x: Self.shown(Double(room - values.count + index) * Self.step), y: Self.shown(Self.height - height),
        height: Self.shown(height),
        label: "\(value.0): \(value.1)")
    }
  }

  private static func shown(_ value: Double) -> String { String(format: "%.1f", value) }
}

/// A number from 0 to 1 over past nights, as a line of an SVG that is 120 wide and 28 high.
struct Sparkline {
  var points: String
  var endX: String
  var endY: String
  var label: String

  init(_ series: [Double?]) {
    let step = series.count > 1 ? 112 / Double(series.count - 1) : 0
    let placed = series.enumerated().compactMap { index, value in
      value.map { (x: 4 + Double(index) * step, y: 24 - $0 * 20) }
    }
    points = placed.map { String(format: "%.1f,%.1f", $0.x, $0.y) }.joined(separator: " ")
    endX = String(format: "%.1f", placed.last?.x ?? 0)
    endY = String(format: "%.1f", placed.last?.y ?? 0)
    label = series.map { $0.map { String(format: "%.2f", $0) } ?? "unknown" }.joined(separator: ", ")
  }
}
